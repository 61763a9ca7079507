import type { SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';
import { askingIt } from './asking.ts';
import { doingIt } from './doing.ts';

/** The many ways in which people say the same thing in Italian. */
export const it: SpokenTable = {
  means: [...askingIt, ...doingIt],
  replies: {
    2: `2 · la seconda · il secondo · numero 2 · la 2 · la seconda per favore · prendo la seconda
      quella numero 2 · intendo la seconda · intendevo la seconda · opzione 2`,
    yes: `sì · si · sì grazie · certo · ok · va bene · procedi pure · sì, procedi · esatto · confermo · d'accordo
      sì confermo · sì, va bene · proprio così · fallo pure · sì esatto · sì certo · vai pure
      perfetto, procedi · sì, quella`,
    no: `no · no grazie · meglio di no · non ancora · no, aspetta · aspetta · assolutamente no · no, non quella
      per ora no · adesso no · direi di no · non farlo · no, è sbagliato`,
    forget: `lascia perdere · lascia stare · no lascia stare · no, lascia perdere · non importa · fa niente · annulla
      come non detto · niente · ok lascia stare · lasciamo stare · dimentica · non fa niente · annulla tutto`,
  },
  nothing: `non spostare Contoso a negoziata · dovremmo passare Contoso a Jonas? · Contoso vale 45k?
      forse Contoso vale 45k · Jonas dice che Contoso è vinta · non abbiamo vinto Contoso
      non abbiamo ancora vinto Northwind · abbiamo quasi perso Northwind · ho sentito che Northwind è vinta
      Jonas vorrebbe prendere Contoso · pensi che dovremmo accettare Litware? · se Contoso firma festeggiamo
      quando Contoso è vinta registrala · per favore non invitare Fabrikam a Contoso · non registrare Contoso
      Contoso potrebbe chiudere il 31 marzo · potremmo perdere Northwind per il prezzo · avremmo vinto Contoso
      mi hanno detto che Contoso è persa · pare che Northwind sia vinta · Jonas ha preso Contoso?
      conviene accettare Litware? · vinceremo Contoso · grazie mille! · ottimo lavoro · che bella giornata
      spero di vincere Contoso · dovremmo chiudere Contoso entro il 31 marzo
      Ada vuole passare Contoso a Jonas`,
};
