import { z } from 'zod';
import { markdownLink } from '#cards/deal/link.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped, literal, paragraphs } from '#cards/outside.ts';
import { forChannel } from '#cards/people/people.ts';
import { acceptForm, declineForm } from '#cards/referral/accept/forms.ts';
import { editForm } from '#cards/referral/edit/editing.ts';
import { handoverForm } from '#cards/referral/edit/handingOver.ts';
import { locateForm } from '#cards/referral/edit/locateForm.ts';
import { solutionsForm } from '#cards/referral/edit/solutionsForm.ts';
import { teamForm } from '#cards/referral/edit/teamForm.ts';
import { inviteForm } from '#cards/referral/invite/inviteForm.ts';
import { bannerOf, summaryOf } from '#cards/referral/parts/banner.ts';
import { boardOf } from '#cards/referral/parts/board.ts';
import { contactsOf } from '#cards/referral/parts/contacts.ts';
import { addressOfCustomer, entityOf, factRowsOf, headlineOf, notesOf } from '#cards/referral/parts/facts.ts';
import { historyOf } from '#cards/referral/parts/history.ts';
import { pathOf } from '#cards/referral/parts/path.ts';
import { undoPart } from '#cards/referral/parts/undoPart.ts';
import { finalForm } from '#cards/referral/progress/finalForm.ts';
import { stagesForm } from '#cards/referral/progress/stagesForm.ts';
import { registerForm } from '#cards/referral/registration/registerForm.ts';
import { registrationPart } from '#cards/referral/registration/registration.ts';
import { reviewForm } from '#cards/referral/registration/reviewForm.ts';
import { aroundColumns } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { syncedText, syncPart } from '#cards/sync/syncPart.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import { awaitsReview, filedBy } from '#domain/registration/registrationView.ts';
import { defaultOptions } from '#domain/values/options.ts';
import { buttonsOf } from './buttons.ts';
import { heartOf } from './heart.ts';
import { muteDealForm, mutePressOf, muteStateOf } from './mutePart.ts';
import template from './referral.template.json' with { type: 'json' };

const whyTexts = {
  channel: 'referral.why.channel',
  route: 'referral.why.route',
  admin: 'referral.why.admin',
  'location-admin': 'referral.why.location-admin',
  team: 'referral.why.team',
  everyone: 'referral.why.everyone',
} satisfies Record<string, TextKey>;

const cell = z.object({ label: z.string(), text: z.string(), plain: z.boolean(), linked: z.boolean() });
const figure = z.object({
  label: z.string(),
  text: z.string(),
  missing: z.boolean(),
  weight: z.enum(['Bolder', 'Default']),
});
const lines = z.array(z.object({ line: z.string() }));
const parts = z.array(z.record(z.string(), z.unknown()));
const section = z.object({ shown: z.boolean(), items: parts });

/** What the template binds; a field that is missing would be shown to people as `${field}`. */
const referralCardData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  undo: section,
  banner: z.object({
    style: z.enum(['accent', 'good', 'attention', 'warning', 'emphasis']),
    title: z.string().min(1),
    detail: optionalText,
    reason: optionalText,
    notes: lines,
    advice: optionalText,
  }),
  sync: section,
  customer: z.object({ name: z.string(), place: optionalText, entity: optionalText }),
  heart: z.object({
    shown: z.boolean(),
    sign: z.string(),
    press: z.record(z.string(), z.unknown()),
  }),
  headline: z.object({ left: figure, right: figure }),
  facts: z.array(z.object({ left: cell, right: cell.extend({ shown: z.boolean() }) })),
  notes: z.array(z.object({ title: z.string(), lines })),
  contacts: z.object({
    shown: z.boolean(),
    title: z.string(),
    hint: optionalText,
    people: z.array(z.object({ name: z.string(), title: z.string(), reach: lines, plain: optionalText })),
    more: optionalText,
  }),
  path: section,
  board: section,
  registration: section,
  history: section,
  form: section,
  buttons: section,
  around: z.object({ shown: z.boolean(), columns: parts }),
  why: optionalText,
  quiet: section,
  id: z.string(),
});

