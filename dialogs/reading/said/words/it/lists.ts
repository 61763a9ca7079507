import type { ListWords } from '#dialogs/reading/said/listWords.ts';

const deals = '(trattative|affari|opportunità|deals|referenze|segnalazioni|lead|vendite)';

/** What lists are asked by in Italian. */
export const listsIt: ListWords = {
  opening: [
    "[che] cosa (è|c' è|abbiamo) [di]",
    '(mi mostri|mi fai vedere|mi elenchi|mi dai|mi trovi|ci mostri|elenco|lista|mostra|mostrami|mostraci|fammi vedere|elenca|elencami|dammi|trova|trovami|apri|vedere|vedi|visualizza|cerca|voglio vedere)',
    '(quali|quale|cosa|che|quante|quanti) [delle]',
    "(ci sono|abbiamo|ho|c' è)",
    '(quali|cosa) (sono|è)',
  ],
  nouns: [deals, '(tutto|cose|quelle|quelli|elenco|lista)'],
  mine: [
    '(mie|mia|miei|mio|nostre|nostri)',
    'su cui lavoro',
    '(che seguo|che ho|che gestisco [io]|che seguo io|assegnate a me|di cui mi occupo|di cui sono responsabile)',
  ],
  all: ['(tutte|tutti|ogni)'],
  inbound: ['(in entrata|in arrivo|ricevute in entrata)'],
  outbound: ['(in uscita)'],
  favorites: ['(preferite|preferiti)'],
  expiring: [
    '[che] (in scadenza|scadono|scade|stanno per scadere|sta per scadere) [(presto|a breve)]',
    'prossime alla scadenza',
  ],
  action: ['(da gestire|che richiedono azione)'],
  closed: ['(chiuse|chiusi|archiviate)'],
  open: ['(aperte|aperti|attive|in corso)'],
  won: ['(vinte|vinti)', '[che] abbiamo vinto'],
  lost: ['(perse|persi|perdute)', '[che] abbiamo perso'],
  declined: ['(rifiutate|rifiutati|declinate)'],
  accepted: ['(accettate|accettati)'],
  received: ['(ricevute|ricevuti|nuove|nuovi)'],
  expired: ['(scadute senza risposta|decadute)'],
  unanswered: [
    '[(ricevute|ricevuti|arrivate) [,] [ma|e]] (senza risposta|non risposte|non ancora risposte|senza una risposta|inevase|senza risposta da parte nostra)',
    '[(che|ancora)] (in attesa|aspettano|attendono) [di|della] [(una|mia|nostra|la mia|la nostra)] (risposta|decisione)',
    'a (cui|cosa|chi|quali) non (ho|abbiamo) [ancora] risposto',
    '[(che sono|ancora)] in attesa di [(una|la)] [(mia|nostra)] (risposta|decisione)',
    '[che] (aspettano|attendono) (me|noi|una (mia|nostra) (risposta|decisione))',
  ],
  overdue: [
    '(scadute|scaduti|scaduto|scaduta|in ritardo|oltre la data|oltre la data di chiusura|oltre la scadenza)',
    '[(che|quali)] (avrebbero|avrebbe|sarebbero|dovevano|doveva) [già] (dovuto [già] (chiudersi|essere chiuse)|chiudersi|essere chiuse|essere chiusa)',
    '[che] (è|sono) (scaduto|scaduta|scadute|in ritardo|oltre la (data|scadenza))',
    '(già scadute|passate di data|oltre [la] [loro] data prevista)',
    'che (sono scadute|dovevano chiudersi|dovevano essere chiuse)',
  ],
  quiet: [
    "[che] [(sono|è|non sono)] (ferme|fermi|fermo|ferma|bloccate|bloccato|dormienti|inattive|in stallo|silenziose) (da|da più di|da oltre|da almeno) (tre settimane|3 settimane|due settimane|settimane|un po|un po'|tempo|un mese|mesi|qualche settimana|tanto)",
    "(senza|con nessuna) (novità|notizie|attività|movimento|movimenti|progressi|aggiornamenti|sviluppi) (da|nelle ultime) [(più di|oltre)] (tre settimane|3 settimane|due settimane|settimane|un po|un po'|tempo|un mese|mesi|qualche settimana)",
    "[(che|dove|in cui|su cui)] non (si muovono|si muove|succede|è successo|accade|ci sono) [(più)] [(nulla|niente|novità|movimenti)] [(da|ultimamente|di recente|nelle ultime)] [(tre settimane|3 settimane|settimane|un po|un po'|tempo|un mese|mesi|qualche settimana)]",
    '(fermo|ferma|bloccato)',
    '(ferme|fermi|bloccate|dormienti|inattive|fredde|stagnanti|in stallo)',
    'senza (novità|notizie|attività|movimento|movimenti|progressi|aggiornamenti|sviluppi)',
    '[(dove|in cui|su cui)] non (succede|è successo|si muove|accade) (nulla|niente) [(da tempo|da settimane|di recente)]',
    'che non si muovono',
    'ferme da (tempo|settimane)',
  ],
  over: [
    '[(di valore|del valore|da|di|con valore|con un valore)] (sopra|oltre|superiori|superiore|più di|maggiori|maggiore|almeno|sopra i|oltre i|più grandi|al di sopra) [(a|ai|di|i|gli|dei|agli)] {money}',
    '{money} (o più|in su|e oltre)',
    'da {money} in su',
    '[che] (valgono|superano|ammontano a|costano) [(più di|oltre|almeno|più|i|gli)] [(di|i)] {money}',
    '(le|quelle) (più grandi|grosse|grandi) [(di|sopra|oltre)] [i] {money}',
  ],
  under: [
    '[(di valore|del valore|da|di|con valore|con un valore)] (sotto|inferiori|inferiore|meno di|minori|minore|al massimo|fino a|sotto i|al di sotto) [(a|ai|di|i|gli|dei|agli)] {money}',
    '{money} (o meno|in giù)',
  ],
  between: ['[(di valore)] (tra|fra) [i] {range}'],
  by: [
    "[che] [(chiudono|si chiudono|in chiusura|chiude|da chiudere)] (entro|entro il|entro la|entro l'|fino a|fino al) {period}",
  ],
  before: ["[che] [(chiudono|si chiudono|in chiusura)] prima (di|del|della|dell') {period}"],
  after: ["[che] [(chiudono|si chiudono|in chiusura)] dopo [(il|la|l')] {period}"],
  closing: [
    "[(che|da)] (chiudono|si chiudono|in chiusura|chiude|si chiude|chiudere|con chiusura|chiusura|con data di chiusura|chiuderanno|che si chiudono|si chiuderanno) [(a|in|nel|nella|il|durante|per|ad|nell')] {period}",
    '[che] (chiudiamo|chiuderemo|dobbiamo chiudere|possiamo chiudere|firmiamo) [(in|nel|entro|a)] {period}',
    "[(di|in|del|per|a|ad|nel|dell')] {period}",
  ],
  country: [
    "(in|nei|negli|nel|nella|dalla|dal|dall'|della|nell'|dei|degli) {place}",
    'con clienti in {place}',
    'di clienti in {place}',
  ],
  partner: [
    '[(insieme)] (con|insieme a) {partner}',
    '(dove|in cui) {partner} (partecipa|è coinvolta|è coinvolto)',
    '(condivise|fatte|in comune|gestite|che abbiamo|che condividiamo|che facciamo) [insieme] con {partner}',
    "(dove|in cui|che vedono) (partecipa|c' è|è coinvolta|è coinvolto|lavora) [anche] {partner}",
  ],
  stage: ["(al|all') {stage}", "[(in|nella|alla|a|allo|all')] [(fase|stadio|stato)] [(di|della)] {stage}"],
  customer: ['(per|di|del|della|da) {customer}'],
  words: ['(su|chiamate|che si chiamano|riguardo a|riguardanti) {words}', '(a|in) {words}'],
  filler: [
    "(le|i|gli|la|il|lo|l'|che|sono|e|ma|,|:|con|di|del|delle|dei|attualmente|ancora|adesso|in questo momento|valore|hanno|abbiamo|ho|presto|è|un|a|ci)",
  ],
};
