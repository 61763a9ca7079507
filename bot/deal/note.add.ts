import { addNote } from '#app/deal/note.add.ts';
import { parseNote } from '#cards/deal/timeline/parseNote.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { say, type TextKey } from '#cards/say.ts';
import { dealsCalled } from '#dialogs/meant/called.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import { questionOf } from '#dialogs/talk/asking.ts';
import type { ActionOnDeal, DealDeps, DealPress } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { noteForm } from './timelineCards.ts';

const doneTexts = {
  us: 'note.done.us',
  all: 'note.done.all',
} satisfies Record<string, TextKey>;

/**
 * *Add note*: the first press opens the form, which says who reads it, the next one adds the note. Typed as
 * `note DEAL: TEXT` it is added at once, for the own company alone.
 */
export const noteAdd: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const typed = await typedNote(deps, press);
  const meant = await dealMeant(deps, press, { text: typed.words, how: 'note.how' });
  if ('answer' in meant) return meant.answer;
  const found = await viewableReferralOf(deps, meant);
  if ('answer' in found) return found.answer;
  const { referral, input } = found;
  if (referral.stage === 'closed') {
    return cardOrLine(deps, turn, referral, { resultLine: say(language, 'note.closed') });
  }
  const said = meant.turn.inLine && data.form === undefined && typed.note !== '';
  if (data.form === undefined && !said) {
    const form = noteForm(turn, referral, { formVersion: 0, typed: { note: typed.note }, problems: {} });
    const data = { referral: referral.id };
    return {
      ...form,
      asks: questionOf({ kind: 'note', verb: 'note.add', data, words: { field: 'note', data } }),
    };
  }
  const formVersion = formVersionOf(data) + 1;
  // What is said without more stays in the company.
  const parsed = parseNote(said ? { note: typed.note, reader: 'us' } : data);
  if (!parsed.ok) return noteForm(turn, referral, { formVersion, ...parsed });
  const { text, audience } = parsed;
  const outcome = await addNote(deps, { ...input, text, audience, writer: writerOf(turn) });
  if (outcome.kind === 'refused') {
    const { rejection, referral: now } = outcome;
    if (rejection === 'note-nobody' || rejection === 'note-too-many') {
      return noteForm(turn, now, {
        formVersion,
        typed: parsed.typed,
        problems: { reader: { code: rejection } },
      });
    }
  }
  return answerDecision(deps, turn, outcome, say(language, doneTexts[audience]));
};

function writerOf({ person }: Turn): Contact {
  const { name, email, userPrincipalName } = person.profile;
  return { name, email: email ?? userPrincipalName };
}

/** What is to be noted and on which deal, as far as it was typed: in a sentence, or behind the command. */
async function typedNote(
  deps: DealDeps,
  { turn, data }: DealPress,
): Promise<{ words: string; note: string }> {
  if (typeof data.note === 'string' && data.form === undefined) return { words: '', note: data.note };
  const typed = readTyped(data.text);
  if (typed.words !== '' || typed.note === '' || data.referral !== undefined) return typed;
  // The name of a deal is no note on another one.
  const named = await dealsCalled(deps, turn, typed.note);
  return named.length > 0 ? { words: typed.note, note: '' } : typed;
}

/**
 * Words of the deal before the first colon and the note behind it; without a colon all of it is the note. The one in a
 * time or in a link is none.
 */
function readTyped(sent: unknown): { words: string; note: string } {
  const text = typeof sent === 'string' ? sent.slice(0, 10_000) : '';
  const at = text.search(/[:：](?![\d/])/u);
  if (at < 0) return { words: '', note: text.trim() };
  return { words: text.slice(0, at).trim(), note: text.slice(at + 1).trim() };
}
