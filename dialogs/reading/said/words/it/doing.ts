import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const set =
  '(sposta|spostare|spostiamo|metti|mettere|mettiamo|segna|segnare|imposta|impostare|porta|portare|portiamo|passa|passare|passiamo|cambia|cambiare|marca|marcare|contrassegna|aggiorna|aggiornare|avanza|fai passare|manda)';
const because =
  '([,] (perché|per via di|a causa di|a causa del|a causa della|per|causa|motivo :|motivo|in quanto|poiché|dato che)|:|,|-)';

/** Changing deals. */
export const doingIt: Grammar['sentences'] = {
  note: [
    '(nota|appunto|annotazione|commento) [(su|per|a|di|sulla|sul|alla|al|in)] {deal} (:|-|che|,) {text}',
    '(aggiungi|aggiungere|scrivi|scrivere|metti|inserisci|inserire|lascia|fai|crea|prendi) [(una|la|un)] (nota|appunto|annotazione|commento) (a|su|per|alla|al|sulla|sul|in|di) {deal} (:|che|,|dicendo che|-|in cui si dice che) {text}',
    '(annota|annotare|scrivi|segna) (su|per|a|in) {deal} (:|che|,) {text}',
    '(nota|annota|appunto|aggiungi nota|aggiungi una nota) (:|che) {text}',
    '(per|su) {deal} (:|,) [(aggiungi una|aggiungi)] nota [:|che] {text}',
    '{deal} nota : {text}',
  ],
  undo: [
    "(annulla|annullare|ripristina) (l' ultima|l' ultima azione|l' ultima modifica|ultima azione|questo|quello|quello che ho fatto|l' ultimo passo|la modifica)",
    '(torna|torniamo|riporta tutto|rimetti) (indietro|come prima)',
    "(annulla|ripristina) [(l' ultima|la|le)] (modifica|modifiche|azione) (su|di|a|per) {deal}",
    '(era|è stato) un errore',
    '(annullalo|annullala|ripristina|disfa|disfare)',
  ],
  start: [
    "(nuova|nuovo|crea|creare|apri|inserisci|inserire|aggiungi|avvia|iniziare|inizia|aprire) [(una|un|una nuova|un nuovo|nuova|nuovo|un')] (trattativa|affare|opportunità|deal) [(con|per|:|,|da|di)] {text}",
    "(nuova|nuovo|crea|creare|apri|inserisci|inserire|aggiungi|avvia|iniziare|inizia|aprire) [(una|un|una nuova|un nuovo|nuova|nuovo|un')] (trattativa|affare|opportunità|deal)",
    '(ho|abbiamo) (una nuova|un nuovo) (trattativa|affare|opportunità|deal|cliente) [(con|per|:|da)] {text}',
    '(ho|abbiamo) (una nuova|un nuovo) (trattativa|affare|opportunità|deal)',
  ],
  remind: [
    '(sollecita|sollecitare|ricorda|ricordare|stimola|ricordalo|manda un promemoria|manda un sollecito|invia un sollecito|invia un promemoria) [a] {partner} (per|su|di|riguardo a|circa|a proposito di|della|del) {deal}',
    '(manda|inviare|invia|mandare) [un] (promemoria|sollecito) a {partner} [(per|su|di|riguardo a) {deal}]',
    '(sollecita|sollecitare|ricorda a) {partner}',
  ],
  invite: [
    "(invita|invitare|coinvolgi|coinvolgere|porta|portare|aggiungi|aggiungere|fai entrare|chiama|includi|includere) {partner} (a|in|nella|alla|su|per|al|nel|all') {deal} (con|per|:|,) {text}",
    "(invita|invitare|coinvolgi|coinvolgere|porta|portare|aggiungi|aggiungere|fai entrare|includi|includere) {partner} (a|in|nella|alla|su|per|al|nel|all'|nell'|sulla) {deal}",
    'chiedi a {partner} di (partecipare a|unirsi a|entrare in|collaborare a) {deal}',
    '(manda|invia) un invito a {partner} (per|a|su) {deal}',
    '(invita|invitare|coinvolgi|coinvolgere) {partner}',
  ],
  rename: [
    '(rinomina|rinominare|ribattezza|chiama) {deal} (in|come|a) {name}',
    '(cambia|cambiare|modifica) il nome di {deal} in {name}',
  ],
  value: [
    '(metti|imposta|mettere|segna|scrivi) {money} (su|per|a|come valore (di|per)) {deal}',
    "(imposta|impostare|metti|mettere|cambia|cambiare|porta|portare|aggiorna|aggiornare|alza|alzare|abbassa|abbassare|aumenta|aumentare|riduci|ridurre|modifica|correggi|modificare|sposta) (il valore|l' importo|il prezzo|valore|la cifra) (di|della|del|per|su|dell') {deal} (a|su|in|:) {money}",
    '(porta|portare|alza|alzare|abbassa|abbassare|aumenta|aumentare|riduci|ridurre|metti|imposta|aggiorna|cambia|correggi) {deal} [(da {other})] (a|su) {money}',
    "[(il|l')] (valore|importo|prezzo) (di|della|del|per|dell') {deal} (è|=|:|ora è|adesso è|diventa|è ora|è diventato|sale a|scende a|dovrebbe essere|deve essere) [(ora|adesso|di)] {money}",
    '{deal} (valore|importo) [(:|=|è|->)] {money}',
    '{deal} [(ora|adesso)] (vale|è|costa|sale a|scende a|passa a|arriva a|ammonta a|è a|è salita a|è arrivata a|è scesa a|è passata a) [(ora|adesso)] [(circa|da|di)] {money}',
  ],
  closeDate: [
    "[(imposta|metti|cambia|sposta|aggiorna|modifica|spostare|impostare|cambiare)] [(la|il)] (data di chiusura|chiusura|scadenza|data|data prevista|data di chiusura prevista) (di|della|del|per|dell') {deal} (è|a|al|alla|:|=|è il|per|il|è al|in|ora è|è a|slitta a|slitta al|diventa|è per) [(ora|il|l')] {date}",
    '{deal} (data di chiusura|chiusura|scadenza) [(:|=|è|->)] {date}',
    "{deal} (chiude|si chiude|chiuderà|si chiuderà|si firma|finisce|va chiusa|verrà chiusa|sarà chiusa|dovrebbe chiudersi|dovrebbe chiudere) [(il|a|per|entro|in|al|l'|nel)] {date}",
    "(sposta|spostare|rimanda|rimandare|rinvia|rinviare|posticipa|posticipare|anticipa|anticipare|fai slittare|slitta) {deal} (a|al|alla|in|per|all'|nel) {date}",
    "{deal} (slitta|è rinviata|è rimandata|è spostata|viene rinviata|è slittata|si sposta|è stata rinviata|è stata spostata) (a|al|alla|all'|nel) {date}",
    '(chiudi|chiudere) {deal} (il|entro il|entro|a) {date}',
  ],
  goes: [
    `${set} {deal} [avanti] (a|in|su|come|alla|nella|allo|all'|al) [(fase|stato)] [di] {to}`,
    `${set} (la fase|lo stato|fase) (di|della|del) {deal} (a|in|su) {to}`,
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
    '(passa|passare|affida|affidare|assegna|assegnare|dai|dare|cedi|cedere|consegna|trasferisci|trasferire|gira|girare|lascia) {deal} (a|ad|alla|al) {to}',
    '{deal} (va|passa|tocca|spetta|viene affidata|è assegnata) (a|ad) {to}',
    '{to} (prende in carico|prende|si occupa di|subentra in|gestisce|si prende|rileva|segue|prenderà|seguirà) {deal}',
  ],
  accept: [
    "(accetta|accettare|accettiamo|accetto|prendi|prendiamo|prendo|approva|approvare|di' sì a) {deal}",
    '(accetta|accetto|la accetto|la prendo|la prendiamo|lo accetto|accettare)',
  ],
  decline: [
    `(rifiuta|rifiutare|rifiutiamo|rifiuto|declina|declinare|respingi|respingere|scarta|scartare|decliniamo|declino) {deal} ${because} {reason}`,
    '(rifiuta|rifiutare|rifiutiamo|rifiuto|declina|declinare|respingi|respingere|scarta|scartare|decliniamo|declino) {deal}',
    "(di' di no a) {deal}",
    '(rifiuta|declina|la rifiuto)',
    `(rifiuta|declina) ${because} {reason}`,
  ],
  win: [
    "{deal} (l' abbiamo|l' ho|è stata) [(appena|finalmente)] (vinta|vinto|presa|portata a casa)",
    '(abbiamo|ho) (portato a casa) {deal}',
    '(abbiamo|ho) [(appena|finalmente)] (vinto|preso|chiuso|ottenuto) {deal}',
    '{deal} (è|è stata|è stato|è ora) [(ora|finalmente)] (vinta|vinto|nostra)',
    '{deal} (vinta|vinto)',
    `${set} {deal} (come|a|in) (vinta|vinto)`,
    "(abbiamo vinto|l' abbiamo vinta|vinta|segna come vinta|l' abbiamo vinto)",
  ],
  lose: [
    "{deal} (l' abbiamo|l' ho) [(purtroppo)] (persa|perso) ([,] (perché|per|a causa di|per via di)|:|,) {reason}",
    "{deal} (l' abbiamo|l' ho) [(purtroppo)] (persa|perso)",
    `(abbiamo|ho) [(appena|purtroppo)] perso {deal} ${because} {reason}`,
    `{deal} (è|è stata|è andata|è stato) [purtroppo] (persa|perduta|perso) ${because} {reason}`,
    `{deal} (persa|perso) ${because} {reason}`,
    '(abbiamo|ho) [(appena|purtroppo)] perso {deal}',
    '{deal} (è|è stata|è andata|è stato) [(ora|purtroppo)] (persa|perduta|perso)',
    '{deal} (persa|perso)',
    `${set} {deal} (come|a|in) (persa|perso) ${because} {reason}`,
    `${set} {deal} (come|a|in) (persa|perso)`,
    "(abbiamo perso|l' abbiamo persa|l' abbiamo perso|segna come persa)",
  ],
  register: [
    '(registra|registrare|registriamo) {deal} con microsoft',
    '(registra|registrare|registriamo) {deal} [(presso microsoft|in partner center|da microsoft|su partner center)]',
    '(registra)',
    '(avvia|fai) la registrazione di {deal}',
  ],
  unmute: [
    '(riattiva|riattivare|togli il silenzio a|togli il muto a) [(le notifiche (di|per|su))] {deal}',
    'riattiva',
  ],
  mute: [
    '(silenzia|silenziare|zittisci|metti in silenzioso|silenziamo) {deal}',
    '(disattiva|disattivare|spegni|ferma|blocca|basta) [(le|con le|tutte le)] (notifiche|novità) (di|per|su|da) {deal}',
    'silenzia',
  ],
  unfavorite: [
    '(togli|rimuovi|elimina|leva|togliere|rimuovere) {deal} (dai|da) [(miei|i miei)] preferiti',
    '{deal} (via|fuori) dai preferiti',
  ],
  favorite: [
    '(aggiungi|aggiungere|metti|mettere|salva|segna|inserisci) {deal} (ai|tra i|nei|come|fra i) [(miei|i miei)] (preferiti|preferita|preferito)',
    '(preferisci|preferita) {deal}',
  ],
  edit: [
    '(modifica|modificare|correggi|correggere|cambia|cambiare|aggiorna|aggiornare|edita) [(i dettagli di|i dati di)] {deal}',
    'modifica',
  ],
};
