import type { SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';
import { askingEn } from './asking.ts';
import { doingEn } from './doing.ts';

/** The many ways in which people say the same thing in English. */
export const en: SpokenTable = {
  means: [...askingEn, ...doingEn],
  replies: {
    2: `2 · the second one · 2 please · the second · take the second one · no. 2 · the 2nd one please · option 2
      I'd like the second one · second one please · I meant number 2`,
    yes: `yes please do · yes · yup · sure · sure thing · yes that's right · ok · sounds good · go on · go on then
      yes, go for it · correct · that's it · yes that one · works for me · yes, I'm sure · yes of course
      lgtm · fine by me · looks good`,
    no: `no · nope · no thanks · nah · not really · no, don't · please don’t · no, not that one · not yet
      I'd rather not · hold on · wait · no that's wrong · no way`,
    forget: `forget it · never mind · cancel that please · scratch that · no, forget it · leave it · let's leave it
      drop it · actually, never mind · ok forget it · skip that · no leave it`,
  },
  nothing: `don't move Contoso to negotiated · should we hand Contoso over to Jonas? · Jonas thinks Contoso is won
      is Contoso worth 45k? · I'm not sure we won Northwind · Contoso could be worth 45k
      Contoso might close on 31 March · has Jonas taken over Contoso · we nearly lost Northwind
      Ada said Contoso is lost · do you think we should accept Litware? · we haven't won Contoso
      if Contoso signs we win · please don't invite Fabrikam to Contoso · I'd accept Contoso if I could
      Contoso wanted us to decline Litware · maybe move Contoso to proposed · never register Contoso
      we could lose Northwind over price · when Contoso is won register it · we would have won Contoso
      I heard Northwind is won · they want to hand Contoso to Jonas · Jonas wants to take over Contoso
      thanks a lot! · good job · who won the match yesterday? · nice weather today
      would it make sense to invite Fabrikam to Contoso? · can we lose Contoso?`,
};
