import { acceptEntries } from '#test/bench/accepting.ts';
import type { FakeTeams, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { intakeApi } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

/** Who presses, at which bot, and what the referrals are that they accept. */
export interface Presser {
  url: string;
  teams: FakeTeams;
  person: TestPerson;
  key: string;
  changes?: Record<string, unknown>;
}

const SENDERS = 20;

/** Has so many new referrals taken in; what accepting each of them once is on the wire. */
export async function acceptances(presser: Presser, count: number): Promise<string[]> {
  const { intake } = intakeApi(() => presser.url);
  const bodies: string[] = [];
  const sender = async () => {
    while (bodies.length < count) {
      const referral = inbound(presser.changes);
      bodies.push(acceptance(presser, referral));
      const { status } = await intake(referral, presser.key);
      if (status !== 202) throw new Error(`a referral was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return bodies;
}

/** The same for referrals that nobody knows: for those who only echo. */
export function echoes(presser: Omit<Presser, 'url' | 'key'>, count: number): string[] {
  return Array.from({ length: count }, () => acceptance(presser, inbound(presser.changes)));
}

function acceptance(
  { teams, person }: Omit<Presser, 'url' | 'key'>,
  referral: Record<string, unknown>,
): string {
  const press = teams.written(person, teams.chatOf(person), 'referral.accept', acceptEntries(referral), {
    replyToId: `posted-${referral.id}`,
  });
  return JSON.stringify(press);
}
