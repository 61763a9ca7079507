import type { DocumentOf, DocumentStore } from '#ports/documents.ts';
import {
  BASE,
  BASE_TERM,
  fairShares,
  type Holder,
  type ShareRecord,
  shareDraft,
  sharePlace,
  stillHeld,
  TERM,
} from './shareRecord.ts';

/** A process's part of the calls in one tenant. */
export interface HeldShare {
  /** Calls that it may make now within the stretch in which Teams counts. */
  calls(): number;
  /** How many processes have a part. */
  sharers(): number;
  /** The store cannot be asked for one. */
  cutOff(): boolean;
  /** So many calls wait: asks for more where that is needed, and for what it has before it runs out. */
  wanted(waiting: number): void;
  /** Gives it back; no call may be made any more. */
  giveBack(): Promise<void>;
}

export interface ShareDeps {
  store: DocumentStore;
  /** Milliseconds of a clock that never jumps, and the stretch in which Teams counts. */
  now: () => number;
  pause: (milliseconds: number) => Promise<void>;
  within: number;
  /** All that there is. */
  total: number;
  /** Names this process. */
  owner: string;
  organization: string;
  tenantId: string;
  /** Called when the part has changed. */
  onChange: () => void;
  onError: (error: unknown) => void;
}

/** What a part ends earlier for its holder than for the others, in milliseconds beside the stretch in which Teams counts. */
const SLACK = 500;
/** From one question to the next: where there is enough, and where there is not. */
const RENEW = 2_000;
const HURRY = 500;
/** The same, for a process that needs more than it asked for. */
const GROWN = 50;
const ATTEMPTS = 8;

/**
 * Holds a part of a tenant's calls, which several processes share through one document. Whoever needs little keeps four calls
 * for two minutes at a time and asks for nothing; whoever needs more asks for a fair part, for ten seconds at a time. A part
 * is made smaller in fact for as long as Teams counts before that is written, so that no two ever use the same call. Nobody
 * compares clocks: what a process has seen unchanged for its whole term is over. With the store away the last part holds out
 * its term.
 */
export function holdShare(deps: ShareDeps): HeldShare {
  const { now, owner, within, total } = deps;
  // What is made smaller is so at once, whatever becomes of writing it.
  let mine = { calls: 0, until: 0, baseUntil: 0, stamp: 0 };
  let known = 1;
  let cutOff = false;
  let over = false;
  let asking: Promise<void> | undefined;
  let asked = 0;
  let nextAsk = Number.NEGATIVE_INFINITY;
  let grownAsk = Number.NEGATIVE_INFINITY;
  const seen = new Map<string, { stamp: number; since: number }>();

  const calls = (): number => {
    if (over) return 0;
    const at = now();
    return at < mine.until ? mine.calls : at < mine.baseUntil ? Math.min(BASE, mine.calls) : 0;
  };
  const unchanged = (id: string, { stamp }: Holder): number => {
    const before = seen.get(id);
    if (before?.stamp === stamp) return now() - before.since;
    seen.set(id, { stamp, since: now() });
    return 0;
  };
  const write = async (document: DocumentOf<'share'> | undefined, holders: ShareRecord['holders']) => {
    const draft = shareDraft(deps.organization, deps.tenantId, { holders });
    const written = document
      ? await deps.store.replace(draft, document.etag)
      : await deps.store.create(draft);
    return written.ok;
  };
  const read = () => {
    const { partition, id } = sharePlace(deps.organization, deps.tenantId);
    return deps.store.read<'share'>(partition, id);
  };
  /** One question; false where somebody else wrote at the same time. */
  const attempt = async (needs: number): Promise<boolean> => {
    const document = await read();
    const { [owner]: _mine, ...rest } = document?.body.holders ?? {};
    const others = stillHeld(rest, unchanged);
    const wants = Object.fromEntries(Object.entries(others).map(([id, { wanted }]) => [id, wanted]));
    const fair = fairShares({ ...wants, [owner]: needs }, total)[owner] ?? 0;
    const taken = Object.values(others).reduce((sum, other) => sum + other.calls, 0);
    const granted = Math.max(0, Math.min(fair, total - taken));
    if (granted < calls()) {
      mine.calls = granted;
      await deps.pause(within);
    }
    const end = now() - within - SLACK;
    // Also where it is not known whether it was written: nobody takes the one for the other.
    const stamp = ++mine.stamp;
    const ok = await write(document, { ...others, [owner]: { calls: granted, wanted: needs, stamp } });
    if (!ok) return false;
    mine = { calls: granted, until: end + TERM, baseUntil: end + BASE_TERM, stamp };
    known = Object.keys(others).length + 1;
    nextAsk = now() + (granted < fair ? HURRY : RENEW);
    return true;
  };
  const ask = async (needs: number): Promise<void> => {
    try {
      nextAsk = now() + HURRY;
      for (let tries = 1; tries <= ATTEMPTS && !over; tries++) {
        if (await attempt(needs)) break;
        await deps.pause(5 * tries);
      }
      cutOff = false;
    } catch (error) {
      cutOff = true;
      nextAsk = now() + RENEW;
      deps.onError(error);
    } finally {
      asking = undefined;
      grownAsk = now() + GROWN;
      deps.onChange();
    }
  };

  return {
    calls,
    cutOff: () => cutOff && !over,
    sharers: () => known,
    wanted(waiting) {
      const at = now();
      if (asking || over) return;
      const has = calls();
      const few = waiting <= Math.max(has, BASE);
      // What runs out soon is asked for again while it is in use.
      const lasts = at < mine.until - TERM / 2 || (has <= BASE && at < mine.baseUntil);
      if (few && has > 0 && lasts) return;
      const needs = few ? Math.max(BASE, has) : total;
      if (at < (needs > asked ? grownAsk : nextAsk)) return;
      asked = needs;
      asking = ask(needs);
    },
    async giveBack() {
      over = true;
      await asking;
      if (mine.stamp === 0) return;
      await deps.pause(within);
      for (let tries = 1; tries <= ATTEMPTS; tries++) {
        const document = await read();
        const { [owner]: held, ...others } = document?.body.holders ?? {};
        if (!held || (await write(document, others))) return;
      }
    },
  };
}
