import { changeDraft, type OpenDraft } from '#app/draft/draftRecord.ts';
import { startCard } from '#cards/draft/start/start.card.ts';
import { say } from '#cards/say.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { DealEntries, DealStep } from '#domain/draft/draft.ts';
import type { Instant } from '#domain/values/instant.ts';
import { type DraftingDeps, knowledgeOf, type Setting } from './setting.ts';
import { inPlace } from './showing.ts';
import { atNextStep, stepBefore, withEntries } from './steps.ts';

/** One step back; from the first there is none, which is said. `from`: the step of the card that was pressed. */
export async function goBack(
  deps: DraftingDeps,
  setting: Setting,
  open: OpenDraft,
  kept: DealEntries,
  from?: DealStep,
): Promise<{ open: OpenDraft; lead?: string | undefined }> {
  const knowledge = await knowledgeOf(deps, setting, open.draft.customer, kept.customer);
  return changeMine(deps, setting, open, (current, now) => {
    // The second press of the same button has been answered: it does not go back twice.
    const stale = from !== undefined && from !== current.draft.step;
    const before = stale ? current.draft.step : stepBefore(current, knowledge);
    const entered = stale ? current : withEntries(current, kept);
    const moved = atNextStep(entered, knowledge, before ?? current.draft.step);
    const lead = before ? undefined : say(setting.turn.reader.language, 'create.first');
    return { next: { ...moved, touchedAt: now }, lead };
  });
}

/** Opens a step, whatever the order; without one the next that has to be answered. */
export async function goTo(
  deps: DraftingDeps,
  setting: Setting,
  open: OpenDraft,
  step: DealStep | undefined,
): Promise<OpenDraft> {
  const knowledge = await knowledgeOf(deps, setting, open.draft.customer);
  const moved = await changeMine(deps, setting, open, (current, now) => ({
    next: { ...atNextStep(current, knowledge, step), touchedAt: now },
  }));
  return moved.open;
}

/** No deal is created; what was entered stays for those who change their mind. */
export async function callOff(
  deps: DraftingDeps,
  setting: Setting,
  open: OpenDraft,
  kept: DealEntries = {},
): Promise<Answer> {
  const off = await changeMine(deps, setting, open, (current, now) => ({
    next: { ...withEntries(current, kept), cancelled: true, touchedAt: now },
  }));
  const { reader } = setting.turn;
  return inPlace(deps, setting, startCard({ ...reader, kind: 'cancelled', draft: off.open.draft }));
}

/** Changes this very draft; where another one is begun meanwhile, nothing is written. */
export async function changeMine(
  deps: DraftingDeps,
  { owner }: Setting,
  open: OpenDraft,
  change: (current: OpenDraft, now: Instant) => { next: OpenDraft; lead?: string | undefined },
): Promise<{ open: OpenDraft; lead?: string | undefined }> {
  return changeDraft<{ open: OpenDraft; lead?: string | undefined }>(deps, owner, (current, now) => {
    if (current?.draft.id !== open.draft.id) return { next: 'same', result: { open } };
    const { next, lead } = change(current, now);
    return { next, result: { open: next, lead } };
  });
}
