import type { Grammar } from '#dialogs/reading/said/grammar.ts';

/** To move a deal to a stage, or to mark it as won or lost. */
export const setIt =
  '(fai avanzare|chiudi|chiudere|chiudiamo|sposta|spostare|spostiamo|metti|mettere|mettiamo|segna|segnare|imposta|impostare|porta|portare|portiamo|passa|passare|passiamo|cambia|cambiare|marca|marcare|contrassegna|aggiorna|aggiornare|avanza|fai passare|manda)';

/** Changing deals. */
export const doingIt: Grammar['sentences'] = {
  note: [
    '(segnati|segna|segnare|annotati|appunta|appuntati|scrivi|prendi nota|prendi un appunto|prendere nota|ricorda) (su|per|a|di|in|sulla) {deal} (:|,|che) {text}',
    '(aggiungi|metti|scrivi|inserisci) [(questo|questa)] (alle|nelle|tra le|nei|ai) (note|commenti|appunti) (di|su|per|della) {deal} (:|,|che|-) {text}',

    '(nota|appunto|annotazione|commento) [(su|per|a|di|sulla|sul|alla|al|in)] {deal} (:|-|che|,) {text}',
    '(aggiungi|aggiungere|scrivi|scrivere|metti|inserisci|inserire|lascia|fai|crea|prendi) [(una|la|un)] (nota|appunto|annotazione|commento) (a|su|per|alla|al|sulla|sul|in|di) {deal} (:|che|,|dicendo che|-|in cui si dice che) {text}',
    '(annota|annotare|scrivi|segna) (su|per|a|in) {deal} (:|che|,) {text}',
    '(nota|annota|appunto|aggiungi nota|aggiungi una nota) (:|che) {text}',
    '(per|su) {deal} (:|,) [(aggiungi una|aggiungi)] nota [:|che] {text}',
    '{deal} nota : {text}',
  ],
  undo: [
    "(ho sbagliato|mi sono sbagliato|mi sono sbagliata|sbagliato|scusa ho sbagliato|errore|era un errore|è stato un errore|è un errore) [,] [(torna indietro|annulla|ripristina|rimetti (com' era|come prima)|annulla tutto)]",
    "(rimetti|rimettila|rimettilo|riporta|riportala|riportalo|lascia) [(tutto|la|lo)] (com' era|come era|come prima|come stava) [prima]",
    "(annulla|annullare|disfa) (tutto|l' ultima (cosa|operazione|mossa|scelta)|ciò che ho fatto|quello che hai fatto|la cosa|ultima operazione)",

    "(annulla|annullare|ripristina) (l' ultima|l' ultima azione|l' ultima modifica|ultima azione|questo|quello|quello che ho fatto|l' ultimo passo|la modifica)",
    '(torna|torniamo|riporta tutto|rimetti) (indietro|come prima)',
    "(annulla|ripristina) [(l' ultima|la|le)] (modifica|modifiche|azione) (su|di|a|per) {deal}",
    '(era|è stato) un errore',
    '(annullalo|annullala|ripristina|disfa|disfare)',
  ],
  start: [
    "(registra|caricare|carica|metti|fai|aggiungere) [(una|un|un')] (nuova|nuovo) (trattativa|affare|opportunità|deal) [(con|per|:|,|da|di)] {text}",
    "(registra|caricare|carica|metti|fai|aggiungere) [(una|un|un')] (nuova|nuovo) (trattativa|affare|opportunità|deal)",

    "(nuova|nuovo|crea|creare|apri|inserisci|inserire|aggiungi|avvia|iniziare|inizia|aprire) [(una|un|una nuova|un nuovo|nuova|nuovo|un')] (trattativa|affare|opportunità|deal) [(con|per|:|,|da|di)] {text}",
    "(nuova|nuovo|crea|creare|apri|inserisci|inserire|aggiungi|avvia|iniziare|inizia|aprire) [(una|un|una nuova|un nuovo|nuova|nuovo|un')] (trattativa|affare|opportunità|deal)",
    '(ho|abbiamo) (una nuova|un nuovo) (trattativa|affare|opportunità|deal|cliente) [(con|per|:|da)] {text}',
    '(ho|abbiamo) (una nuova|un nuovo) (trattativa|affare|opportunità|deal)',
  ],
  remind: [
    '(manda|invia|fai|mandiamo|mandare|inviare) [(un|un altro|ancora un|il)] [altro] (promemoria|sollecito|remind|reminder) a {partner} (per|su|di|riguardo a|sulla|circa) {deal}',
    '(manda|invia|fai|mandiamo|mandare|inviare) a {partner} [(un|un altro)] (promemoria|sollecito|reminder) (per|su|di|riguardo a|sulla|circa) {deal}',
    '(manda|invia|fai|mandiamo) [(un|un altro)] (promemoria|sollecito|reminder) a {partner}',
    '(manda|invia|fai|mandiamo) a {partner} [(un|un altro)] (promemoria|sollecito|reminder)',
    "(sollecita|ricorda) [(di nuovo|ancora|una risposta)] [(a|da|di)] {partner} [(di nuovo|ancora)] [(di (rispondere|risponderci|decidere))] (per|su|di|riguardo a|circa|sull' invito a|sulla) {deal}",
    '(sollecita|sollecitare) (di nuovo|ancora|una risposta da) {partner} (per|su|di) {deal}',
    '(sollecita|sollecitare) (di nuovo|ancora) {partner}',
    "(ricorda|ricordare) a {partner} (l' invito|la risposta|la scadenza|di rispondere|di risponderci) (a|su|per|di|all'|sull') {deal}",
    '(sollecita|sollecitare) una risposta (da|di|a) {partner} (per|su|di) {deal}',

    '(sollecita|sollecitare|ricorda|ricordare|stimola|ricordalo|manda un promemoria|manda un sollecito|invia un sollecito|invia un promemoria) [a] {partner} (per|su|di|riguardo a|circa|a proposito di|della|del) {deal}',
    '(manda|inviare|invia|mandare) [un] (promemoria|sollecito) a {partner} [(per|su|di|riguardo a) {deal}]',
    '(sollecita|sollecitare|ricorda a) {partner}',
  ],
  invite: [
    "(manda|invia|mandiamo|inviare|mandare|fai) a {partner} [(un|un altro|l')] invito (per|a|su) {deal}",
    '(invita|invitare|chiedi a|invitiamo|vorrei invitare) {partner} a (partecipare|collaborare|unirsi|entrare|lavorare) [(a|in|su|alla|nella|per|con noi (a|su|per))] {deal}',
    '(facciamo entrare|fai entrare|facciamo partecipare|fai partecipare|tiriamo dentro|tira dentro|porta dentro|portiamo dentro|invitiamo|coinvolgiamo|mettiamo) {partner} (in|a|su|nella|alla|per|sulla) {deal}',
    '(per|su) {deal} [,] (invita|coinvolgi|chiama|aggiungi|porta) {partner}',
    '(aggiungi|aggiungere|coinvolgi|invita|includi|porta) {partner} come (partner|partner di co-selling) (a|in|su|per|alla|nella) {deal}',
    '(coinvolgi|coinvolgere|aggiungi) anche {partner} (a|in|su|nella|alla) {deal}',

    "(invita|invitare|coinvolgi|coinvolgere|porta|portare|aggiungi|aggiungere|fai entrare|chiama|includi|includere) {partner} (a|in|nella|alla|su|per|al|nel|all') {deal} (con|per|:|,) {text}",
    "(invita|invitare|coinvolgi|coinvolgere|porta|portare|aggiungi|aggiungere|fai entrare|includi|includere) {partner} (a|in|nella|alla|su|per|al|nel|all'|nell'|sulla) {deal}",
    'chiedi a {partner} di (partecipare a|unirsi a|entrare in|collaborare a) {deal}',
    '(manda|invia) un invito a {partner} (per|a|su) {deal}',
    '(invita|invitare|coinvolgi|coinvolgere) {partner}',
  ],
  rename: [
    '(cambia|cambiare|modifica) [(il)] nome (a|alla|al|di|della) {deal} (in|con) {name}',
    '(dai|dare|metti) a {deal} il nome {name}',
    '{deal} (ora si chiama|adesso si chiama|si chiamerà|deve chiamarsi|si chiama ora) {name}',

    '(rinomina|rinominare|ribattezza|chiama) {deal} (in|come|a) {name}',
    '(cambia|cambiare|modifica) il nome di {deal} in {name}',
  ],
  value: [
    "(imposta|impostare|metti|cambia|porta|aggiorna|alza|abbassa|aumenta|riduci|modifica|correggi|fissa) [(il|l')] (valore|importo) (a|su|in|:) {money}",
    "[(il|l')] (valore|importo) [(ora|adesso)] (è|:|=|ora è|sale a|passa a|diventa|è salito a) [(di|ora|adesso)] {money}",
    '[(ora|adesso)] vale [(ora|adesso|circa)] {money}',
    "(il|l') (valore|importo) (di|della|del|dell') {deal} (è|sale|scende|passa) [(salito|sceso|passato|aumentato)] a {money}",
    '(per|su) {deal} (metti|segna|imposta|scrivi|mettiamo|calcola) {money}',
    "(imposta|metti|porta|cambia|aggiorna|alza|abbassa|fissa) (il valore|l' importo) (di|della|del|per|su|dell') {deal} (a|su|in|:) {money}",

    '(metti|imposta|mettere|segna|scrivi) {money} (su|per|a|come valore (di|per)) {deal}',
    "(imposta|impostare|metti|mettere|cambia|cambiare|porta|portare|aggiorna|aggiornare|alza|alzare|abbassa|abbassare|aumenta|aumentare|riduci|ridurre|modifica|correggi|modificare|sposta) (il valore|l' importo|il prezzo|valore|la cifra) (di|della|del|per|su|dell') {deal} (a|su|in|:) {money}",
    '(porta|portare|alza|alzare|abbassa|abbassare|aumenta|aumentare|riduci|ridurre|metti|imposta|aggiorna|cambia|correggi) {deal} [(da {other})] (a|su) {money}',
    "[(il|l')] (valore|importo|prezzo) (di|della|del|per|dell') {deal} (è|=|:|ora è|adesso è|diventa|è ora|è diventato|sale a|scende a|dovrebbe essere|deve essere) [(ora|adesso|di)] {money}",
    '{deal} (valore|importo) [(:|=|è|->)] {money}',
    '{deal} [(ora|adesso)] (vale|è|costa|sale a|scende a|passa a|arriva a|ammonta a|è a|è salita a|è arrivata a|è scesa a|è passata a) [(ora|adesso)] [(circa|da|di)] {money}',
  ],
  closeDate: [
    "(imposta|metti|cambia|sposta|aggiorna|modifica|rimanda|rinvia|posticipa|anticipa|fissa) [(la|il)] (data di chiusura|chiusura|scadenza) (a|al|alla|all'|in|per|:) [(il|l')] {date}",
    "(imposta|metti|cambia|sposta|aggiorna|modifica|rimanda|rinvia|posticipa|anticipa|fissa) [(la|il)] (data di chiusura|chiusura|scadenza) (di|della|del|per|dell') {deal} (a|al|alla|all'|in|per|:) [(il|l')] {date}",
    'la (data di chiusura|chiusura|scadenza) (è|sarà|diventa|passa) [(il|a|al|per)] {date}',
    "{deal} (è|è stata|viene|sarà|è stato) (rimandata|rinviata|posticipata|spostata|anticipata|rimandato|rinviato|slittata) (a|al|alla|all'|nel|per) {date}",
    '(dobbiamo|vogliamo|contiamo di|prevediamo di|pensiamo di|chiudiamo|chiudo) [chiudere] {deal} (entro il|entro|il|a|per|entro la) {date}',
    '{deal} (va|deve essere|verrà|sarà) (chiusa|chiuso|firmata|firmato) (entro il|entro|il|a|per) {date}',
    '(chiusura|data di chiusura) (di|della|del) {deal} [(:|a|al|il)] {date}',

    "[(imposta|metti|cambia|sposta|aggiorna|modifica|spostare|impostare|cambiare)] [(la|il)] (data di chiusura|chiusura|scadenza|data|data prevista|data di chiusura prevista) (di|della|del|per|dell') {deal} (è|a|al|alla|:|=|è il|per|il|è al|in|ora è|è a|slitta a|slitta al|diventa|è per) [(ora|il|l')] {date}",
    '{deal} (data di chiusura|chiusura|scadenza) [(:|=|è|->)] {date}',
    "{deal} (chiude|si chiude|chiuderà|si chiuderà|si firma|finisce|va chiusa|verrà chiusa|sarà chiusa|dovrebbe chiudersi|dovrebbe chiudere) [(il|a|per|entro|in|al|l'|nel)] {date}",
    "(sposta|spostare|rimanda|rimandare|rinvia|rinviare|posticipa|posticipare|anticipa|anticipare|fai slittare|slitta) {deal} (a|al|alla|in|per|all'|nel) {date}",
    "{deal} (slitta|è rinviata|è rimandata|è spostata|viene rinviata|è slittata|si sposta|è stata rinviata|è stata spostata) (a|al|alla|all'|nel) {date}",
    '(chiudi|chiudere) {deal} (il|entro il|entro|a) {date}',
  ],
  goes: [
    "{deal} (è|è ora|è già|ormai è|ora è) (al|all'|alla) {to}",
    '(imposta|metti|cambia|porta|sposta) [(la|lo)] (fase|stato) (a|su|in) {to}',
    "{deal} (al|all'|alla) {to}",

    `${setIt} {deal} [avanti] (a|in|su|come|alla|nella|allo|all'|al) [(fase|stato)] [di] {to}`,
    `${setIt} (la fase|lo stato|fase) (di|della|del) {deal} (a|in|su) {to}`,
    '(la fase|lo stato|fase) (di|della|del) {deal} è [ora] {to}',
    "{deal} (è|è ora|ora è|adesso è|è stata|è stato|risulta|sta) [(ora|adesso|già|appena)] [(in|a|alla|nella|in fase di|in fase|nella fase di|all')] {to} [ora]",
    "{deal} (passa|va|è passata|è passato|si sposta|entra|avanza|arriva|è arrivata|è entrata) [(ora|adesso)] (a|in|alla|nella|all') [(fase|fase di)] {to}",
    '{deal} (ha raggiunto|raggiunge) {to}',
    '{deal} (->|=>|→|:|=) {to}',
    'abbiamo {to} {deal}',
  ],
  mark: [
    `(sposta|spostare|segna|segnare) {deal} (a|in|come|alla|nella|all') [(fase|stato)] {to}`,
    '(cambia|imposta|segna) la fase (di|della|del|per) {deal}',
  ],
  handover: [
    '(dai|diamo|dalla|date) {deal} (a|ad|alla|al) {to}',
    '(di|della|del) {deal} si (occupa|occuperà) {to}',
    '(la|lo) (prende|segue|gestisce|prenderà|seguirà|gestirà|prende in carico) {to}',
    'se ne (occupa|occuperà) {to}',
    '{deal} (la|lo) (prende|segue|gestisce|prenderà|seguirà|gestirà|prende in carico|diamo a|passiamo a|affidiamo a) {to}',
    '(passiamo|affidiamo|assegniamo|lasciamo|giriamo|diamo) {deal} (a|ad|alla|al) {to}',

    '(passa|passare|affida|affidare|assegna|assegnare|dai|dare|cedi|cedere|consegna|trasferisci|trasferire|gira|girare|lascia) {deal} (a|ad|alla|al) {to}',
    '{deal} (va|passa|tocca|spetta|viene affidata|è assegnata) (a|ad) {to}',
    '{to} (prende in carico|prende|si occupa di|subentra in|gestisce|si prende|rileva|segue|prenderà|seguirà) {deal}',
  ],
  unmute: [
    'di nuovo [le] (notifiche|novità|notizie) (su|di|per|da) {deal}',
    '(attiva|riattiva|rimetti|riaccendi|accendi|voglio) [di nuovo] [(le|tutte le)] (notifiche|novità|notizie) (di|per|su|da|della) {deal}',
    '(togli|leva) [(il|la|dal)] (silenzioso|silenzio|muto|modalità silenziosa) (a|da|per|di|su) {deal}',
    '(togli|leva) {deal} dal (silenzioso|silenzio|muto)',
    '(avvisami|aggiornami|informami|scrivimi|notificami|voglio sapere) di nuovo (su|di|per) {deal}',
    '(tienimi|tenetemi) [di nuovo] (aggiornato|aggiornata|informato|informata|al corrente) [di nuovo] (su|di|per) {deal}',
    '(voglio|vorrei) di nuovo (le notifiche|novità|le novità) (su|di|per) {deal}',

    '(riattiva|riattivare|togli il silenzio a|togli il muto a) [(le notifiche (di|per|su))] {deal}',
    'riattiva',
  ],
  mute: [
    '(silenzia|silenziare|zittisci) (tutto|tutte le notifiche|le notifiche|ogni notifica|ogni cosa) (su|di|per|da|quello che riguarda) {deal}',
    '(basta|niente più|niente|stop|no|non voglio più|non voglio|non mi servono più|non mandarmi più|smetti di mandarmi|smettila con|non mandarmi) [(con|le|di|con le|alle)] (notifiche|novità|messaggi|notizie|avvisi|aggiornamenti) (di|per|su|da|della) {deal}',
    '(non|smetti di|smettila di) (avvisarmi|scrivermi|notificarmi|informarmi|disturbarmi|aggiornarmi|tenermi aggiornato) [più] (su|di|per|con) {deal}',
    'non voglio (più|) (sapere|sentire) [(niente|nulla|parlare)] [più] (su|di|da) {deal}',
    '(metti|mettere|imposta) {deal} (in|su|come) (silenzioso|silenzio|muto|modalità silenziosa)',
    '(togli|togliere|leva|elimina|disabilita|stacca) [(le|tutte le)] (notifiche|avvisi|novità) (di|per|su|da|della|a) {deal}',

    '(silenzia|silenziare|zittisci|metti in silenzioso|silenziamo) {deal}',
    '(disattiva|disattivare|spegni|ferma|blocca|basta) [(le|con le|tutte le)] (notifiche|novità) (di|per|su|da) {deal}',
    'silenzia',
  ],
  unfavorite: [
    '{deal} non è più (tra i|nei|fra i|una|un) [miei] (preferiti|preferita|preferito)',
    '(cancella|cancellare|leva|tira via) {deal} (dai|da) [(miei|i miei)] preferiti',

    '(togli|rimuovi|elimina|leva|togliere|rimuovere) {deal} (dai|da) [(miei|i miei)] preferiti',
    '{deal} (via|fuori) dai preferiti',
  ],
  favorite: [
    '{deal} (ai|nei|tra i|fra i) [miei] preferiti',
    '(segna|marca|imposta|rendi) {deal} [come] (preferita|preferito)',

    '(aggiungi|aggiungere|metti|mettere|salva|segna|inserisci) {deal} (ai|tra i|nei|come|fra i) [(miei|i miei)] (preferiti|preferita|preferito)',
    '(preferisci|preferita) {deal}',
  ],
  edit: [
    '(modifica|modificare|correggi|cambia|cambiare|aggiorna|sistemare|sistema) (qualcosa|qualche dato|alcune cose|una cosa|dei dati|qualche dettaglio) (su|in|di|a|per|nella) {deal}',
    '(fai|fare|apporta) [(delle|alcune|una)] (modifiche|modifica|correzione|correzioni) (a|su|in) {deal}',
    '(modifica|modificare|correggi|correggere|cambia|cambiare|aggiorna|aggiornare|edita) [(i dettagli di|i dati di)] {deal}',
    'modifica',
  ],
};
