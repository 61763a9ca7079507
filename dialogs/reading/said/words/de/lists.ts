import type { ListWords } from '#dialogs/reading/said/listWords.ts';

const deals =
  '(geschäfte|geschäften|deals|verkaufschancen|chancen|empfehlungen|opportunities|leads|abschlüsse)';

/** What lists are asked by in German. */
export const listsDe: ListWords = {
  opening: [
    '(zeig|zeige|zeigen sie|zeigt|gib|gib mir|liste|finde|öffne|such|suche|suche nach) [mir|uns|nach]',
    '(welche|welcher|welches|was|wie viele|wieviele) [von]',
    "(haben wir|habe ich|hab ich|gibt es|gibt 's|gibts)",
    '(was|welche) (ist|sind)',
  ],
  nouns: [deals, '(alles|sachen|diejenigen|die)'],
  mine: ['(meine|meiner|meinen|mein|unsere|unserer)', 'von mir', 'an denen ich arbeite'],
  all: ['(alle|allen|sämtliche|jedes)'],
  inbound: ['(eingehende|eingehenden|eingegangene|eingegangenen|eingang)'],
  outbound: ['(ausgehende|ausgehenden|ausgang)'],
  favorites: ['[meine] favoriten'],
  expiring: [
    '[bald] (ablaufende|ablaufenden|ablaufen)',
    '(läuft|laufen) [(bald|demnächst|in kürze)] ab',
    'was läuft ab',
    'bald ab',
  ],
  action: ['mit handlungsbedarf', 'die handlung (brauchen|erfordern)'],
  closed: ['(geschlossene|geschlossenen|abgeschlossene|abgeschlossenen|archivierte)'],
  open: ['(offene|offenen|offen|aktive|aktiven|laufende|laufenden)'],
  won: ['(gewonnene|gewonnenen|gewonnen)'],
  lost: ['(verlorene|verlorenen|verloren)'],
  declined: ['(abgelehnte|abgelehnten|abgelehnt)'],
  accepted: ['(angenommene|angenommenen|angenommen)'],
  received: ['(neue|neuen|empfangene|unentschiedene|erhaltene)'],
  expired: ['(abgelaufene|abgelaufenen|abgelaufen)'],
  unanswered: [
    '[(erhalten|eingegangen|empfangen|empfangene) [,] [aber|und]] [noch] (unbeantwortet|unbeantwortete|unbeantworteten|nicht beantwortet|nicht beantwortete|ohne antwort|offene anfragen)',
    '[die] [(auf|die auf)] (meine|unsere|eine) (antwort|entscheidung|rückmeldung) (warten|wartet)',
    '(warten|wartet) [noch] auf [(meine|unsere|eine)] (antwort|entscheidung|rückmeldung)',
    '(habe|haben) (ich|wir) [noch] nicht beantwortet',
    '[die] (wir|ich) noch nicht (beantwortet|entschieden) (haben|habe)',
  ],
  overdue: [
    '(überfällig|überfällige|überfälligen|überfälliges|verspätet|verspätete|in verzug|im verzug)',
    '[die] überfällig (sind|ist)',
  ],
  quiet: [
    '(stille|stillen|still|eingeschlafen|eingeschlafene|eingeschlafenen|ruhende|ruhenden|liegengeblieben|liegengebliebene|festgefahren|festgefahrene|stockende|kalte)',
    'ohne (neuigkeiten|neues|bewegung|aktivität|aktivitäten|fortschritt|nachrichten|news|änderungen)',
    '[(bei denen|wo|in denen)] [sich] (nichts|lange nichts|schon lange nichts|seit wochen nichts|länger nichts) (passiert|getan hat|passiert ist|geschehen ist|geschieht|tut|bewegt|los ist|mehr passiert|mehr passiert ist)',
    'bei denen sich nichts (tut|getan hat|bewegt)',
    '(bewegen|rühren) sich nicht',
  ],
  over: [
    '[(im wert|mit einem wert|mit wert|wert)] [von] (über|mehr als|größer als|grösser als|ab|mindestens|oberhalb von|von mehr als|von über|>) {money} [wert]',
    '{money} (oder mehr|und mehr|aufwärts)',
  ],
  under: [
    '[(im wert|mit einem wert|mit wert|wert)] [von] (unter|weniger als|kleiner als|höchstens|maximal|bis zu|unterhalb von|<) {money} [wert]',
    '{money} (oder weniger|und weniger)',
  ],
  between: ['zwischen {range}'],
  by: [
    '[(abschluss|schließen|fällig|schliessen|die)] (bis|spätestens|bis zum|bis spätestens) {period} [(schließen|fällig|fällig sind|fällig werden|abschließen)]',
  ],
  before: ['[(abschluss|schließen|fällig)] vor {period} [(schließen|fällig)]'],
  after: ['[(abschluss|schließen|fällig)] nach {period} [(schließen|fällig)]'],
  closing: [
    '[die] [(abschluss|schließt|schließen|schliessen|schließend|fällig|mit abschluss|abzuschließen|mit abschlussdatum|endet|enden|laufen)] [(in|im|am|für)] {period} [(schließen|schliessen|schließt|fällig|fällig sind|fällig werden|abschließen|enden|ab|aus|abgeschlossen werden|schließen sollen)]',
    '(schließt|schließen|schliessen|endet|enden) {period}',
  ],
  country: [
    '(in|aus|im) [(der|den|dem)] {place}',
    'mit kunden (in|aus) {place}',
    'von kunden (in|aus) {place}',
  ],
  partner: [
    '[(gemeinsam|zusammen)] mit {partner} [zusammen]',
    '[(bei|in) denen] {partner} (dabei ist|mitmacht|beteiligt ist)',
  ],
  customer: ['(für|von|bei) {customer}'],
  stage: ['[(in|im|auf)] [der] [(stufe|phase|status|stand)] {stage} [sind]'],
  words: ['(über|namens|genannt|zum thema|mit dem namen) {words}', 'in {words}'],
  filler: [
    '(der|die|das|den|dem|sind|ist|und|aber|,|:|mit|aktuell|gerade|noch|denn|haben|wir|ich|es|von|wert|derzeit|zur zeit|alles|gibt|werden|bald|schon|im wert)',
  ],
};
