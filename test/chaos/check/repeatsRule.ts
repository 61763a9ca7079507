import type { Life } from '#test/chaos/world/fleet.ts';
import type { LoggedCall } from '#test/chaos/world/wireLog.ts';
import { dealOfCard, type Evidence, textsOf } from './evidence.ts';

/**
 * The same is sent twice only where nobody could know that it had been sent: its answer went astray, or whoever sent it
 * ended, stood still, or could not write it down, before it was sent again. Each such send excuses one repeat.
 */
export function repeatsRule(evidence: Evidence): string[] {
  const sent = Map.groupBy(
    evidence.calls.filter(({ kind, done }) => kind === 'post' && done),
    sameness,
  );
  return [...sent.values()].flatMap((posts) =>
    posts.slice(1).flatMap((again, at) => {
      const first = posts[at];
      if (!first || wasUnknown(first, again, evidence)) return [];
      const after = again.at - first.at;
      return [
        `sent twice, ${after} ms apart, though the outcome was known: by ${first.from} and ${again.from} to ` +
          `${first.conversation}: ${(textsOf(first.content)[0] ?? '').slice(0, 80)} (${sameness(first)})`,
      ];
    }),
  );
}

/** What is the same for the same message to the same conversation: of a card its deal, of others their words. */
function sameness({ conversation, content }: LoggedCall): string {
  const card = dealOfCard(content);
  return `${conversation} ${card ? `card of ${card}` : textsOf(content).join('|')}`;
}

function wasUnknown(first: LoggedCall, again: LoggedCall, { lives, aways }: Evidence): boolean {
  const life = lives.find(({ name }) => name === first.from);
  if (first.answered !== 'well' || !life?.heard.has(first.call)) return true;
  const between = (at: number | undefined) => at !== undefined && at >= first.at && at <= again.at;
  const stood = life?.stills.some(({ from, to }) => from <= again.at && to >= first.at);
  const away = aways.some(({ from, to }) => from <= again.at && to >= first.at);
  return between(life?.killedAt) || stood === true || away || couldNotWrite(first, life, again.at);
}

/** Whoever sent it said, before `until`, that they could not write it down. */
export function couldNotWrite({ at, content }: LoggedCall, life: Life | undefined, until: number): boolean {
  const words = JSON.stringify(content);
  const failures = (life?.unwritten ?? []).filter((one) => one.at >= at && one.at <= until);
  return failures.some(({ partition }) => {
    const referral = /\/notices\/(.+)$/.exec(partition)?.[1];
    return referral !== undefined && (words.includes(referral) || !/[0-9a-f]{8}-[0-9a-f]{4}-/.test(words));
  });
}
