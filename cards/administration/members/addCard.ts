import type { CardJson } from '#cards/expand.ts';
import { panelCard } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import { personInputs, resultLineOf, standingInputs } from './describe.ts';
import type { MembersCardView } from './view.ts';

/** The form to add a member. */
export function addCard(view: Extract<MembersCardView, { kind: 'add' }>): CardJson {
  const { language, form, reach, places } = view;
  const own = reach === 'company' ? ('all' as const) : places.map(({ mpnId }) => mpnId);
  return panelCard({
    language,
    title: say(language, 'admin.members.add'),
    resultLine: resultLineOf(view),
    inputs: [
      ...personInputs(view, say(language, 'admin.add.picked')),
      ...standingInputs(view, { role: 'referrals-user', locations: own }),
    ],
    buttons: [
      {
        verb: 'member.add',
        title: say(language, 'admin.add.submit'),
        style: 'positive',
        data: { form: form.formVersion, send: true },
      },
      { verb: 'members.show', title: say(language, 'referral.view.cancel'), inputs: false },
    ],
    notes: [say(language, 'admin.add.hint')],
  });
}
