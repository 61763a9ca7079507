import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const set =
  '(setz|setze|setzen sie|stell|stelle|stellen sie|schieb|schiebe|schieben sie|verschieb|verschiebe|verschieben sie|bewege|beweg|markier|markiere|markieren sie|rück|rücke|bring|bringe|bringen sie|änder|ändere|ändern sie|heb|hebe|heben sie|stuf|stufe|pack|packe|zieh|ziehe|ziehen sie|nimm|nehmen sie|leg|lege|legen sie|schalte|schalt|mach|mache|erhöh|erhöhe|erhöhen sie|senk|senke|senken sie|verleg|verlege|verlegen sie|vertag|vertage|aktualisier|aktualisiere|korrigier|korrigiere|pass|passe|passen sie|drück|drücke|schraub|schraube|stufen sie)';
const declined =
  '(lehn|lehne|lehnen wir|wir lehnen|ich lehne|lehnen sie|sag|sage|sagen sie|sagen wir|wir sagen|ich sage)';
const away =
  '(die konkurrenz|den wettbewerb|einen wettbewerber|den wettbewerber|jemand anderen|jemand anders|einen anderen|einen anderen anbieter|einen konkurrenten|den konkurrenten|die mitbewerber|den mitbewerber)';
const because = '([,] (weil|wegen|da|denn|aufgrund|grund :|grund|an)|:|,|-)';

