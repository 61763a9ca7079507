import { dealNamed } from '#app/list/namedDeal.ts';
import { type SnoozeFor, type SnoozeOutcome, snoozeNews } from '#app/news/news.snooze.ts';
import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { formatInstant } from '#cards/format.ts';
import { type MuteForm, snoozeChoices } from '#cards/mute/muteForm.ts';
import { say } from '#cards/say.ts';
import { dealSaid } from '#dialogs/meant/dealMeant.ts';
import { readUntil } from '#dialogs/reading/date/readUntil.ts';
import type { ActionOnDeal, DealDeps, DealPress } from '#dialogs/turn/action.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import type { MuteScope } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { answerMutedDeal, answerMutes, dayContext, dealToMute, unmuting, zoneOf } from './muting.ts';

type Outcome = SnoozeOutcome | { ok: false; problem: 'snooze-unreadable' };
type How = SnoozeFor | Extract<Outcome, { ok: false }>;

/**
 * *Snooze*: on a deal the first press opens the form; typed, or from the list, it is about
 * everything, unless words name a deal.
 */
export const newsSnooze: ActionOnDeal<DealDeps> = async (deps, press) =>
  press.data.referral === undefined ? all(deps, press) : one(deps, press);

async function one(deps: DealDeps, press: DealPress) {
  const { data } = press;
  const found = await dealToMute(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (data.cancel === 'yes') return answerMutedDeal(deps, press, referral, {});
  if (data.form === undefined) {
    return answerMutedDeal(deps, press, referral, { form: { formVersion: 0, typed: {}, problems: {} } });
  }
  const { typed } = readInputs(data, ['for', 'until']);
  return quieten(deps, press, referral, howLong(typed.for, typed.until), {
    formVersion: formVersionOf(data) + 1,
    typed,
  });
}

/** Snoozes one deal; where that can't be, the form has what was typed. */
async function quieten(
  deps: DealDeps,
  press: DealPress,
  referral: Referral,
  how: How,
  form: Pick<MuteForm, 'formVersion' | 'typed'>,
) {
  const { reader } = press.turn;
  const outcome = await snooze(deps, press, { referralId: referral.id }, how);
  if (outcome.ok) {
    const time = formatInstant(outcome.until, reader);
    return answerMutedDeal(deps, press, referral, {
      resultLine: say(reader.language, 'news.snoozed.deal', { time }),
      undo: unmuting({ referral: referral.id }),
    });
  }
  const problems = { until: { code: outcome.problem } };
  return answerMutedDeal(deps, press, referral, { form: { ...form, problems } });
}

/** No time that people type has more words. */
const MOST_WORDS = 12;

/** `Northwind 3 days`, typed: the deal that the first words name; without a time the form asks for it. */
async function ofNamedDeal(deps: DealDeps, press: DealPress, text: string) {
  const { organization, person, member } = press.turn;
  const words = text.split(/\s+/);
  const from = Math.max(0, words.length - MOST_WORDS);
  const ends = words.map((_, at) =>
    at < from ? undefined : readUntil(words.slice(at).join(' '), dayContext(deps, press.turn)),
  );
  const at = ends.findIndex((end) => end?.ok);
  const name = (at < 0 ? words : words.slice(0, at)).join(' ');
  const who = { organization: organization.id, personId: person.personId, member };
  // Without a time it may have been meant as one.
  if (at < 0 && (await dealNamed(deps, { ...who, text: name })).kind === 'none') return undefined;
  const end = ends[at];
  // What its form would send: whoever is asked which deal goes on with that.
  const asked = { ...press, data: end?.ok ? { form: 0, until: end.date } : {} };
  const meant = await dealSaid(deps, asked, name === '' ? undefined : { words: name }, 'news.how.deal');
  if ('answer' in meant) return meant.answer;
  const found = await viewableReferralOf(deps, meant);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (end?.ok) return quieten(deps, press, referral, { day: end.date }, { formVersion: 0, typed: {} });
  return answerMutedDeal(deps, press, referral, { form: { formVersion: 0, typed: {}, problems: {} } });
}

async function all(deps: DealDeps, press: DealPress) {
  const { turn, data } = press;
  const sent = readInputs(data, ['until']).typed.until;
  const text = (typeof data.text === 'string' ? data.text : sent)?.trim() ?? '';
  const formVersion = formVersionOf(data) + 1;
  // Typed alone it is a question, not a mistake.
  if (text === '' && data.on !== 'list') return answerMutes(deps, turn);
  const read = readUntil(text, dayContext(deps, turn));
  const day = read.ok ? { day: read.date } : problemOf(read.code);
  const wordy = 'problem' in day && day.problem === 'snooze-unreadable' && typeof data.text === 'string';
  const ofDeal = wordy && (await ofNamedDeal(deps, press, text));
  if (ofDeal) return ofDeal;
  const outcome = await snooze(deps, press, 'all', day);
  if (!outcome.ok) {
    return answerMutes(deps, turn, { typed: text, problem: { code: outcome.problem }, formVersion });
  }
  const time = formatInstant(outcome.until, turn.reader);
  return answerMutes(deps, turn, {
    resultLine: say(turn.reader.language, 'news.snoozed.all', { time }),
    undo: unmuting({ all: 'only' }),
    formVersion,
  });
}

async function snooze(deps: DealDeps, { turn }: DealPress, what: MuteScope, how: How): Promise<Outcome> {
  if ('ok' in how) return how;
  const { organization, person } = turn;
  const who = { organization: organization.id, personId: person.personId };
  return snoozeNews(deps, { ...who, what, how, timeZone: zoneOf(turn) });
}

/** A day that was chosen in the calendar wins over the choice above it. */
function howLong(choice = '', day = ''): How {
  if (day !== '') {
    const at = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(day)?.[0] ?? '';
    const moment = new Date(`${at}T00:00:00Z`);
    const real = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(at);
    return at !== '' && real ? { day: at } : { ok: false, problem: 'snooze-unreadable' };
  }
  const known = snoozeChoices.find((one) => one === choice);
  const days = { tomorrow: 1, days3: 3, week: 7 } as const;
  return known ? { days: days[known] } : { ok: false, problem: 'snooze-unreadable' };
}

function problemOf(code: string): Extract<Outcome, { ok: false }> {
  if (code === 'close-date-past') return { ok: false, problem: 'snooze-past' };
  return { ok: false, problem: code === 'close-date-far' ? 'snooze-far' : 'snooze-unreadable' };
}
