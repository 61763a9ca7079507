import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { executed } from '#test/support/bot/client.ts';
import type { FakeTeams } from '#test/support/bot/fakeTeams.ts';
import type { Part } from '#test/support/cards/cardParts.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import type { Acknowledged, Tried } from './acknowledged.ts';
import { type Choices, choicesOf } from './choices.ts';
import { enterDeal } from './entering.ts';
import { INTAKE, type Reader } from './people.ts';
import { type AnyUrl, cardWith, dataOf, press, says } from './pressing.ts';
import type { StoreOfWorld } from './stores.ts';

export interface LoadDeps {
  teams: FakeTeams;
  readers: readonly [Reader, Reader, Reader, Reader];
  urls: () => readonly string[];
  store: StoreOfWorld;
  /** The time in which the bots live. */
  now: () => Date;
  /** As long as Teams waits, in milliseconds of ours. */
  patience: number;
  seed: number;
}

/** What was done until it was ended, and what of it was acknowledged. */
export interface Load {
  acknowledged: Acknowledged[];
  tried: Tried[];
  /** Takes nothing new and waits for what is under way. */
  end(): Promise<void>;
}

/** Everybody does something again and again, one thing after the other. */
export function startLoad(deps: LoadDeps): Load {
  const acknowledged: Acknowledged[] = [];
  const tried: Tried[] = [];
  const ending = new AbortController();
  const again = async (name: string, pause: number, act: (choices: Choices) => Promise<void>) => {
    const choices = choicesOf(deps.seed, name);
    while (!ending.signal.aborted) {
      await act(choices);
      const still = { signal: ending.signal };
      await wait(choices.between(pause / 2, pause * 2), undefined, still).catch(() => undefined);
    }
  };
  const note = (one: Acknowledged) => void acknowledged.push(one);
  const [anna, ...others] = deps.readers;
  const sent: Record<string, unknown>[] = [];
  const doing = [
    again('intake', 400, (choices) => deliver(deps, choices, sent, { note, tried })),
    again('inviting', 1_500, (choices) => invite(deps, choices, anna, note)),
    ...[anna, ...others].map((reader) =>
      again(reader.person.name, 300, (choices) => doSomething(deps, choices, reader, note)),
    ),
  ];
  return {
    acknowledged,
    tried,
    async end() {
      ending.abort();
      await Promise.all(doing);
    },
  };
}

const urlIn =
  (deps: LoadDeps, choices: Choices): AnyUrl =>
  () => {
    const urls = deps.urls();
    return urls.length > 0 ? choices.one(urls) : undefined;
  };

/** A new referral, one that is known, or a newer version of it. */
async function deliver(
  deps: LoadDeps,
  choices: Choices,
  sent: Record<string, unknown>[],
  { note, tried }: { note: (one: Acknowledged) => void; tried: Tried[] },
): Promise<void> {
  const now = deps.now();
  const known = choices.happens(0.2) && sent.length > 0 ? choices.one(sent) : undefined;
  const soon = new Date(now.getTime() + choices.between(20_000, 90_000)).toISOString();
  const dies = choices.happens(0.15);
  const number = sent.length;
  const newer = known &&
    choices.happens(0.5) && { name: `${known.name} again`, updatedDateTime: now.toISOString() };
  const customer = { customerProfile: { name: `Customer ${number}.`, address: { country: 'US' } } };
  const fresh = () =>
    inbound({ name: `Deal ${number}.`, ...customer, ...(dies && { expirationDateTime: soon }) }, now);
  const body = known ? { ...known, ...newer } : fresh();
  if (!known) sent.push(body);
  const about = {
    organization: INTAKE.organization,
    referral: String(body.id),
    name: String(body.name),
    updated: String(body.updatedDateTime),
  };
  const url = urlIn(deps, choices)();
  if (!url) return;
  tried.push(about);
  const headers = { Authorization: `Bearer ${INTAKE.key}`, 'Content-Type': 'application/json' };
  const answer = fetch(`${url}/api/referrals`, { method: 'POST', headers, body: JSON.stringify(body) })
    .then((response) => {
      if (response.status === 202) note({ what: 'received', ...about });
      return response.text();
    })
    .catch(() => undefined);
  await Promise.race([answer, wait(deps.patience, undefined, { ref: false })]);
}

/** A deal with a partner and Microsoft in it. */
async function invite(
  deps: LoadDeps,
  choices: Choices,
  reader: Reader,
  note: (one: Acknowledged) => void,
): Promise<void> {
  const deal = await enterDeal(deps.store, reader, deps.now);
  const [place] = reader.places;
  if (!deal || !place) return;
  const { referral, guests } = deal;
  const data = { draft: referral, step: 'review', form: 1 };
  // The review stands in the chat, as a message of its own.
  const review = { id: randomUUID(), conversationId: place.conversationId, activity: {}, edits: 0 };
  deps.teams.messages.push(review);
  const pressed = { reader, place, posted: review.id, verb: 'deal.create', data };
  await press({ ...deps, url: urlIn(deps, choices) }, pressed, (card) => {
    if (says(card, /created/i))
      note({ what: 'created', organization: reader.organization, referral, guests });
  });
}

/** Answers what came, or brings an accepted deal on. */
async function doSomething(
  deps: LoadDeps,
  choices: Choices,
  reader: Reader,
  note: (one: Acknowledged) => void,
): Promise<void> {
  const verb = choices.one([
    'referral.accept',
    'referral.accept',
    'referral.decline',
    'stage.mark',
    'note.add',
  ]);
  const on = verb === 'note.add' ? 'deal.edit' : verb;
  const found = cardWith({ ...deps, choices }, reader, on);
  if (!found) return;
  const made = pressOf(verb, found.card, choices);
  if (!made) return;
  const about = { organization: reader.organization, referral: String(made.data.referral) };
  const pressed = { reader, ...found, verb, data: made.data };
  await press({ ...deps, url: urlIn(deps, choices) }, pressed, (card) => {
    const told = made.told(card, reader.person.name);
    if (told) note({ ...about, ...told });
  });
}

type Told = Acknowledged extends infer A
  ? A extends Acknowledged
    ? Omit<A, 'organization' | 'referral'>
    : never
  : never;

/** What is sent, and what it is that was acknowledged, if the card that comes back says so. */
function pressOf(
  verb: string,
  card: Part,
  choices: Choices,
): { data: Part; told: (answer: Part, name: string) => Told | undefined } | undefined {
  switch (verb) {
    case 'referral.accept':
      return {
        data: executed(card, verb),
        told: (answer, by) =>
          says(answer, new RegExp(`Accepted by ${by}`)) ? { what: 'accepted', by } : undefined,
      };
    case 'referral.decline':
      return {
        data: executed(card, verb, { reason: 'budget' }),
        told: (answer, by) =>
          says(answer, new RegExp(`Declined by ${by}`)) ? { what: 'declined', by } : undefined,
      };
    case 'stage.mark': {
      const data = dataOf(card, verb, ({ stage }) => stage !== undefined);
      const stage = Number(data?.stage);
      return (
        data && {
          data,
          told: (answer) => (says(answer, new RegExp(` ${stage}%`)) ? { what: 'marked', stage } : undefined),
        }
      );
    }
    default: {
      const referral = dataOf(card, 'deal.edit')?.referral;
      const text = `Note ${Math.floor(choices.fraction() * 1e9)}.`;
      return {
        data: { referral, form: 0, 'note.0': text, 'reader.0': 'us' },
        told: (answer) => (says(answer, /Note added/i) ? { what: 'noted', text } : undefined),
      };
    }
  }
}
