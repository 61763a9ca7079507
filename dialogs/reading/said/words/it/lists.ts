import type { ListWords } from '#dialogs/reading/said/listWords.ts';

const deals = '(trattative|affari|opportunità|deals|referenze|segnalazioni|lead|vendite)';

/** What lists are asked by in Italian. */
export const listsIt: ListWords = {
  opening: [
    '(mostra|mostrami|mostraci|fammi vedere|elenca|elencami|dammi|trova|trovami|apri|vedere|vedi|visualizza|cerca|voglio vedere)',
    '(quali|quale|cosa|che|quante|quanti) [delle]',
    "(ci sono|abbiamo|ho|c' è)",
    '(quali|cosa) (sono|è)',
  ],
  nouns: [deals, '(tutto|cose|quelle|quelli)'],
  mine: ['(mie|mia|miei|mio|nostre|nostri)', 'su cui lavoro', '(che seguo|che ho)'],
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
  won: ['(vinte|vinti)', 'che abbiamo vinto'],
  lost: ['(perse|persi|perdute)', 'che abbiamo perso'],
  declined: ['(rifiutate|rifiutati|declinate)'],
  accepted: ['(accettate|accettati)'],
  received: ['(ricevute|ricevuti|nuove|nuovi)'],
  expired: ['(scadute senza risposta|decadute)'],
  unanswered: [
    '[(ricevute|ricevuti|arrivate) [,] [ma|e]] (senza risposta|non risposte|non ancora risposte|senza una risposta|inevase|senza risposta da parte nostra)',
    '[(che|ancora)] (in attesa|aspettano|attendono) [di|della] [(una|mia|nostra|la mia|la nostra)] (risposta|decisione)',
    'a cui non (ho|abbiamo) [ancora] risposto',
  ],
  overdue: [
    '(scadute|scaduti|scaduto|scaduta|in ritardo|oltre la data|oltre la data di chiusura|oltre la scadenza)',
    'che (sono scadute|dovevano chiudersi|dovevano essere chiuse)',
  ],
  quiet: [
    '(ferme|fermi|bloccate|dormienti|inattive|fredde|stagnanti|in stallo)',
    'senza (novità|notizie|attività|movimento|movimenti|progressi|aggiornamenti|sviluppi)',
    '[(dove|in cui|su cui)] non (succede|è successo|si muove|accade) (nulla|niente) [(da tempo|da settimane|di recente)]',
    'che non si muovono',
    'ferme da (tempo|settimane)',
  ],
  over: [
    '[(di valore|del valore|da|di|con valore|con un valore)] (sopra|oltre|superiori|superiore|più di|maggiori|maggiore|almeno|sopra i|oltre i|più grandi|al di sopra) [(a|ai|di|i|gli|dei|agli)] {money}',
    '{money} (o più|in su)',
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
    'condivise con {partner}',
  ],
  customer: ['(per|di|del|della|da) {customer}'],
  stage: ["[(in|nella|alla|a|allo|all')] [(fase|stadio|stato)] [(di|della)] {stage}"],
  words: ['(su|chiamate|che si chiamano|riguardo a|riguardanti) {words}', '(a|in) {words}'],
  filler: [
    "(le|i|gli|la|il|lo|l'|che|sono|e|ma|,|:|con|di|del|delle|dei|attualmente|ancora|adesso|in questo momento|valore|hanno|abbiamo|ho|presto|è|un|a|ci)",
  ],
};