/** Taking deals or not, and how they end. */
export const answeringDe: Grammar['sentences'] = {
  accept: [
    '{deal} (machen wir|mache ich|mach ich|passt uns|passt für uns|ist angenommen|ist akzeptiert|nehmen wir gern)',
    '(sag|sage|sagen sie|wir sagen|ich sage|sagen wir) (bei|zu) {deal} [(ja)] [zu]',
    '(wir sind|ich bin|wir machen|ich mache) bei {deal} (dabei|mit|drin)',
    'bei {deal} (sind wir dabei|machen wir mit|bin ich dabei|zusagen|mitmachen)',
    '(ja zu|zusage für|zusage an) {deal}',
    '{deal} zusagen',
    '{deal} (nehmen wir|nehme ich|nehm ich|übernehmen wir) [an]',
    '(nimm|nehme|nehmen wir|wir nehmen|ich nehme|nehmen sie|ich nehm|nehm) {deal} an',
    '(akzeptier|akzeptiere|akzeptieren|annehmen|wir akzeptieren|ich akzeptiere|wir nehmen|ich nehme|ich übernehme|wir übernehmen) {deal}',
    '{deal} (annehmen|akzeptieren)',
    '(annehmen|akzeptieren|ich nehme an|wir nehmen an|nimm an)',
    '{deal} (nehmen wir|nehme ich) [an]',
    'sag {deal} zu',
  ],
  decline: [
    `${declined} [(bei|die einladung von|die einladung zu|die anfrage von)] {deal} ab [${because} {reason}]`,
    `(bei|zu) {deal} (absagen|ablehnen|sagen wir ab|passen wir|sind wir raus|nein sagen|bin ich raus) [${because} {reason}]`,
    `{deal} (wollen wir nicht|machen wir nicht|nehmen wir nicht|nehmen wir nicht an|lehnen wir ab|lehne ich ab|sagen wir ab) [${because} {reason}]`,
    `(kein interesse an|wir haben kein interesse an|wir verzichten auf|ich verzichte auf|nein zu|absage an|absage für) {deal} [${because} {reason}]`,
    `{deal} (ablehnen|absagen|zurückweisen) ${because} {reason}`,
    `(lehn|lehne|lehnen wir|wir lehnen|ich lehne|lehnen sie) {deal} ab ${because} {reason}`,
    `(lehn|lehne|wir lehnen|ich lehne) {deal} (wegen|aufgrund) {reason} ab`,
    `{deal} ablehnen ${because} {reason}`,
    `{deal} (wegen|aufgrund) {reason} ablehnen`,
    '(lehn|lehne|lehnen wir|wir lehnen|ich lehne|lehnen sie) {deal} ab',
    '{deal} (ablehnen|zurückweisen|absagen)',
    '(sag|sage|wir sagen|ich sage) {deal} ab',
    '(weise|weis) {deal} zurück',
    '(ablehnen|lehne ab)',
    `(ablehnen|lehne ab) ${because} {reason}`,
  ],
  win: [
    '{deal} (ist im sack|ist in trockenen tüchern|haben wir im sack|ist eingetütet|haben wir eingetütet|ist durch|haben wir geholt|haben wir bekommen|ist unser|ist unsers|gehört uns|ist gewonnen worden|geht an uns|ging an uns|haben wir an land gezogen)',
    '{deal} (hat|haben) [(endlich|heute|gerade)] (unterschrieben|unterzeichnet|bestellt|den auftrag erteilt|uns den zuschlag gegeben|uns den auftrag gegeben|den vertrag unterschrieben|sich für uns entschieden)',
    '(den|der) (zuschlag|auftrag) (bei|von|für) {deal} (haben wir|ist da|haben wir bekommen|ist durch)',
    '(wir haben|haben|hab|habe|ich habe) (den|einen) (zuschlag|auftrag|vertrag|abschluss) (bei|von|für|mit) {deal} (bekommen|gewonnen|geholt|erhalten|gemacht|gekriegt|in der tasche)',
    '(bei|mit) {deal} (haben wir|hab ich|habe ich) (gewonnen|den zuschlag bekommen|abgeschlossen|den zuschlag|den auftrag)',
    '(wir haben|ich habe|haben) {deal} [(jetzt|endlich|gerade)] (gewonnen|bekommen|geholt)',
    '{deal} (ist|wurde|haben wir|hab ich) [(jetzt|nun|endlich)] (gewonnen|unter dach und fach|unterschrieben)',
    '{deal} gewonnen',
    `${set} {deal} (auf|als) gewonnen`,
    '{deal} als gewonnen markieren',
    '(gewonnen|wir haben gewonnen|als gewonnen markieren)',
    'gewonnen : {deal}',
  ],
  lose: [
    `{deal} (ging|geht|ist|ging leider) [(leider)] an ${away} [gegangen] [${because} {reason}]`,
    '(wegen|aufgrund) {reason} (haben wir|habe ich|hab ich|haben) {deal} verloren',
    `(aus|mit) {deal} (wird|wurde) (nichts|nichts mehr|es nichts|das nichts|leider nichts) [${because} {reason}]`,
    `{deal} hat sich [(leider)] (für ${away}|gegen uns) entschieden [${because} {reason}]`,
    `{deal} (hat|haben) uns [(leider)] abgesagt [${because} {reason}]`,
    `{deal} (haben wir|hab ich|habe ich) [(leider)] an ${away} verloren`,
    `(wir haben|haben|ich habe) {deal} [(leider)] an ${away} verloren`,
    `{deal} ist [(leider|wohl)] (weg|tot|gestorben|geplatzt|vom tisch|raus|gescheitert) ${because} {reason}`,
    '{deal} ist [(leider|wohl)] (vom tisch|gescheitert)',
    '{deal} (ist|wurde|haben wir) [(leider|jetzt|doch)] (wegen|aufgrund|an) {reason} verloren',
    '(wir haben|ich habe|haben) {deal} [(leider|doch)] (wegen|aufgrund|an) {reason} verloren',
    '{deal} ist [(leider|wohl)] (weg|tot|gestorben|geplatzt)',
    `(wir haben|ich habe|haben) {deal} [(leider)] verloren ${because} {reason}`,
    `(wir haben|ich habe|haben) {deal} [(leider)] (wegen|aufgrund|an) {reason} verloren`,
    `{deal} (ist|wurde|haben wir) [(leider)] verloren ${because} {reason}`,
    `{deal} (ist|wurde|haben wir) (wegen|aufgrund|an) {reason} verloren`,
    `{deal} verloren ${because} {reason}`,
    `{deal} (wegen|aufgrund) {reason} verloren`,
    '(wir haben|ich habe|haben) {deal} [(leider|jetzt)] verloren',
    '{deal} (ist|wurde|haben wir|ging) [(jetzt|nun|leider)] verloren [gegangen]',
    '{deal} [leider] verloren',
    `${set} {deal} (auf|als) verloren`,
    '{deal} als verloren markieren',
    '(verloren|wir haben verloren)',
  ],
};
