import type { CardJson } from '#cards/expand.ts';
import { panelCard } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import { personInputs, resultLineOf } from './describe.ts';
import type { MembersCardView } from './view.ts';

/** What would become of a member's open deals, and the question to whom they go. */
export function removeCard(view: Extract<MembersCardView, { kind: 'remove' }>): CardJson {
  const { language, member, form, deals, count } = view;
  const name = member.name ?? member.email;
  const ids = { member: member.email, form: form.formVersion };
  const some = deals.length > 0;
  return panelCard({
    language,
    title: say(language, 'admin.remove.title', { name }),
    resultLine: resultLineOf(view),
    intro: [
      view.self ? say(language, 'admin.member.selfWarning') : '',
      say(language, 'admin.remove.effect'),
      some ? say(language, 'admin.remove.deals', { count }) : say(language, 'admin.remove.noDeals'),
    ],
    rows: deals.map((deal) => ({ title: deal.customer, lines: [deal.name] })),
    inputs: some ? personInputs(view, say(language, 'admin.remove.to')) : [],
    buttons: [
      ...(some
        ? [
            {
              verb: 'member.remove' as const,
              title: say(language, 'admin.remove.handover'),
              style: 'positive' as const,
              data: { ...ids, hand: true },
            },
          ]
        : []),
      {
        verb: 'member.remove',
        title: say(language, some ? 'admin.remove.keep' : 'admin.member.remove'),
        style: 'destructive' as const,
        data: { ...ids, keep: true },
        inputs: false,
      },
      {
        verb: 'member.show',
        title: say(language, 'referral.view.cancel'),
        data: { member: member.email },
        inputs: false,
      },
    ],
    notes: [some ? say(language, 'admin.remove.hint') : ''],
  });
}
