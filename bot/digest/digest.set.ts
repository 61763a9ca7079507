import { chooseDigest } from '#app/digest/digest.plan.ts';
import { digestChoiceOf } from '#app/digest/digestRecord.ts';
import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { digestTimes } from '#cards/delivery/digest/digestTimes.ts';
import { digestSettingCard } from '#cards/delivery/digestSetting/digestSetting.card.ts';
import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import { type DigestReading, readDigest } from '#dialogs/reading/digest/readDigest.ts';
import type { Action, DealDeps, Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Undoing } from '#dialogs/turn/undoOf.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';

type Chosen = Parameters<typeof chooseDigest>[3];

/** *Digest*: alone it shows when the morning message comes; with a time, days or `off` behind it, it changes that. */
export const digestSet: Action<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const text = typeof data.text === 'string' ? data.text.trim() : '';
  const pressed = data.form !== undefined || data.whole !== undefined;
  if (!pressed && text === '') return settings(deps, turn, { formVersion: 0 });
  const read = pressed ? readPress(press, turn) : readDigest(text);
  if (!read.ok) {
    const typed = pressed ? readInputs(data, ['at']).typed.at : text;
    const problem = { code: 'digest-unreadable' as const };
    return settings(deps, turn, { formVersion: formVersionOf(data) + 1, typed, problem });
  }
  const { organization, person } = turn;
  const { before, after } = await chooseDigest(deps, organization, person, read.chosen);
  deps.wake();
  const undo = undoing(before);
  const { language } = turn.reader;
  return { card: answerCard({ language, sentence: sentenceOf(after, turn), undo }), undo };
};

async function settings(
  deps: DealDeps,
  turn: Turn,
  shown: Pick<Parameters<typeof digestSettingCard>[0], 'formVersion' | 'typed' | 'problem'>,
): Promise<Answer> {
  const { organization, person, reader } = turn;
  const choice = await digestChoiceOf(deps, organization.id, person.personId);
  const { start: at, days } = organization.workingHours;
  return { card: digestSettingCard({ ...reader, ...shown, choice, usual: { at, days } }) };
}

function sentenceOf(choice: DigestChoice, { reader, organization }: Turn): string {
  if (choice.off) return say(reader.language, 'digest.done.off');
  return digestTimes('done', choice, choice.at ?? organization.workingHours.start, reader);
}

/** A button of the settings, their form, or what takes a choice back. */
function readPress(
  { data }: Press,
  { organization }: Turn,
): Extract<DigestReading, { ok: false }> | { ok: true; chosen: Chosen } {
  if (data.whole === 'yes') return { ok: true, chosen: { ...readBack(data), whole: true } };
  if (data.off === 'yes') return { ok: true, chosen: { off: true } };
  if (data.on === 'yes') return { ok: true, chosen: { on: true } };
  const { typed } = readInputs(data, ['at', 'days']);
  const time = readDigest(typed.at ?? '');
  if (!time.ok || time.chosen.at === undefined) return { ok: false };
  const days = daysIn(typed.days);
  const { workingHours } = organization;
  const usual = days.length === 0 || days.join() === [...workingHours.days].sort().join();
  return { ok: true, chosen: { at: time.chosen.at, days: usual ? undefined : days, on: true } };
}

/** The press that gives back how it was. */
function undoing({ at, days, off }: DigestChoice): Undoing {
  const was = {
    ...(at !== undefined && { at: String(at) }),
    ...(days && { days: days.join(',') }),
    ...(off && { off: 'yes' }),
  };
  return { verb: 'digest.set', data: { whole: 'yes', ...was } };
}

function readBack({ at, days, off }: Press['data']): DigestChoice {
  const minutes = Number(at);
  const known = typeof at === 'string' && Number.isInteger(minutes) && minutes >= 0 && minutes < 24 * 60;
  const chosen = daysIn(typeof days === 'string' ? days : undefined);
  return {
    ...(known && { at: minutes }),
    ...(chosen.length > 0 && { days: chosen }),
    ...(off === 'yes' && { off: true }),
  };
}

function daysIn(text = ''): number[] {
  const found = text.split(',').map(Number);
  return [...new Set(found)].filter((day) => Number.isInteger(day) && day >= 1 && day <= 7).sort();
}
