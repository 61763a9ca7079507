import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const show =
  "(mostra|mostrami|mostrare|mostrarmi|fammi vedere|apri|aprimi|aprire|vedere|vedi|visualizza|visualizzare|dammi|darmi|mi mostri|mi apri|mi fai vedere|mi fate vedere|mi dai|ci mostri|mi visualizzi|mi elenchi|vediamo|fammi dare una occhiata a|guardiamo|guarda|fai vedere|fammi dare un'occhiata a)";

/** Looking at deals, and what the bot tells by itself. */
export const askingIt: Grammar['sentences'] = {
  help: [
    '(mi (puoi aiutare|aiuti|serve aiuto|serve una mano|puoi dare una mano|dai una mano)|[che] cosa (posso|potrei|dovrei) (chiederti|scriverti|dirti|fare con te|chiedere|digitare)|non so (cosa|che cosa|come) (fare|funziona|scrivere|chiedere)|[che] cosa (puoi|sai) fare [per (me|noi)]|a cosa servi|istruzioni|serve aiuto|aiuto per favore|come ti uso|come si usa|comandi|un aiuto|una mano)',

    '(aiuto|aiutami|aiutarmi|ho bisogno di aiuto|[che] cosa puoi fare|[che] cosa sai fare|cosa posso (dire|chiedere|fare|scrivere)|come funziona|come funzioni|quali comandi ci sono|che comandi ci sono)',
    `${show} [(i|tutti i)] comandi`,
  ],
  day: [
    "(c' è|ho) qualcosa",
    '[che] cosa (devo|dovrei|bisogna|posso) (fare|gestire|seguire|guardare|affrontare|controllare|sistemare|sbrigare) [(per (prima|primo|prima cosa))] [(oggi|ora|adesso|stamattina|stamani|questa mattina)]',
    "che (devo|ho da|dovrei|c' è da) (fare|sbrigare) [(oggi|stamattina|adesso|ora)]",
    '(di|su) [che] cosa (devo|dovrei|mi devo|mi dovrei) (occuparmi|occupare|lavorare|intervenire|concentrarmi|agire) [(oggi|stamattina|ora|adesso|questa mattina)]',
    "[(c' è|ho|ci sono)] (qualcosa|niente|novità|cose) [(di)] [(urgente|nuovo|importante|da fare|per me|che mi aspetta|in sospeso|urgenti|che richiede (me|la mia attenzione))] [per me] (oggi|stamattina|per me|urgente|in sospeso)",
    'qualcosa di (urgente|nuovo|importante) [per me]',
    'da (dove|cosa|che cosa) (comincio|inizio|parto|cominciamo|iniziamo|devo (iniziare|cominciare)) [oggi]',
    '(quali|che|quante) (trattative|segnalazioni|cose|affari) (hanno bisogno di (me|noi)|richiedono (me|la mia attenzione|una mia azione|attenzione)|aspettano (me|noi|una mia (azione|mossa)))',
    "[che] cosa (mi aspetta|mi tocca|ho|ho da fare|c' è da fare|c' è per me|c' è|devo fare|c' è in sospeso|è in sospeso|è urgente) (stamattina|questa mattina|oggi|adesso) [(in agenda|in programma)]",
    "(le|la|cosa c' è nella) mia (lista|lista di cose da fare|agenda|giornata)",
    "cosa (è|c' è) (urgente|prioritario|importante|in sospeso)",

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
    "(come|com') (è|sta|sta andando|va|è messa|procede) [(messa|andando)] la mia pipeline",

    `[${show}] [la] mia (pipeline|pipeline di vendita)`,
    "com' è la mia pipeline",
    'come va la mia pipeline',
    'come sto andando',
  ],
  'pipeline.all': [
    "(come|com') (è|sta|sta andando|va|è messa|procede) [(messa|andando)] la nostra pipeline",

    `[${show}] [(la|tutta la|l')] (nostra pipeline|pipeline completa|intera pipeline|pipeline intera|tutta la pipeline|pipeline di tutti|pipeline (aziendale|del team|dell' azienda|di squadra|totale|generale))`,
    `[${show}] tutta la pipeline`,
    "(com' è|come va) la nostra pipeline",
    'come stiamo andando',
  ],
  pipeline: [
    "(come|com') (è|sta|sta andando|va|procede) [(messa|andando)] la pipeline",
    '[la] pipeline per (fase|trimestre|mese)',
    "[che] cosa (abbiamo|c' è) (in|nella) pipeline",

    `[${show}] [la] (pipeline|pipeline di vendita|pipeline delle vendite)`,
    "(com' è|come va) la pipeline",
    "[che] cosa c' è nella pipeline",
    '(valore|trattative) per (fase|trimestre)',
  ],
  insights: [
    "(quante|quanti) (trattative|affari|opportunità|segnalazioni) [(abbiamo|sono stati|sono state|ho)] (vinto|perso|rifiutato|accettato|vinte|perse|vinti|persi|accettate|rifiutate) [(questo|nello scorso|lo scorso|in questo|nel|quest')] [(trimestre|mese|anno|ultimo trimestre|trimestre scorso|mese scorso)]",
    "(qual|quale|qual') è [(il|la)] [(nostro|nostra|mio)] (tasso di (vittoria|successo|accettazione|risposta|conversione)|tempo (medio|di risposta|medio di risposta)|media)",
    'come (stiamo|siamo) (performando|andati|messi|messe) [(questo|nel) (trimestre|mese|anno)]',
    '[(i|dei)] [nostri] (numeri|dati|risultati|indicatori) [(di|del|per)] [(questo|il)] [(trimestre|mese|anno)]',
    '(tasso|percentuale) di (successo|vittoria|vittorie|accettazione|risposta|conversione)',

    `[${show}] [(le|gli|i|un|delle)] [(nostre|nostri)] (statistiche|analisi|approfondimenti|indicatori|numeri|insights|report|dati|statistica) [(del|di questo|per il|dell') (trimestre|anno|mese)]`,
    'chi risponde [(più|quanto|in quanto)] [(velocemente|in fretta|rapidamente|tempo|veloce)]',
    'quanto (tempo ci mettiamo|ci mettiamo|tempo impieghiamo|tempo ci vuole|velocemente rispondiamo|ci vuole) [a] [rispondere]',
    '(tempi di risposta|tempo di risposta|tasso di vittoria|tasso di accettazione)',
    'quante (trattative) abbiamo (vinto|perso|rifiutato|accettato)',
    'perché perdiamo [(le trattative|trattative)]',
  ],
  'digest.off': [
    '(non voglio|non mi serve|non desidero|basta|niente|non mandarmi|smetti di mandarmi|smettila di mandarmi|smettila con|smetti con|non inviarmi|non mandare) [più] [(il|con il|col)] (digest|riepilogo|riepilogo quotidiano|riepilogo giornaliero|messaggio del mattino) [(la mattina|al mattino|del mattino|mattutino|ogni mattina)]',

    "(disattiva|disattivare|spegni|ferma|blocca|togli|annulla|interrompi|non mandarmi [più]|basta [con]) [(il|la|l')] (digest|riepilogo|riepilogo quotidiano|messaggio del mattino|riepilogo giornaliero)",
    '(digest|riepilogo) (off|spento|disattivato|no)',
    'niente [più] (digest|riepilogo)',
  ],
  digest: [
    '[(voglio|vorrei|preferisco|preferirei|mi mandi|mi mandate|mi invii|mandami|fammi avere)] [(il|un)] [mio] (digest|riepilogo|riepilogo quotidiano|messaggio del mattino|riepilogo giornaliero) [(mattutino|del mattino)] (alle|alle ore|ogni|per le|dalle) {text}',

    '(manda|mandami|invia|inviami|imposta|metti|sposta|mettere|inviarmi|mandarmi) [(il|un)] (digest|riepilogo|riepilogo quotidiano|messaggio del mattino|riepilogo giornaliero) [(alle|alle ore|per le|ogni|a|di|il)] {text}',
    '[(il)] [mio] (digest|riepilogo quotidiano|messaggio del mattino|riepilogo) [(alle|per le|ogni|:|alle ore)] {text}',
    '[(il)] [mio] (digest|riepilogo quotidiano|messaggio del mattino)',
  ],
  back: [
    '(rieccomi|rieccoci|eccomi di nuovo|eccomi qua|rientrata|rientrato|sono rientrato|sono rientrata|sono di nuovo (disponibile|operativo|operativa|al lavoro)|di ritorno|ferie finite|sono qui di nuovo)',
    '[sono] (tornato|tornata|rientrato|rientrata) [(dalle|dalla|dal|al|in)] [(ferie|vacanze|vacanza|malattia|congedo|lavoro|ufficio)]',

    '(sono|siamo) (tornato|tornata|di nuovo qui|rientrato|rientrata|di ritorno|tornati|di nuovo in ufficio) [(dalle ferie|in ufficio|al lavoro|dalle vacanze)]',
    '(tornato|tornata|rientrato|rientrata|ferie finite|eccomi|sono qui di nuovo|assenza finita|fine ferie|fine assenza)',
    'le (mie ferie|ferie) sono finite',
  ],
  away: [
    '(non ci sono|non ci sarò|non sarò in ufficio|sono in trasferta|sono malato|sono malata) [,] {text}',

    '(sono|sarò|io sono) (via|assente|in ferie|fuori|fuori ufficio|in vacanza|in malattia|in congedo) [,] {text}',
    '(via|assente|ferie|in ferie|fuori ufficio|assenza|in vacanza) {text}',
  ],
  cover: [
    '[(sono|sarò|io sono)] (via|assente|in ferie|fuori|in vacanza|fuori ufficio|in malattia|in congedo|non ci sono|non ci sarò|fuori sede) {until} [,|;] [e] {person} (mi sostituisce|prende il mio posto|mi copre|subentra|mi sostituirà|segue le mie trattative|prende le mie trattative|fa le mie veci|è il mio sostituto|è la mia sostituta|si occupa delle mie trattative|al mio posto|mi coprirà|gestisce le mie trattative|è il mio vice)',
    "[(sono|sarò|io sono)] (via|assente|in ferie|fuori|in vacanza|fuori ufficio|in malattia|in congedo|non ci sono|non ci sarò|fuori sede) {until} [,|;] [e] (mi sostituisce|al mio posto|al mio posto c' è|mi copre|subentra|mi sostituirà|il mio sostituto è|la mia sostituta è|sostituto|sostituta|mi coprirà) {person}",

    '{person} (mi sostituisce|mi copre) {until}',
    '(sono|sarò) (via|assente|in ferie|fuori ufficio|fuori|in vacanza) {until} [,|e] {person} (mi sostituisce|prende il mio posto|mi copre|subentra|mi sostituirà)',
    "(sono|sarò) (via|assente|in ferie|fuori ufficio|fuori|in vacanza) {until} [,|e] (mi sostituisce|al mio posto c' è|mi copre|subentra|mi sostituirà) {person}",
    '{person} (mi sostituisce|prende il mio posto|mi copre|subentra|prende in carico le mie trattative|è la mia sostituta|è il mio sostituto|fa le mie veci|mi sostituirà|segue le mie trattative|subentra per me|è il mio vice|prende le mie trattative)',
    '[(il|la)] [(mio|mia)] (sostituto|sostituta|vice) (è|:|sarà) {person}',
    'mi sostituisce {person}',
  ],
  search: [
    '(mi cerchi|mi trovi|cercate|puoi cercare|ricercare) {text}',

    "(cerca|cercami|cercare|trova|trovami|trovare|dov' è|dove si trova|sto cercando|ricerca) [(la|una|il|le|l')] [(trattativa|affare|trattative)] [(di|con|chiamata|per|su)] {text}",
  ],
  team: [
    "chi (altro|altri)  (lavora|c' è|segue|lavorano|è coinvolto) (su|in|a|nel team di|con) {deal}",
    'chi (sta|stanno) [altro] (lavorando|seguendo|gestendo) [(su|a|con)] {deal}',
    "chi (fa parte|è|sono|c' è) [(nel|del|il|i membri del)] team (di|per|su) {deal}",
    'di chi è {deal}',
    'chi (è|è il|sono i) (responsabile|responsabili|titolare|proprietario|referente) (di|per|su|della|del) {deal}',
    'chi (ha in carico|tiene|porta avanti|sta dietro a) {deal}',
    '(aggiungi|togli) (qualcuno|persone|un collega|una collega) (al|dal) team di {deal}',

    `[${show}] (il team|team|i membri|le persone|la squadra|squadra) (di|della|del|per|su|su cui|in|dell'|della trattativa) {deal}`,
    "chi (lavora|c' è|segue|è|gestisce|ha in mano|si occupa) [(su|di|in|a|nel team di|responsabile di|il responsabile di|alla|sulla)] {deal}",
    '(modifica|cambia) il team di {deal}',
  ],
  solutions: [
    "(aggiungi|aggiungere|inserisci|metti|togli|rimuovi) [(una|un|un'|altra|le)] [altra] (soluzione|soluzioni|prodotto|prodotti) (a|in|su|per|da|alla|nella) {deal}",

    `[${show}] (le soluzioni|soluzioni|i prodotti|prodotti) (di|della|del|per|su|in|dell') {deal}`,
    '(quali|che) (soluzioni|prodotti) (ha|ci sono|sono|include|contiene|vendiamo|abbiamo) [(in|a|su|per|con)] {deal}',
    '[che] cosa vendiamo a {deal}',
    '(modifica|cambia) le soluzioni di {deal}',
  ],
  timeline: [
    '(tutto quello che|tutto ciò che) è successo (su|con|in) {deal}',
    'la (cronologia|storia) (completa|intera) di {deal}',

    `[${show}] [(la|lo|il)] (cronologia|storico|storia|registro|modifiche) (di|della|del|per|su|dell') {deal}`,
    '(cronologia|storico|storia) {deal}',
    '(cosa|chi) (è cambiato|ha modificato|ha cambiato cosa|è stato modificato) (in|su|di|per|a|con) {deal}',
  ],
  summary: [
    'come (siamo|stiamo|sono) (messi|messe|andando|a) (con|su) {deal}',
    "(come|com') (sta|stanno|va|vanno) [(andando|procedendo)] [(le cose|la cosa|tutto)] (con|su|per|da|in) {deal}",
    "[(ci sono|c' è|hai|abbiamo|avete)] (qualche|alcuna|delle|qualcuna|nessuna|delle) (novità|notizia|notizie|aggiornamento|news|aggiornamenti|cosa nuova) (su|da|di|con|per|riguardo a) {deal}",
    '(mi|ci) (fai|dai|mandi|fate|fa) [(un|una|il|lo|le)] [(breve|veloce|rapido)] (riassunto|punto|riepilogo|aggiornamento|sintesi|quadro|stato|novità|ultime) (di|su|della|sulla|per|da) {deal}',
    '(fammi|facci|dammi|dimmi|fai|fare) [(un|una|il|lo|le)] [(breve|veloce|rapido)] (riassunto|punto|punto della situazione|riepilogo|aggiornamento|sintesi|quadro|stato|novità|ultime) (di|su|della|sulla|per|da) {deal}',
    '(mi|ci) (aggiorni|riassumi|racconti|parli|dici qualcosa|sai dire qualcosa) [(su|di)] {deal}',
    "(si è mosso|è successo|è cambiato|si muove|succede|c' è) (qualcosa|qualche cosa|niente) [di nuovo] (su|con|in|per|da|a) {deal} [(ultimamente|questa settimana|di recente|oggi)]",
    '{deal} [(,|:|-)] (novità|aggiornamenti|notizie|come va|ci sono novità|situazione|a che punto siamo|qualche novità)',
    '(ultime|le ultime|ultime notizie|ultime novità|le novità|le ultime novità) (su|di|da|per) {deal}',
    'a che punto (siamo|sono le cose|stiamo|siete) (con|su|per) {deal}',

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
    "(diamo|dai|dare|do|dammi|posso dare) un' occhiata a {deal}",
    '(portami|vai|portaci|torna|torniamo|andiamo) (su|a|alla|nella|da) {deal}',
    '(vediamo|fammi rivedere|rivediamo|voglio vedere) {deal}',
    '(mostrami|fammi vedere) (tutto|cosa abbiamo|quello che abbiamo) (su|di|per) {deal}',

    `${show} [(la scheda di|i dettagli di|la scheda|i dettagli|di nuovo)] {deal}`,
    '(dettagli|scheda) (di|su|della|del) {deal}',
    '(vai a|vai su|guardiamo|guarda|richiama|controlla|fai vedere) {deal}',
  ],
};
