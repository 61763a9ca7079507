import { wordFinder } from '#dialogs/reading/wordFinder.ts';

/** Words beside a date that change nothing about it; whatever is not among them makes the date a question. */
const harmless: readonly string[] = [
  "maybe|perhaps|probably|please|thanks|hopefully|likely|around|about|roughly|approx(?:imately)?\\.?|some ?time|let's say|say|or so|-?ish|est(?:imated|\\.)?|expected|planned|target(?:ed|ing)?|aim(?:ing)?|due|deadline|eta|latest|at the latest|on or (?:before|about)|(?:by )?(?:cob|eob|eod|close of business|end of (?:business|day)|noon|midday)",
  "(?:i|we|they)(?: (?:think|guess|expect|hope|plan|aim|want|should|will|would|can))?|i'd say|to|it(?:'s| is| will| should| would)?|that's|will|would|should|could|can|be|close[sd]?(?: it| on| by| date)?|closing(?: date)?|deal|done|sign(?:ed|ing|ature)?|decision|go[ -]?live|po|contract|order|the|of|on|in|by|at|for|month of|calendar|date|is|customer|wants|have|set|change|move|make",
  'vielleicht|wohl|wahrscheinlich|voraussichtlich|bitte|danke|hoffentlich|ca\\.?|circa|etwa|ungefähr|so|gegen|um|herum|rund um|geplant(?:er)?|erwartet(?:er)?|fällig|spätestens|(?:ich|wir)(?: (?:denke|glaube|erwarte|rechne)n?)?|mit|es|ist|wird|soll(?:te)?|der|die|das|dem|den|des|am|im|zum|zur|bis|monat|datum|uhr|kommt|abschluss(?:datum)?|abschließen|vertrags(?:abschluss|unterschrift)|unterschrift|unterzeichnung|signatur|entscheidung|auftrag(?:serteilung)?|bestellung|termin|stichtag',
  'kanske|nog|antagligen|troligen|förmodligen|förhoppningsvis|tack|cirka|c:a|runt|kring|omkring|planerat|förväntat|(?:jag|vi)(?: (?:tror|räknar med|hoppas|förväntar oss))?|det|är|blir|ska|bör|kan|den|i|på|till|av|senast|stäng(?:a|er|s|ning)|avslut(?:as|sdatum)?|beslut|signering|underskrift|affär(?:en)?|order|kl\\.?|månad',
  'наверное|возможно|пожалуйста|примерно|вероятно|скорее всего|думаю|около|ориентировочно|где-то|ожида\\p{L}+|планиру\\p{L}+|закры\\p{L}+|закро\\p{L}+|сделк\\p{L}+|подпи\\p{L}+|решение|контракт|договор|срок|дата|это|будет|мы|я|в|на|к|числа?|года?',
  "forse|probabilmente|per favore|grazie|penso|credo|speriamo|previst[oa]|prevedo|prevediamo|circa|intorno al?|attorno al?|verso|entro|chiusura|chiude(?:re|remo)?|firma|ordine|decisione|contratto|scadenza|data|affare|trattativa|è|sarà|dovrebbe|il|la|lo|l'|i|le|del|della|di|a|al|in|per|mese",
  '大概|可能|也许|请|谢谢|预计|预期|预估|计划|争取|希望|应该|左右|签约|签单|签|成交|完成|结束|关闭|合同|日期|时间|截止|是|在|于|到|为|的|我们|我|会|能|项目|订单|上线|交付|落单|达成|最晚|最迟|不晚于|之内|以内|内|当天|下班前|约|那天|结单|拿下',
  '(?:at |um |kl\\.? |alle |в )?\\d{1,2}(?::\\d\\d|(?::\\d\\d)? ?(?:am|pm|uhr|点|часов))',
];
/** Of these, those that say nothing but that a date stands here, so that a line may leave them out. */
const inLines: readonly string[] = [
  '(?:at |um |kl\\.? |alle |в )?(?:\\d{1,2}(?::\\d\\d)? ?(?:am|pm|uhr)|\\d{1,2}:\\d\\d)',
  '(?:should|will|would|could|must|to|expected to|we expect to|hope to) (?:sign|close|land|be (?:signed|closed)|go live)|(?:by )?(?:cob|eob|eod|close of business|end of business|end of day)|sharp|latest|or so|-?ish|roughly|approx(?:imately|\\.)?|around|about|probably|maybe|hopefully|est\\.|expected|planned|(?:signing|signature|decision|go[ -]?live|po|contract|closing|closed?|deadline|eta|target)(?: date)?|please|thanks',
  'ca\\.?|circa|etwa|ungefähr|voraussichtlich|wahrscheinlich|vielleicht|geplant|erwartet|fällig|gegen|abschluss|vertragsabschluss|unterschrift|entscheidung|auftrag|bestellung|bitte',
  'cirka|ungefär|runt|kring|troligen|förmodligen|kanske|planerat|förväntat|avslut|signering|beslut|underskrift|order',
  'примерно|ориентировочно|вероятно|возможно|наверное|около|где-то|закрытие|закроем|подписание|подпишем|сделка|решение|договор|срок',
  'circa|forse|probabilmente|previsto?|verso|intorno a|chiusura|firma|ordine|decisione|scadenza',
  '大概|可能|预计|预期|争取|计划|左右|签约|签单|签|成交|完成|结束|关闭|达成|上线|交付|落单|结单|拿下|下班前',
];

const whole = wordFinder(harmless);
const beside = wordFinder(inLines);
// Target and Order are companies; German nouns are written so.
const nouns =
  /^(?:Abschluss|Vertrags|Unterschrift|Entscheidung|Auftrag|Bestellung|PO|COB|EOB|EOD|ETA)(?!\p{L})/u;

export const isHarmlessForDates = whole.isAll;

export function harmlessBeforeDate(text: string): number {
  return beside.before(text, nouns);
}

export function harmlessBehindDate(text: string): number {
  return beside.behind(text, nouns);
}
