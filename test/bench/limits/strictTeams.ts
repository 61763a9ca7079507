import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pathOf } from '#test/support/repository.ts';

/** What came to a connector that enforces the published limits. Times in milliseconds. */
export interface StrictTeamsFacts {
  calls: number;
  /** Answered with 429. */
  refused: number;
  /** Most calls within any second. */
  busiest: number;
  /** Messages to a conversation that had one already. */
  repeats: number;
  /** To which a message was posted. */
  conversations: number;
  /** From the first call to the last one. */
  lasted: number;
  /** Since the last call. */
  lastAgo: number;
}

export interface StrictTeamsOrder {
  mode?: 'works' | 'gone' | 'hangs';
  /** Begins to count anew. */
  forget?: boolean;
}

/** A connector in a process of its own: takes 100 ms for each call and enforces what Teams publishes of its limits. */
export interface StrictTeams {
  url: string;
  tell(order: StrictTeamsOrder): Promise<StrictTeamsFacts>;
  close(): void;
}

export async function startStrictTeams(): Promise<StrictTeams> {
  const child = fork(pathOf('test/bench/limits/strictTeams.child.ts'));
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    url,
    async tell(order) {
      const answered = once(child, 'message');
      child.send(order);
      return (await answered)[0];
    },
    close: () => void child.kill(),
  };
}
