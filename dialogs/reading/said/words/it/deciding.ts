import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { setIt } from './doing.ts';

const because =
  '([,] (perché|per via di|a causa di|a causa del|a causa della|per|causa|motivo :|motivo|in quanto|poiché|dato che)|:|,|-)';

/** Accepting and declining, winning and losing, registering. */
export const decidingIt: Grammar['sentences'] = {
  accept: [
    '{deal} (la|lo) (accettiamo|accetto|prendiamo|prendo|prendiamo noi|prendiamo volentieri)',
    '{deal} (:|,|-) (accetta|accettata|accettiamo|la prendiamo|sì)',
    '(la accettiamo|la accetto|la prendiamo noi|prendiamola|accettiamola|la prendiamo volentieri)',
    '(accettiamo|accetto|accetta|prendiamo) volentieri {deal}',

    "(accetta|accettare|accettiamo|accetto|prendi|prendiamo|prendo|approva|approvare|di' sì a) {deal}",
    '(accetta|accetto|la accetto|la prendo|la prendiamo|lo accetto|accettare)',
  ],
  decline: [
    '{deal} (la|lo) (rifiutiamo|rifiuto|decliniamo|scartiamo|respingiamo)',
    '{deal} (:|,|-) (rifiuta|rifiutata|rifiutiamo|no grazie)',
    '(rifiuta|rifiutare|rifiutiamo|rifiuto|declina|declinare|respingi|scarta|decliniamo) {deal} [,] (visto che|siccome|poiché|in quanto|con motivo|motivo|motivazione|con la motivazione|per mancanza di) [:] {reason}',
    '(la rifiutiamo|la decliniamo|non la prendiamo)',

    `(rifiuta|rifiutare|rifiutiamo|rifiuto|declina|declinare|respingi|respingere|scarta|scartare|decliniamo|declino) {deal} ${because} {reason}`,
    '(rifiuta|rifiutare|rifiutiamo|rifiuto|declina|declinare|respingi|respingere|scarta|scartare|decliniamo|declino) {deal}',
    "(di' di no a) {deal}",
    '(rifiuta|declina|la rifiuto)',
    `(rifiuta|declina) ${because} {reason}`,
  ],
  win: [
    "{deal} (ha|hanno) [(appena|finalmente)] (firmato|detto (di sì|sì)|accettato l' offerta)",
    '(chiudi|chiudere|chiudiamo|registra|segna) {deal} (come|) (vinta|vinto)',
    '(vinta|vinto) {deal}',
    '{deal} è [(cosa)] (fatta|in tasca|portata a casa)',

    "{deal} (l' abbiamo|l' ho|è stata) [(appena|finalmente)] (vinta|vinto|presa|portata a casa)",
    '(abbiamo|ho) (portato a casa) {deal}',
    '(abbiamo|ho) [(appena|finalmente)] (vinto|preso|chiuso|ottenuto) {deal}',
    '{deal} (è|è stata|è stato|è ora) [(ora|finalmente)] (vinta|vinto|nostra)',
    '{deal} (vinta|vinto)',
    `${setIt} {deal} (come|a|in) (vinta|vinto)`,
    "(abbiamo vinto|l' abbiamo vinta|ce l' abbiamo fatta|è vinta|vinta|segna come vinta|l' abbiamo vinto)",
  ],
  lose: [
    '{deal} è (sfumata|saltata|andata in fumo|andata male|sfumato|saltato|caduta)',
    '{deal} (non è andata|non è andata in porto|non si fa|ha detto (di no|no))',
    '(persa|perso) {deal} ([,] (perché|per|per via di|a causa di|causa)|:|,|-) {reason}',
    '(persa|perso) {deal}',
    `${setIt} {deal} (persa|perso)`,

    "{deal} (l' abbiamo|l' ho) [(purtroppo)] (persa|perso) ([,] (perché|per|a causa di|per via di)|:|,) {reason}",
    "{deal} (l' abbiamo|l' ho) [(purtroppo)] (persa|perso)",
    `(abbiamo|ho) [(appena|purtroppo)] perso {deal} ${because} {reason}`,
    `{deal} (è|è stata|è andata|è stato) [purtroppo] (persa|perduta|perso) ${because} {reason}`,
    `{deal} (persa|perso) ${because} {reason}`,
    '(abbiamo|ho) [(appena|purtroppo)] perso {deal}',
    '{deal} (è|è stata|è andata|è stato) [(ora|purtroppo)] (persa|perduta|perso)',
    '{deal} (persa|perso)',
    `${setIt} {deal} (come|a|in) (persa|perso) ${because} {reason}`,
    `${setIt} {deal} (come|a|in) (persa|perso)`,
    "(abbiamo perso|l' abbiamo persa|l' abbiamo perso|segna come persa)",
  ],
  register: [
    '{deal} (va|è da|deve essere|dobbiamo) (registrata|registrare|registrato) [(con|presso|da) microsoft]',
    '(fai|fare|avvia|inizia|invia|facciamo) la registrazione (di|per|della) {deal} [(con|presso) microsoft]',
    '(registra|registriamo) {deal} (presso|con|da|su) (microsoft|partner center)',

    '(registra|registrare|registriamo) {deal} con microsoft',
    '(registra|registrare|registriamo) {deal} [(presso microsoft|in partner center|da microsoft|su partner center)]',
    '(registra)',
    '(avvia|fai) la registrazione di {deal}',
  ],
};
