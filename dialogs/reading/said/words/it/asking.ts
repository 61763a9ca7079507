import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const show =
  "(mostra|mostrami|mostrare|mostrarmi|fammi vedere|apri|aprimi|aprire|vedere|vedi|visualizza|visualizzare|dammi|darmi|guardiamo|guarda|fai vedere|fammi dare un'occhiata a)";

/** Looking at deals, and what the bot tells by itself. */
export const askingIt: Grammar['sentences'] = {
  help: [
    '(aiuto|aiutami|aiutarmi|ho bisogno di aiuto|[che] cosa puoi fare|[che] cosa sai fare|cosa posso (dire|chiedere|fare|scrivere)|come funziona|come funzioni|quali comandi ci sono|che comandi ci sono)',
    `${show} [(i|tutti i)] comandi`,
  ],
  day: [
    '[che] cosa (richiede|ha bisogno di|necessita) [(della|la)] [(mia|me)] [(attenzione|me)] [oggi]',
    "[che] cosa (c' è|mi aspetta|mi tocca|devo|ho) [(da)] [(fare|gestire|in programma|per me|di nuovo|di urgente|di importante|sul tavolo|in agenda)] [oggi] [(da fare|in programma|per me|in agenda)]",
    '[che] cosa (aspetta|attende) (me|una mia risposta|la mia risposta|una risposta) [oggi]',
    '[che] cosa mi (aspetta|serve fare|tocca fare) [oggi]',
    '[che] cosa (bolle in pentola|succede) oggi',
    '[che] cosa devo (fare|gestire|seguire|guardare|affrontare) [(oggi|ora|adesso|per primo)]',
    "(c' è|ho) qualcosa (di urgente|da fare|per me|di nuovo|di importante|che mi aspetta) [(da fare)] [oggi]",
    '(oggi|la mia giornata|le mie attività|i miei compiti|agenda|buongiorno|la mia agenda|cose da fare|cose da fare oggi)',
    `${show} (la mia giornata|le mie attività|cosa mi aspetta|cosa devo fare|cosa c' è da fare|cosa richiede la mia attenzione) [oggi]`,
    'di cosa mi devo occupare [oggi]',
    'di cosa devo occuparmi [oggi]',
  ],
  'pipeline.mine': [
    `[${show}] [la] mia (pipeline|pipeline di vendita)`,
    "com' è la mia pipeline",
    'come va la mia pipeline',
    'come sto andando',
  ],
  'pipeline.all': [
    `[${show}] [(la|tutta la|l')] (nostra pipeline|pipeline completa|intera pipeline|pipeline intera|tutta la pipeline|pipeline di tutti|pipeline (aziendale|del team|dell' azienda|di squadra|totale|generale))`,
    `[${show}] tutta la pipeline`,
    "(com' è|come va) la nostra pipeline",
    'come stiamo andando',
  ],
  pipeline: [
    `[${show}] [la] (pipeline|pipeline di vendita|pipeline delle vendite)`,
    "(com' è|come va) la pipeline",
    "[che] cosa c' è nella pipeline",
    '(valore|trattative) per (fase|trimestre)',
  ],
  insights: [
    `[${show}] [(le|gli|i|un|delle)] [(nostre|nostri)] (statistiche|analisi|approfondimenti|indicatori|numeri|insights|report|dati|statistica) [(del|di questo|per il|dell') (trimestre|anno|mese)]`,
    'chi risponde [(più|quanto|in quanto)] [(velocemente|in fretta|rapidamente|tempo|veloce)]',
    'quanto (tempo ci mettiamo|ci mettiamo|tempo impieghiamo|tempo ci vuole|velocemente rispondiamo|ci vuole) [a] [rispondere]',
    '(tempi di risposta|tempo di risposta|tasso di vittoria|tasso di accettazione)',
    'quante (trattative) abbiamo (vinto|perso|rifiutato|accettato)',
    'perché perdiamo [(le trattative|trattative)]',
  ],
  'digest.off': [
    "(disattiva|disattivare|spegni|ferma|blocca|togli|annulla|interrompi|non mandarmi [più]|basta [con]) [(il|la|l')] (digest|riepilogo|riepilogo quotidiano|messaggio del mattino|riepilogo giornaliero)",
    '(digest|riepilogo) (off|spento|disattivato|no)',
    'niente [più] (digest|riepilogo)',
  ],
  digest: [
    '(manda|mandami|invia|inviami|imposta|metti|sposta|mettere|inviarmi|mandarmi) [(il|un)] (digest|riepilogo|riepilogo quotidiano|messaggio del mattino|riepilogo giornaliero) [(alle|alle ore|per le|ogni|a|di|il)] {text}',
    '[(il)] [mio] (digest|riepilogo quotidiano|messaggio del mattino|riepilogo) [(alle|per le|ogni|:|alle ore)] {text}',
    '[(il)] [mio] (digest|riepilogo quotidiano|messaggio del mattino)',
  ],
  back: [
    '(sono|siamo) (tornato|tornata|di nuovo qui|rientrato|rientrata|di ritorno|tornati|di nuovo in ufficio) [(dalle ferie|in ufficio|al lavoro|dalle vacanze)]',
    '(tornato|tornata|rientrato|rientrata|ferie finite|eccomi|sono qui di nuovo|assenza finita|fine ferie|fine assenza)',
    'le (mie ferie|ferie) sono finite',
  ],
  away: [
    '(sono|sarò|io sono) (via|assente|in ferie|fuori|fuori ufficio|in vacanza|in malattia|in congedo) [,] {text}',
    '(via|assente|ferie|in ferie|fuori ufficio|assenza|in vacanza) {text}',
  ],
  cover: [
    '{person} (mi sostituisce|mi copre) {until}',
    '(sono|sarò) (via|assente|in ferie|fuori|in vacanza) {until} [,|e] {person} (mi sostituisce|prende il mio posto|mi copre|subentra|mi sostituirà)',
    "(sono|sarò) (via|assente|in ferie|fuori|in vacanza) {until} [,|e] (mi sostituisce|al mio posto c' è|mi copre|subentra|mi sostituirà) {person}",
    '{person} (mi sostituisce|prende il mio posto|mi copre|subentra|prende in carico le mie trattative|è la mia sostituta|è il mio sostituto|fa le mie veci|mi sostituirà|segue le mie trattative|subentra per me|è il mio vice|prende le mie trattative)',
    '[(il|la)] [(mio|mia)] (sostituto|sostituta|vice) (è|:|sarà) {person}',
    'mi sostituisce {person}',
  ],
  search: [
    "(cerca|cercami|cercare|trova|trovami|trovare|dov' è|dove si trova|sto cercando|ricerca) [(la|una|il|le|l')] [(trattativa|affare|trattative)] [(di|con|chiamata|per|su)] {text}",
  ],
  team: [
    `[${show}] (il team|team|i membri|le persone|la squadra|squadra) (di|della|del|per|su|su cui|in|dell'|della trattativa) {deal}`,
    "chi (lavora|c' è|segue|è|gestisce|ha in mano|si occupa) [(su|di|in|a|nel team di|responsabile di|il responsabile di|alla|sulla)] {deal}",
    '(modifica|cambia) il team di {deal}',
  ],
  solutions: [
    `[${show}] (le soluzioni|soluzioni|i prodotti|prodotti) (di|della|del|per|su|in|dell') {deal}`,
    '(quali|che) (soluzioni|prodotti) (ha|ci sono|sono|include|contiene|vendiamo|abbiamo) [(in|a|su|per|con)] {deal}',
    '[che] cosa vendiamo a {deal}',
    '(modifica|cambia) le soluzioni di {deal}',
  ],
  timeline: [
    `[${show}] [(la|lo|il)] (cronologia|storico|storia|registro|modifiche) (di|della|del|per|su|dell') {deal}`,
    '(cronologia|storico|storia) {deal}',
    '(cosa|chi) (è cambiato|ha modificato|ha cambiato cosa|è stato modificato) (in|su|di|per|a|con) {deal}',
  ],
  summary: [
    "(com'|come|come sta|com' è) (va|sta|è|procede|andando|messa|messo|procedendo|sta andando|va avanti) [(con|la|a che punto|l')] {deal} [(andando|procedendo)]",
    "com' è (andata|andato|messa|messo|finita) (con|da|per) {deal}",
    '(come) (vanno|stanno) le cose (con|su|per|da) {deal}',
    "(che|che cosa|cosa|che c') (è|è successo|succede|è cambiato|c' è|novità ci sono|ci sono) [(successo|di nuovo|accaduto|di novità)] (con|su|a|in|per|di|da|sulla|alla|al) {deal} [ultimamente]",
    '(novità|aggiornamenti|notizie|aggiornamento) (su|di|da|per|con|da parte di) {deal}',
    "(ci sono|c' è|hai) (novità|aggiornamenti|notizie|qualcosa di nuovo) (su|di|da|per|con) {deal}",
    "(qual|quale|qual') è [(lo|il|la)] (stato|situazione|punto|fase|valore|data di chiusura|prossimo passo|aggiornamento) (di|della|del|con|per|su|dell') {deal}",
    "(stato|riassunto|riepilogo|sintesi|situazione|a che punto siamo con|punto|quadro) (di|della|del|su|per|con|:|dell') {deal}",
    '(riassumi|riassumimi|riepiloga|sintetizza|parlami di|raccontami di|aggiornami su|aggiornami di|dimmi di|dimmi qualcosa su|riassumere) {deal}',
    `${show} [(un|una|lo|il|la)] [breve] (stato|riassunto|riepilogo|sintesi|situazione|aggiornamento|quadro) (di|della|del|su|per|sulla) {deal}`,
    '(a che punto|dove) (è|siamo|sta|siamo arrivati|si trova) [(con|di)] {deal}',
    'in (che|quale) (fase|stadio|stato) (è|si trova|sta) {deal}',
    '(quando) (chiude|si chiude|scade|finisce|chiuderà|si chiuderà) {deal}',
    'quanto vale {deal}',
    '(ha|è|hanno) {deal} [(già|ancora)] (risposto|accettato|rifiutato|vinta|persa|accettata|scaduta|chiusa|registrata|aperta|firmata|negoziata|proposta)',
    '(ha risposto|hanno risposto|qualcuno ha risposto|microsoft ha risposto) (su|per|a) {deal}',
    '{deal} (stato|come va|a che punto è|a che punto siamo|come procede)',
  ],
  view: [
    `${show} [(la scheda di|i dettagli di|la scheda|i dettagli|di nuovo)] {deal}`,
    '(dettagli|scheda) (di|su|della|del) {deal}',
    '(vai a|vai su|guardiamo|guarda|richiama|controlla|fai vedere) {deal}',
  ],
};
