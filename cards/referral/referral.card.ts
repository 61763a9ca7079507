import { z } from 'zod';
import { type CardJson, expand } from '../expand.ts';
import { optional, optionalText } from '../optional.ts';
import { clip, literal, paragraphs } from '../outside.ts';
import { say } from '../say.ts';
import { bannerOf, summaryOf } from './banner.ts';
import { contactsOf } from './contacts.ts';
import { factRowsOf, headlineOf, notesOf, placeOf } from './facts.ts';
import { acceptForm, declineForm } from './forms.ts';
import { withoutPeopleAnywhere } from './people.ts';
import template from './referral.template.json' with { type: 'json' };
import type { ReferralCardView } from './view.ts';

const cell = z.object({ label: z.string(), text: z.string() });
const figure = cell.extend({ missing: z.boolean(), weight: z.enum(['Bolder', 'Default']) });
const lines = z.array(z.object({ line: z.string() }));
const parts = z.array(z.record(z.string(), z.unknown()));

/** What the template binds; a field that is missing would be shown to people as `${field}`. */
const referralCardData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  lead: optionalText,
  banner: z.object({
    style: z.enum(['accent', 'good', 'attention', 'warning', 'emphasis']),
    title: z.string().min(1),
    detail: optionalText,
    reason: optionalText,
    notes: lines,
    advice: optionalText,
  }),
  enterToo: optionalText,
  customer: z.object({ name: z.string(), place: optionalText }),
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
  form: z.object({ shown: z.boolean(), items: parts }),
  undecided: z.object({
    shown: z.boolean(),
    acceptTitle: z.string(),
    acceptItems: parts,
    declineTitle: z.string(),
    declineItems: parts,
  }),
  view: z.object({ shown: z.boolean(), title: z.string(), url: z.string() }),
  why: optionalText,
  id: z.string(),
});

/** The card of a referral as it is now, for one audience in one language (CR-34 to CR-38, CR-55). */
export function referralCard(view: ReferralCardView): CardJson {
  return expand(template, referralCardData.parse(dataOf(view)));
}

function dataOf(given: ReferralCardView): z.input<typeof referralCardData> {
  // The forms get the referral itself: they mask what they show, and must know what is behind it.
  const view =
    given.audience === 'channel' ? { ...given, referral: withoutPeopleAnywhere(given.referral) } : given;
  const { referral, language } = view;
  const decidable = referral.stage === 'received' && referral.direction === 'inbound';
  const form = decidable ? view.form : undefined;
  const shown = { ...view, form };
  const headline = headlineOf(view);
  const over = referral.stage === 'closed' && referral.outcome !== 'won';
  const undecided = decidable && !form;
  return {
    lang: language.slice(0, 2),
    summary: summaryOf(view, referral.value ? headline.left.text : ''),
    lead: optional(view.lead && clip(literal(view.lead), 300)),
    banner: bannerOf(shown),
    enterToo: optional(enterToo(view)),
    customer: {
      name: paragraphs(referral.customer.name, 200, 1).join(' ') || '…',
      place: optional(placeOf(view)),
    },
    headline,
    // A refused form stands near its banner: what is above is known, and the deal's name is in the form.
    facts: form ? [] : factRowsOf(shown),
    // What is over is told shortly.
    notes: form || over ? [] : notesOf(view),
    contacts: contactsOf(shown, !form && !over),
    form: {
      shown: form !== undefined,
      items: form ? [form.kind === 'accept' ? acceptForm(given) : declineForm(given)] : [],
    },
    undecided: {
      shown: undecided,
      acceptTitle: say(language, 'referral.accept.button'),
      acceptItems: undecided ? [acceptForm(given)] : [],
      declineTitle: say(language, 'referral.decline.button'),
      declineItems: undecided ? [declineForm(given)] : [],
    },
    view: {
      shown: view.partnerCenterUrl !== undefined,
      title: say(language, 'referral.card.view'),
      url: view.partnerCenterUrl ?? '',
    },
    why: optional(view.why && !form ? say(language, `referral.why.${view.why}`) : ''),
    id: say(language, 'referral.card.id', { id: literal(referral.id) }),
  };
}

/** A decision made here does not reach Partner Center by itself yet, and nobody must believe that it does. */
function enterToo(view: ReferralCardView): string {
  const { referral } = view;
  const by =
    referral.stage === 'accepted'
      ? referral.acceptedBy
      : referral.stage === 'closed'
        ? referral.closedBy
        : undefined;
  if (!view.mustEnterInPartnerCenter || by?.kind !== 'person') return '';
  const name = 'Partner Center';
  const url = view.partnerCenterUrl
    ?.replace(/[\s()<>]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return say(view.language, 'referral.state.enterToo', { link: url ? `[${name}](${url})` : name });
}
