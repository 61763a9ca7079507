import { z } from 'zod';
import { entriesFrom } from '#app/draft/draftFrom.ts';
import { changeDrafts, type DraftRecord, type OpenDraft, readDrafts } from '#app/draft/draftRecord.ts';
import { draftById, inTheWay, withOpen } from '#app/draft/keptDrafts.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { startCard } from '#cards/draft/start/start.card.ts';
import { say } from '#cards/say.ts';
import type { Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import { closedDraftAnswer } from './closedDraft.ts';
import { type DraftContext, type DraftingDeps, knowledgeOf } from './draftContext.ts';
import { takeAway } from './oneCard.ts';
import { draftContextOrWhyNot } from './rights.ts';
import { answerAlone, formHere } from './sendForm.ts';
import { atNextStep, emptyDraft, withEntries } from './steps.ts';
import type { Taken } from './taken.ts';
import { understandLine } from './understandLine.ts';

const startData = z.looseObject({
  text: z.string().max(20_000).optional(),
  from: z.string().min(1).max(200).optional(),
  fresh: z.boolean().optional(),
  resume: z.boolean().optional(),
  /** The draft that the pressed card shows: the one to go on with, or to give up for a fresh one. */
  draft: z.string().min(1).max(200).optional(),
  /** Pressed on a card that makes room for the form. */
  here: z.boolean().optional(),
});
type Start = z.infer<typeof startData>;

/** Begins a deal, or goes on with the one that waits. What was entered before is kept until the person says otherwise. */
export async function startDeal(deps: DraftingDeps, press: Press): Promise<Answer> {
  const { turn } = press;
  const parsed = startData.safeParse(press.data);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const found = await draftContextOrWhyNot(deps, turn);
  if ('answer' in found) return found.answer;
  const { context } = found;
  const start = parsed.data;
  const record = await readDrafts(deps, context.owner);
  const now = deps.clock.now().toISOString();
  // A card from before that does not say which draft it shows is answered with the one that is open.
  if (start.resume && start.draft !== undefined) {
    const meant = draftById(record, start.draft, now);
    if (meant) return resume(deps, context, meant, start);
    return closedDraftAnswer(deps, context, start.draft);
  }
  const lost = inTheWay(record, now, start.fresh ? start.draft : undefined);
  if (lost) {
    const fresh = { text: start.text?.trim(), from: start.from };
    const kind = lost === record.open ? 'open' : 'full';
    const card = startCard({ ...turn.reader, kind, draft: lost.draft, fresh });
    return answerAlone(deps, context, card, { below: !start.here && start.from !== undefined });
  }
  const taken = start.from === undefined ? await understandLine(deps, context, start.text ?? '') : undefined;
  if (taken) return begin(deps, context, start, taken);
  const referral = await viewable(deps, context, start.from ?? '');
  if (!referral) return { text: say(turn.reader.language, 'notice.unknownReferral') };
  const { today, rules } = context;
  const changes = entriesFrom(referral, { today, locations: rules.locations });
  const from = { referralId: referral.id, name: referral.name };
  return begin(deps, context, start, { changes, from });
}

async function begin(deps: DraftingDeps, context: DraftContext, start: Start, taken: Taken): Promise<Answer> {
  const { changes, resultLine, from, refused, customers, entries } = taken;
  const knowledge = await knowledgeOf(deps, context, changes.customer);
  const id = deps.newId();
  const dropped = start.fresh ? start.draft : undefined;
  const { open, left } = await changeDrafts(deps, context.owner, (record, now) => {
    const empty = emptyDraft(id, now);
    const entered = withEntries({ ...empty, draft: { ...empty.draft, from } }, changes);
    const moved = atNextStep({ ...entered, refused, fromLine: entries ?? [], customers }, knowledge);
    const next = withOpen(record, moved, now, dropped);
    return { next, result: { open: moved, left: formsLeft(record, next) } };
  });
  for (const form of left) if (form !== context.turn.replyToId) await takeAway(deps, context, form);
  const ready = open.draft.step === 'review' ? say(context.turn.reader.language, 'create.ready') : undefined;
  return shown(deps, context, open, start, resultLine ?? ready);
}

/** The messages of what was thrown away for another draft: their forms lead nowhere any more. */
function formsLeft(before: DraftRecord, after: DraftRecord): string[] {
  const all = ({ open, aside = [] }: DraftRecord) => [...(open ? [open] : []), ...aside];
  const gone = all(before).filter(({ draft }) => !all(after).some((one) => one.draft.id === draft.id));
  return gone.flatMap(({ shown }) => shown?.activityId ?? []);
}

async function resume(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  start: Start,
): Promise<Answer> {
  // What was right some days ago may be no more: a date has passed, a location has gone.
  const knowledge = await knowledgeOf(deps, context, open.draft.customer);
  const again = await changeDrafts<OpenDraft | undefined>(deps, context.owner, (record, now) => {
    const current = draftById(record, open.draft.id, now);
    if (!current) return { next: 'same', result: undefined };
    const { refused, customers, solutions, draft } = current;
    const moved = atNextStep(current, knowledge, draft.step === 'review' ? undefined : draft.step);
    const kept = moved.draft.step === draft.step ? { refused, customers, solutions } : {};
    const next: OpenDraft = { ...moved, ...kept, cancelled: false, touchedAt: now };
    return { next: withOpen(record, next, now), result: next };
  });
  if (!again) return closedDraftAnswer(deps, context, open.draft.id);
  return shown(deps, context, again, start);
}

/** In place of a card that made room for it, else below: the card of a deal stays where it is. */
function shown(
  deps: DraftingDeps,
  context: DraftContext,
  open: OpenDraft,
  start: Start,
  resultLine?: string,
): Promise<Answer> {
  if (start.here || start.from === undefined) return formHere(deps, context, open, resultLine);
  return formHere(deps, context, open, resultLine, { below: true });
}

async function viewable(
  deps: DraftingDeps,
  { turn, owner }: DraftContext,
  referralId: string,
): Promise<Referral | undefined> {
  const record = await readReferralRecord(deps, { organization: owner.organization, referralId });
  const referral = record?.referral;
  return referral && may(turn.member, 'referral.view', referral) ? referral : undefined;
}