/** The card of a referral as it is now, for one audience in one language (CR-34 to CR-38, CR-55). */
export function referralCard(view: ReferralCardView): CardJson {
  let data = referralCardData.parse(dataOf(view));
  let card = expand(template, data);
  for (const lighter of lighterParts) {
    if (Buffer.byteLength(JSON.stringify(card)) < MOST_BYTES) break;
    data = { ...data, ...lighter(view) };
    card = expand(template, data);
  }
  return card;
}

/** Teams takes 28 KB; a little is left for what stands around a card in a message. */
const MOST_BYTES = 27_900;

/** What is left out of a card that would be too large, the least important first: all of it can be had by typing, too. */
const lighterParts: readonly ((view: ReferralCardView) => Partial<z.infer<typeof referralCardData>>)[] = [
  () => ({ quiet: sectionOf([]) }),
  () => ({ history: sectionOf([]) }),
  (view) => ({ registration: sectionOf(view.form ? [] : registrationPart(view, 'short')) }),
  (view) => ({ notes: shortNotes(view) }),
  (view) => ({ board: sectionOf(view.form ? [] : boardOf(view, 5)) }),
];

/** In a channel without what is not for all. */
function asRead(given: ReferralCardView): ReferralCardView {
  if (given.audience !== 'channel') return given;
  return { ...given, referral: forChannel(given.referral, given.options ?? defaultOptions) };
}

function shortNotes(given: ReferralCardView): ReturnType<typeof notesOf> {
  const view = asRead(given);
  const over = view.referral.stage === 'closed' && view.referral.outcome !== 'won';
  return view.form || over ? [] : notesOf(view, { characters: 150, lines: 2 });
}

function dataOf(given: ReferralCardView): z.input<typeof referralCardData> {
  // The forms get the referral itself: they mask what they show, and must know what is behind it.
  const view = asRead(given);
  const { referral, language } = view;
  const form = isOpen(view) ? view.form : undefined;
  const shown = { ...view, form };
  const headline = headlineOf(view);
  const over = referral.stage === 'closed' && referral.outcome !== 'won';
  const buttons = form ? undefined : buttonsOf(given);
  const around = form ? [] : aroundColumns(view);
  return {
    lang: language.slice(0, 2),
    summary: summaryOf(view, referral.value ? headline.left.text : ''),
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    undo: sectionOf(form ? [] : undoPart(view)),
    banner: bannerOf(shown),
    sync: sectionOf(form ? [] : syncPart(view)),
    customer: {
      name: paragraphs(referral.customer.name, 200, 1).join(' ') || '…',
      place: optional(addressOfCustomer(view)),
      entity: optional(form ? '' : entityOf(view)),
    },
    heart: heartOf(view, !form),
    headline,
    // A refused form stands near its banner: what is above is known, and the deal's name is in the form.
    facts: form ? [] : factRowsOf(shown),
    // What is over is told shortly.
    notes: form || over ? [] : notesOf(view),
    contacts: contactsOf(shown, !form && !over),
    path: sectionOf(form ? [] : pathOf(view)),
    board: sectionOf(form ? [] : boardOf(view)),
    registration: sectionOf(form ? [] : registrationPart(view)),
    history: sectionOf(form ? [] : historyOf(view)),
    form: sectionOf(form ? [openForm[form.kind](given)] : []),
    buttons: sectionOf(buttons ? [buttons] : []),
    around: { shown: around.length > 0, columns: around },
    why: optional(form ? '' : [whyText(view), muteStateOf(view)].filter(Boolean).join(' ')),
    quiet: sectionOf(form ? [] : mutePressOf(view)),
    id: idLine(view),
  };
}

function sectionOf(items: CardJson[]): z.infer<typeof section> {
  return { shown: items.length > 0, items };
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

/** Why the reader gets the card and how to stop it (CR-55). */
function whyText({ why, handedByName, language }: ReferralCardView): string {
  if (!why) return '';
  if (why !== 'handed') return say(language, whyTexts[why]);
  const name = handedByName ? clip(literal(handedByName), 100) : say(language, 'referral.someone');
  return say(language, 'deal.why.handed', { name: escaped(name) });
}

/** Its id, which leads to Partner Center, and that all of it is there. */
function idLine(view: ReferralCardView): string {
  const { referral, language, partnerCenterUrl } = view;
  const id = markdownLink(referral.id, partnerCenterUrl);
  return [say(language, 'referral.card.id', { id }), syncedText(view)].filter(Boolean).join(' · ');
}
