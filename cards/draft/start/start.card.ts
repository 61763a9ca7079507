import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { formatDay, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealDraft } from '#domain/draft/draft.ts';
import template from './start.template.json' with { type: 'json' };

const hintTexts = {
  open: 'create.start.open.hint',
  full: 'create.start.full.hint',
  cancelled: 'create.start.cancelled.hint',
  aside: 'create.start.aside.hint',
  waiting: 'create.start.waiting.hint',
} satisfies Record<string, TextKey>;

const titleTexts = {
  open: 'create.start.open',
  full: 'create.start.full',
  cancelled: 'create.start.cancelled',
  aside: 'create.start.aside',
  waiting: 'create.start.waiting',
} satisfies Record<string, TextKey>;

/** About a deal that is being created, but whose form is not shown. */
export interface StartCardView extends Reader {
  /**
   * `open`: another one shall begin. `full`: so too, and this is the oldest of many that wait. `cancelled`: just called off.
   * `aside`: left for another one. `waiting`: something was typed that is no answer.
   */
  kind: 'open' | 'full' | 'cancelled' | 'aside' | 'waiting';
  draft: DealDraft;
  /** `open`, `full`: what the new one would begin with. */
  fresh?: { text?: string | undefined; from?: string | undefined } | undefined;
}

const startCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  what: optionalText,
  hint: z.string(),
  line: optionalText,
  actions: z.array(z.record(z.string(), z.unknown())),
});

const LONGEST_LINE = 500;

/** Offers to go on with a deal that was begun, or to begin anew; nothing is lost before that is pressed. */
export function startCard(view: StartCardView): CardJson {
  const { language, kind, draft } = view;
  const text = view.fresh?.text?.slice(0, LONGEST_LINE) ?? '';
  const title = say(language, titleTexts[kind]);
  const what = whatOf(view);
  const resume = { resume: true, here: true, draft: draft.id };
  const fresh = {
    fresh: true,
    here: true,
    // That one is thrown away, and no other.
    draft: draft.id,
    ...(text && { text }),
    ...(view.fresh?.from && { from: view.fresh.from }),
  };
  const data: z.infer<typeof startCardData> = {
    lang: language.slice(0, 2),
    summary: title,
    title,
    what: optional(what),
    hint: say(language, hintTexts[kind]),
    line: optional(text && say(language, 'create.start.line', { line: clip(literal(text), 200) })),
    actions: [
      pressAction({ verb: 'deal.start', title: say(language, 'create.start.resume'), data: resume }),
      ...(kind === 'open' || kind === 'full'
        ? [pressAction({ verb: 'deal.start', title: say(language, 'create.start.anew'), data: fresh })]
        : []),
    ],
  };
  return expand(template, startCardData.parse(data));
}

/** Which deal, as far as it is known. */
function whatOf(view: StartCardView): string {
  const { customer, name, value, closeDate } = view.draft;
  const parts = [
    name ?? customer?.name,
    value && formatMoney(value, view),
    closeDate && formatDay(closeDate, view),
  ];
  return clip(literal(parts.filter(Boolean).join('  ·  ')), 300);
}
