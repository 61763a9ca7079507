import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { askingIt } from './asking.ts';
import { decidingIt } from './deciding.ts';
import { doingIt } from './doing.ts';
import { listsIt } from './lists.ts';

/** How deals are spoken of in Italian. */
export const it: Grammar = {
  polite: {
    before: [
      '(ciao|salve|buongiorno|ok|okay|allora|e|ora|adesso|sì|bene|scusa|purtroppo|finalmente|ops|oops|mi dispiace|perfetto|grazie|guarda|buona notizia|ottime notizie|aggiornamento|allora|beh|ehi|senti|poi)',
      '(voglio|vorrei|devo|dobbiamo|vogliamo|vorremmo|ho bisogno di|avrei bisogno di|mi serve|mi servirebbe|mi piacerebbe|stiamo per|siamo felici di|sono felice di|siamo lieti di|saremmo felici di|ci piacerebbe|è ora di|desidero|bisogna)',
      '(cortesemente|gentilmente)',
      '(dimmi|sai dirmi|mi dici|mi sai dire)',
    ],
    asks: [
      '(puoi|potresti|può|potrebbe|posso|possiamo|potete|mi puoi|mi potresti|riesci a|ti dispiace|ti spiace|si può|ci puoi|vuoi)',
    ],
    behind: ['(grazie|grazie mille|ok|per me|se puoi|va bene|per noi|subito|dai)'],
    anywhere: ['(per favore|per piacere|per cortesia|cortesemente|gentilmente|pure|prego|pls)'],
  },
  ending: [
    '(ora|adesso|già|di nuovo|oggi|subito|attualmente|ormai|al momento|ultimamente|di recente|da ieri|evviva|finalmente|purtroppo|ancora|urrà|recentemente)',
  ],
  around: {
    articles:
      "il|lo|la|l'|i|gli|le|un|una|uno|un'|mio|mia|nostro|nostra|questo|questa|quest'|con|di|del|della|dell'|dello|per|su|sul|sulla|sull'|a|al|alla|all'|da|dalla|dal|dall'|in|nella|nel",
    nouns:
      'trattativa|affare|deal|opportunità|cliente|trattativa con|trattativa di|trattativa per|invito a|invito per|referenza|segnalazione|pratica',
  },
  it: 'questa|questo|quella|quello|essa|esso|la|lo|lei|lui|ne|quest ultima|la stessa',
  clitic: /^(\p{L}{3,}?)(l[ao]|mel[ao]|cel[ao]|m?i|ci)$/u,
  everything:
    '(tutto|tutte|tutti|tutte le trattative|[le] [mie|nostre] trattative|niente|nulla|qualcosa|qualcuno|notifiche|le notifiche|tutte le notifiche|entrambe|me|noi|cosa|oggi|mi)',
  noName:
    "occhiata|trattative|affari|deals|chiudi|segna|se|perché|come|chi|quando|cosa|che|dove|quale|quali|quanto|è|era|sono|ha|hanno|aveva|dovrei|dovremmo|dovrebbe|potrebbe|può|posso|non|mai|nessun|nessuna|nessuno|forse|o|ma|io|noi|loro|si|qualcuno|sopra|sotto|oltre|tra|fra|c'|sarà|abbiamo|ho",
  not: 'non|mai|nessuno|nessuna|niente|nulla|se|qualora|forse|magari|dovrei|dovremmo|dovrebbe|potrebbe|potremmo|vorrebbe|quasi|probabilmente|spero|speriamo|invece di|prima di|dopo|quando|finché|chi|chiede|chiesto|dice|detto|potrebbero|vorrei|sentito|pare|sembra|dicono|hanno detto|mi dicono|vorrebbero|vuole|vogliono|sia|siano|vincessimo|vinceremo|perderemo|conviene|forse|penso|pensiamo|credo|pensavo|stiamo pensando|sto pensando|dimenticato|avremmo|avrei|avessimo|dovremo|domani|sarebbe|avrebbe|appena',
  sentences: { ...doingIt, ...decidingIt, ...askingIt },
  lists: listsIt,
};
