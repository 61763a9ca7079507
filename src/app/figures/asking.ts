import { changedAt, SETTLING } from '#app/referral/changeStamp.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentOf, DocumentStore } from '#ports/documents.ts';
import { FIGURES_ID, figuresDraft } from './figuresRecord.ts';

interface Deps {
  store: DocumentStore;
  clock: Clock;
}

/** When what changes now can be counted: changes are handed on once they have settled. */
export function settledBy(clock: Clock): Instant {
  return new Date(clock.now().getTime() + SETTLING + 1_000).toISOString();
}

/** Has the deals of an organization counted that were not yet, all of them when nobody has ever counted. */
export async function startFigures(deps: Deps, organization: string): Promise<void> {
  await changeDocument<'figures', void>(deps, organization, FIGURES_ID, (document) => {
    if (document) return { result: undefined };
    const due = { at: deps.clock.now().toISOString(), lease: undefined };
    return { draft: figuresDraft(organization, { number: 0, complete: false }, due), result: undefined };
  });
}

/**
 * Has a deal counted that changed, soon. Asked before the change is known to have landed in the store (ADR 21), so that no
 * end of a process is between the two. Costs one read where it is asked already.
 */
export async function askToCount(deps: Deps, organization: string): Promise<void> {
  await changeDocument<'figures', void>(deps, organization, FIGURES_ID, (document) => {
    // Nobody counts here yet, or goes on by itself.
    if (!document?.body.complete || document.body.plan) return { result: undefined };
    const { body, lease } = document;
    const at = settledBy(deps.clock);
    if (!lease && isDueBy(document, at)) return { result: undefined };
    const asked = lease ? { asked: deps.clock.now().toISOString() } : {};
    const draft = figuresDraft(organization, { ...body, ...asked }, { at, lease });
    return { draft, result: undefined };
  });
}

/** Notes that a deal is about to be taken away, so that it is counted no more. To be called before that is done. */
export async function noteGone(deps: Deps, organization: string, referralId: string): Promise<void> {
  await changeDocument<'figures', void>(deps, organization, FIGURES_ID, (document) => {
    if (!document) return { result: undefined };
    const { body, lease } = document;
    const gone = [...(body.gone ?? []), { referralId, at: deps.clock.now().toISOString() }];
    const draft = figuresDraft(organization, { ...body, gone }, { at: settledBy(deps.clock), lease });
    return { draft, result: undefined };
  });
}

/** Whether the sums hold a deal as it is now, so that they keep it when it is removed without a word (`noteGone`). */
export async function isDealCounted(
  { store }: { store: DocumentStore },
  { partition, id, body }: DocumentOf<'referral'>,
): Promise<boolean> {
  const position = (await store.read<'figures'>(partition, FIGURES_ID))?.body.position;
  return (
    position !== undefined && cursorAt(position.changed, position.documentId) >= cursorAt(changedAt(body), id)
  );
}

function isDueBy({ dueAt }: DocumentOf<'figures'>, at: Instant): boolean {
  return dueAt !== undefined && dueAt <= at;
}
