import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { problemText } from '#cards/form/problems.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { isPhone } from '#cards/people/phone.ts';
import { pressAction } from '#cards/pressAction.ts';
import { cancelButton, choices, commonData, commonFields, typedIn } from '#cards/referral/view/formData.ts';
import type { HandoverForm, ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import template from './handoverForm.template.json' with { type: 'json' };

const inputs = ['chosen', 'colleague', 'person', 'phone'] as const;

const handoverData = z.object({
  ...commonFields,
  values: z.record(z.enum(['chosen', 'person', 'phone']), z.string()),
  problems: z.record(z.enum(['person', 'phone']), optionalText),
  choosing: z.boolean(),
  picking: z.boolean(),
  /** A name or an address is typed: one field asks whom, and this one is for who is not in it. */
  typing: z.boolean(),
  wantsPhone: z.boolean(),
  people: choices,
});

/** The form of handing over: a people picker, a name or an address by hand, and a choice where several are meant. */
export function handoverForm(view: ReferralCardView): CardJson {
  const { language } = view;
  const form = view.form?.kind === 'handover' ? view.form : undefined;
  const problem = (field: string) => {
    const found = form?.problems[field];
    return optional(found && problemText(found, view));
  };
  const people = (form?.people ?? []).map(({ id, name, email }) => ({
    title: literal(email ? `${clip(name, 80)} (${clip(email, 100)})` : clip(name, 80)),
    value: id,
  }));
  const { press, cancel, ...common } = commonData(view, form, {});
  const data = handoverData.parse({
    ...common,
    values: {
      chosen: form?.typed.chosen ?? '',
      person: typedIn(form, 'person'),
      phone: typedIn(form, 'phone'),
    },
    problems: { person: problem('person'), phone: problem('phone') },
    choosing: people.length > 0,
    picking: people.length === 0,
    typing: people.length > 0 || typedIn(form, 'person') !== '' || form?.problems.person !== undefined,
    wantsPhone: form?.wantsPhone ?? false,
    people,
    words: {
      hint: say(language, 'deal.handover.hint'),
      which: say(language, 'deal.handover.which'),
      colleague: say(language, 'deal.handover.colleague'),
      colleagueHint: say(language, 'deal.handover.colleagueHint'),
      person: say(language, people.length > 0 ? 'deal.handover.other' : 'deal.handover.person'),
      phone: say(language, 'deal.handover.phone'),
      else: say(language, 'deal.handover.else'),
    },
    actions: [
      pressAction({
        verb: 'deal.handover',
        title: say(language, 'deal.handover.button'),
        style: 'positive',
        data: press,
      }),
      ...(form ? [cancelButton(view, cancel)] : []),
    ],
  });
  return expand(template, data);
}

/** What the form of handing over says, read tolerantly: whom, by which of the three ways, and the phone. */
export interface HandoverEntries {
  /** An account that a people picker gave, or that was chosen among several. */
  accountId?: string | undefined;
  /** A name or an address as it was typed. */
  text?: string | undefined;
  phone?: string | undefined;
  phoneProblem: boolean;
  typed: HandoverForm['typed'];
}

/** Reads the form. What was chosen goes before what was picked, and what was typed before both where it is new. */
export function readHandover(sent: unknown): HandoverEntries {
  const { typed } = readInputs(sent, inputs);
  // A people picker for one person still posts a list.
  const picked = typed.chosen || typed.colleague?.split(',')[0]?.trim();
  const { person, phone } = typed;
  const byAddress = picked?.includes('@');
  return {
    accountId: byAddress ? undefined : picked || undefined,
    text: byAddress ? picked : picked ? undefined : person || undefined,
    phone: phone || undefined,
    phoneProblem: Boolean(phone) && !isPhone(phone ?? ''),
    typed,
  };
}
