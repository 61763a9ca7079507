import { type Language, say, type TextKey } from '#cards/say.ts';
import type { RefusedForm } from './view.ts';

const titles = {
  accept: 'referral.accept.submit',
  decline: 'referral.decline.submit',
  edit: 'deal.edit.title',
  handover: 'deal.handover.title',
  locate: 'deal.locate.title',
  team: 'deal.team.title',
  solutions: 'deal.solutions.title',
  invite: 'deal.invite.title',
  quiet: 'deal.quiet.title',
  stages: 'deal.stages.title',
  win: 'deal.win.title',
  lose: 'deal.lose.title',
  error: 'deal.error.title',
  share: 'deal.share.title',
  register: 'deal.register.title',
  review: 'deal.review.title',
} satisfies Record<RefusedForm['kind'], TextKey>;

const refusals: Partial<Record<RefusedForm['kind'], TextKey>> = {
  accept: 'referral.accept.refused',
  decline: 'referral.decline.refused',
  invite: 'invite.refused',
};

const finalKinds: readonly RefusedForm['kind'][] = ['win', 'lose', 'error', 'share'];

/** What an open form is called, whatever became of it; `refused`: that it was not taken yet, and what to do. */
export function formTitle(
  form: RefusedForm,
  language: Language,
): { style: 'accent' | 'attention' | 'warning'; title: string; refused: string } {
  const { kind } = form;
  const again = kind === 'register' && form.again;
  const title = say(language, again ? 'registration.register.again' : titles[kind]);
  if (kind === 'edit' && form.conflicts.length > 0)
    return { style: 'warning', title, refused: say(language, 'deal.edit.conflicts') };
  if (kind === 'invite' && onlyUnheard(form))
    return { style: 'warning', title, refused: say(language, 'invite.unheard') };
  if (Object.keys(form.problems).length > 0) {
    return { style: 'attention', title, refused: say(language, refusals[kind] ?? 'deal.form.refused') };
  }
  return { style: finalKinds.includes(kind) ? 'warning' : 'accent', title, refused: '' };
}

/** Nothing is wrong with what was typed: nobody would hear of it, and one may send it all the same. */
function onlyUnheard({ problems }: RefusedForm): boolean {
  const codes = Object.values(problems).map((problem) => problem?.code ?? '');
  return codes.length > 0 && codes.every((code) => /^(partner|microsoft)-unheard$/.test(code));
}
