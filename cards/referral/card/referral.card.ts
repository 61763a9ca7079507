import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText, section, sectionOf } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { forChannel } from '#cards/people/people.ts';
import { acceptForm, declineForm } from '#cards/referral/accept/forms.ts';
import { editForm } from '#cards/referral/edit/editing.ts';
import { handoverForm } from '#cards/referral/edit/handingOver.ts';
import { locateForm } from '#cards/referral/edit/locateForm.ts';
import { solutionsForm } from '#cards/referral/edit/solutionsForm.ts';
import { teamForm } from '#cards/referral/edit/teamForm.ts';
import { inviteForm } from '#cards/referral/invite/inviteForm.ts';
import { headOf, overduePart } from '#cards/referral/parts/head.ts';
import { partyLines } from '#cards/referral/parts/partyLines.ts';
import { stageBar } from '#cards/referral/parts/stageBar.ts';
import { stripOf, summaryOf } from '#cards/referral/parts/strip.ts';
import { undoPart } from '#cards/referral/parts/undoPart.ts';
import { wishOf } from '#cards/referral/parts/wish.ts';
import { finalForm } from '#cards/referral/progress/finalForm.ts';
import { stagesForm } from '#cards/referral/progress/stagesForm.ts';
import { registerForm } from '#cards/referral/registration/registerForm.ts';
import { registrationLine } from '#cards/referral/registration/registration.ts';
import { reviewForm } from '#cards/referral/registration/reviewForm.ts';
import { aroundColumns } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { syncPart } from '#cards/sync/syncPart.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import { awaitsReview, filedBy } from '#domain/registration/registrationView.ts';
import { defaultOptions } from '#domain/values/options.ts';
import { buttonsOf } from './buttons.ts';
import { detailsOf, leavable } from './details.ts';
import { heartOf } from './heart.ts';
import { muteDealForm } from './mutePart.ts';
import template from './referral.template.json' with { type: 'json' };

const parts = z.array(z.record(z.string(), z.unknown()));

/** What the template binds; a field that is missing would be shown to people as `${field}`. */
const referralCardData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  undo: section,
  strip: z.object({
    style: z.enum(['accent', 'good', 'attention', 'warning', 'emphasis']),
    title: z.string().min(1),
    day: optionalText,
    lines: z.array(z.object({ line: z.string() })),
  }),
  sync: section,
  head: z.object({
    customer: z.string(),
    value: z.object({
      text: z.string(),
      size: z.enum(['Large', 'Default']),
      weight: z.enum(['Bolder', 'Default']),
      missing: z.boolean(),
    }),
    about: optionalText,
  }),
  heart: z.object({
    shown: z.boolean(),
    sign: z.string(),
    press: z.record(z.string(), z.unknown()),
  }),
  overdue: section,
  state: section,
  form: section,
  buttons: section,
  details: section,
  around: z.object({ shown: z.boolean(), columns: parts }),
});

/**
 * The card of a referral as it is now, for one audience in one language (CR-34 to CR-38, CR-55): what is needed to decide
 * or to go on, and the rest behind *Details*.
 */
export function referralCard(view: ReferralCardView): CardJson {
  const data = referralCardData.parse(dataOf(view));
  let card = expand(template, data);
  for (let count = 1; data.details.shown && count <= leavable.length; count += 1) {
    if (Buffer.byteLength(JSON.stringify(card)) < MOST_BYTES) break;
    const details = sectionOf([detailsOf(asRead(view), leavable.slice(0, count))]);
    card = expand(template, { ...data, details });
  }
  return card;
}

/** Teams takes 28 KB; a little is left for what stands around a card in a message. */
const MOST_BYTES = 27_900;

/** In a channel without what is not for all. */
function asRead(given: ReferralCardView): ReferralCardView {
  if (given.audience !== 'channel') return given;
  return { ...given, referral: forChannel(given.referral, given.options ?? defaultOptions) };
}

function dataOf(given: ReferralCardView): z.input<typeof referralCardData> {
  // The forms get the referral itself: they mask what they show, and must know what is behind it.
  const view = asRead(given);
  const { referral, language } = view;
  const form = isOpen(view) ? view.form : undefined;
  const shown = { ...view, form };
  const head = headOf(view);
  const around = form ? [] : aroundColumns(view);
  const closed = (items: () => CardJson[]) => sectionOf(form ? [] : items());
  return {
    lang: language.slice(0, 2),
    summary: summaryOf(view, referral.value ? head.value.text : ''),
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    undo: closed(() => undoPart(view)),
    strip: stripOf(shown),
    sync: closed(() => syncPart(view)),
    head,
    heart: heartOf(view, !form),
    overdue: closed(() => overduePart(view)),
    state: closed(() => [...wishOf(view), ...stageBar(view), ...partyLines(view), ...registrationLine(view)]),
    form: sectionOf(form ? [openForm[form.kind](given)] : []),
    buttons: closed(() => [buttonsOf(given)]),
    details: closed(() => [detailsOf(view)]),
    around: { shown: around.length > 0, columns: around },
  };
}

const openForm = {
  accept: acceptForm,
  decline: declineForm,
  edit: editForm,
  handover: handoverForm,
  locate: locateForm,
  team: teamForm,
  solutions: solutionsForm,
  register: registerForm,
  review: reviewForm,
  quiet: muteDealForm,
  stages: stagesForm,
  win: (view: ReferralCardView) => finalForm(view, 'win'),
  lose: (view: ReferralCardView) => finalForm(view, 'lose'),
  error: (view: ReferralCardView) => finalForm(view, 'error'),
  share: (view: ReferralCardView) => finalForm(view, 'share'),
  invite: inviteForm,
};

/** Whether the state of the deal still lets the form be sent: what is over shows no form any more (CR-50). */
function isOpen({ form, referral, options }: ReferralCardView): boolean {
  if (form?.kind === 'register') return mayRegister(referral, options?.registrationPolicy) === undefined;
  if (form?.kind === 'review') {
    const filed = filedBy(referral, form.partner);
    return filed !== undefined && awaitsReview(filed);
  }

  if (form?.kind === 'quiet') return true;
  if (form?.kind === 'accept' || form?.kind === 'decline')
    return referral.stage === 'received' && referral.direction === 'inbound';
  if (form?.kind === 'locate') return referral.stage !== 'closed' && referral.location === undefined;
  if (form?.kind === 'handover' || form?.kind === 'error') return referral.stage !== 'closed';
  return referral.stage === 'accepted';
}
