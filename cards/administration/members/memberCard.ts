import type { CardJson } from '#cards/expand.ts';
import { panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { memberPanelRow, resultLineOf, roleTexts, standingInputs } from './describe.ts';
import type { MembersCardView } from './view.ts';

/** One member: what they are, and the form to change it. */
export function memberCard(view: Extract<MembersCardView, { kind: 'member' }>): CardJson {
  const { language, member, form, manageable, confirm } = view;
  const ids = { member: member.email, form: form.formVersion };
  const back: Pressable = { verb: 'members.show', title: say(language, 'admin.members.back'), inputs: false };
  const warning = { text: say(language, 'admin.member.selfWarning'), tone: 'attention' as const };
  return panelCard({
    language,
    title: member.name ?? member.email,
    resultLine: confirm ? warning : resultLineOf(view),
    figure: say(language, roleTexts[member.role]),
    intro: [
      ...memberPanelRow(member, view).lines,
      say(language, 'admin.member.deals', { count: view.deals }),
      manageable ? '' : say(language, 'admin.result.notManaged'),
    ],
    inputs: manageable ? standingInputs(view, member) : [],
    buttons: manageable
      ? [
          {
            verb: 'member.change',
            title: say(language, confirm ? 'admin.member.selfConfirm' : 'admin.member.save'),
            style: confirm ? ('destructive' as const) : ('positive' as const),
            data: confirm ? { ...ids, confirm: true } : ids,
          },
          { verb: 'member.remove', title: say(language, 'admin.member.remove'), data: ids, inputs: false },
          back,
        ]
      : [back],
  });
}
