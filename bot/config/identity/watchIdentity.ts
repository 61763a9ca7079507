import type { Config } from '#bot/config/config.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Clock } from '#ports/clock.ts';
import { type IdentityProof, type ProveApp, proveIdentity } from './proveIdentity.ts';

/** What is known of the bot's own identity; nothing where all is well. */
export interface IdentityStanding {
  /** Why nothing can be sent. */
  wrong?: string;
  /** What may be amiss. */
  warning?: string;
}

export interface IdentityWatch {
  standing(): IdentityStanding;
  stop(): void;
}

interface Watched {
  /** With the secret that is in force at the moment; undefined in Local mode. */
  app: () => Config['app'];
  prove: ProveApp;
  clock: Clock;
  log: Log;
}

const EVERY = 600_000;
const AFTER_FAILURE = 60_000;
const NOT_YET: IdentityStanding = { wrong: 'the first token of the app is still being asked for' };

/**
 * Asks for a token at once, then about every ten minutes, and each minute while there is none. Until the first answer it
 * is not known whether the bot can do anything; from then on only a definite no counts, so that no replica goes because
 * the sign-in of Microsoft is away. In Local mode nothing is asked.
 */
export function watchIdentity({ app, prove, clock, log }: Watched): IdentityWatch {
  if (!app()) return { standing: () => ({}), stop: () => {} };
  const enough = new AbortController();
  let standing = NOT_YET;
  const tell = (next: IdentityStanding, proof: IdentityProof) => {
    const isNew = next.wrong !== standing.wrong || next.warning !== standing.warning;
    if (isNew && next.wrong) log.error({ event: 'identity', problem: next.wrong });
    if (isNew && next.warning) {
      log.warn({ event: 'identity', problem: next.warning, ...('cause' in proof && { err: proof.cause }) });
    }
    standing = next;
  };
  const look = async () => {
    const present = app();
    if (!present) return;
    const proof = await proveIdentity(present, prove).catch(
      (cause: unknown): IdentityProof => ({ kind: 'unknown', words: 'asking for a token failed', cause }),
    );
    // Who gave a definite no and is away now has not taken it back.
    const stays = standing !== NOT_YET && standing.wrong !== undefined && proof.kind === 'unknown';
    if (!stays) tell(standingOf(proof), proof);
  };
  const keepLooking = async () => {
    while (!enough.signal.aborted) {
      await look();
      await clock.pause(standing.wrong || standing.warning ? AFTER_FAILURE : EVERY, enough.signal);
    }
  };
  void keepLooking();
  return { standing: () => standing, stop: () => enough.abort() };
}

function standingOf(proof: IdentityProof): IdentityStanding {
  if (proof.kind === 'given') return {};
  const isWrong = proof.kind === 'refused' && proof.definite;
  return isWrong ? { wrong: proof.words } : { warning: proof.words };
}
