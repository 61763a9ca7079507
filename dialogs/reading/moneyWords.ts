import { wordFinder } from './wordFinder.ts';

/**
 * Words beside an amount that change nothing about it: that it is about so much, what is counted, taxes, and that it
 * comes every year. Whatever is not among them makes the amount a question.
 */
const tax = 'vat|tax(?:es)?|gst|mwst|ust|mehrwertsteuer|umsatzsteuer|steuern?|moms|iva|ндс|налог(?:а|ов)?';
export const time = 'year|yr|y|annum|month|mo|mth|jahr|monat|år|mån(?:ad)?|anno|mese|год|мес(?:яц)?\\.?';

const harmless: readonly string[] = [
  // How sure it is.
  "about|around|approx(?:imately)?\\.?|roughly|circa|ca\\.?|c\\.|nearly|almost|close to|just over|just under|some|a (?:bit|little) (?:over|under)|or so|give or take|-?ish|more or less|est(?:imated|\\.)?|expected|likely|probably|perhaps|maybe|hopefully|please|thanks|i (?:think|guess|believe|expect)|we (?:think|expect)|i'd say|let's say|say",
  'etwa|ungefähr|rund|zirka|knapp|gut|fast|beinahe|annähernd|geschätzt(?:e|er)?|voraussichtlich|wohl|vielleicht|wahrscheinlich|bitte|danke|schätzungsweise|grob|so um die|um die|sagen wir|ich (?:denke|glaube|schätze)|denke ich|glaube ich|oder so',
  'cirka|c:a|ungefär|omkring|runt|kring|drygt|knappt|nästan|uppskattat|uppskattningsvis|kanske|nog|antagligen|typ|tack|säg|jag (?:tror|gissar)|tror jag|eller så|ett par? ?(?=\\0)',
  'около|примерно|приблизительно|порядка|где-то|почти|чуть (?:больше|меньше)|в районе|ориентировочно|наверное|возможно|пожалуйста|думаю|скажем|предположительно',
  "quasi|intorno a(?:i)?|attorno a(?:i)?|sui|pressappoco|all'incirca|poco (?:più|meno) di|stimat[oai]|forse|probabilmente|per favore|grazie|diciamo|credo|penso",
  '大约|大概|差不多|将近|接近|估计|预计|预估|可能|也许|应该|左右|上下|请|谢谢|约|近|整',
  // What it is.
  "worth|valued at|values?(?: of| is)?|amounts? ?(?:to|of|is)?|deal|deal (?:value|size)|size|price(?:d at)?|total(?: of| value)?|in total|overall|altogether|all[ -]?in|budget(?: of| is)?|contract(?: value)?|order(?: value)?|volume|revenue|in (?:value|revenue)|licen[cs]es?|list(?: price)?|arr|mrr|acv|tcv|annual(?:ly)?|yearly|monthly|recurring|one[ -]off|net|gross|is|are|it(?:'s| is)|that's|this is|would be|should be|will be|make it|set (?:it )?to|change (?:it )?to",
  'im wert von|wert(?: von)?|auftragswert|dealwert|vertragswert|volumen|betrag|summe|budget|insgesamt|gesamt(?:wert|summe)?|in summe|umsatz|jahresumsatz|netto|brutto|listenpreis|jährlich|monatlich|es sind|das sind|es ist|sind|ist|beträgt|liegt bei',
  'värt|värd|värde(?:t)?(?: på| är)?|ordervärde(?:t)?|affärsvärde(?:t)?|kontraktsvärde|belopp(?:et)?|summa(?:n)?|totalt|årligen|årsvärde|i årsvärde|månadsvis|det är|är|det blir|blir',
  'на сумму|суммой|стоимост(?:ью|ь)|сумма(?: сделки| контракта)?|бюджет|итого|всего|цена|общей|ценой|это|контракт|ежегодно|ежемесячно|нетто|брутто|составляет|будет',
  "del valore di|valore|per un (?:valore|totale) di|importo|total[ei]|in totale|complessiv[oi]|pari a|nett[oi]|lord[oi]|annu[oi]|annual[ei]|mensil[ei]|listino|prezzo|contratto|fatturato|è|sono|vale|l'importo è",
  '价值|金额|总额|总价|总价值|总金额|共计|合计|合同额|合同金额|合同总额|合同|签约额|签约|预算|报价|总共|年费|净额|订单|标的|项目|是|为|共|[:：]',
  // Taxes.
  `(?:excl?(?:uding|usive of|\\.)?|incl(?:uding|usive of|\\.)?|ex\\.?|plus|\\+|before|after|without|with|zzgl\\.?|zuzüglich|inkl\\.?|inklusive|exkl\\.?|exklusive|ohne|vor|utan|före|inklusive|exklusive|più|oltre|senza|с|без|плюс|включая|не включая|без уч[её]та) ?(?:di |l')?(?:${tax})`,
  `(?:${tax}) (?:esclusa|inclusa|excluded|included|extra|exkluderad|inkluderad)|esclusa iva|inclusa iva`,
  '不含税|含税|税前|税后|未税',
  // Every year, every month.
  `p\\.? ?a\\.?|p\\.? ?m\\.?|(?:per|pro|a|an|al|im|om|i|в|all'|l'|each|every|jedes) ?(?:${time})(?:et|en)?|/ ?(?:${time})|每年|每月|/年|/月|一年`,
];

/** Only before an amount, or where nothing else is said: behind one they lead to something of their own. */
const prepositions =
  'for|of|at|the|my|our|in|to|für|mit|von|über|mein|unser|das|der|die|för|på|med|vårt?|на|в|per|di|da|un|il|la|nostro|我们的?|的';

// Total, Netto and LA are names; what leads to an amount in German is a noun, and some things are said in capitals.
const nouns =
  /^(?:(?:Im Wert|Wert|Volumen|Betrag|Summe|Auftrags|Gesamt|Umsatz|Jahresumsatz|Vertrags|MwSt|USt)|(?:ARR|MRR|ACV|TCV|IVA|VAT|GST|НДС|EXCL|INCL|INKL|EXKL)(?!\p{L}))/u;

const finder = wordFinder(harmless, [prepositions]);

/** Whether a text has nothing but words that change nothing about an amount. */
export const isHarmlessForMoney = finder.isAll;

/** The length of such words at the end of what stands before an amount in a line. */
export function harmlessBefore(text: string): number {
  return finder.before(text, nouns);
}

/** The length of such words at the beginning of what stands behind an amount in a line. */
export function harmlessBehind(text: string): number {
  return finder.behind(text, nouns);
}
