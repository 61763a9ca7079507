import { addNote } from '#app/deal/note.add.ts';
import { parseNote } from '#cards/deal/timeline/parseNote.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { say, type TextKey } from '#cards/say.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
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
 * `note DEAL: TEXT` the form has the text already.
 */
export const noteAdd: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const typed = readTyped(data.text);
  const meant = await dealMeant(deps, press, { text: typed.words, how: 'note.how' });
  if ('answer' in meant) return meant.answer;
  const found = await viewableReferralOf(deps, meant);
  if ('answer' in found) return found.answer;
  const { referral, input } = found;
  if (referral.stage === 'closed') {
    return cardOrLine(deps, turn, referral, { resultLine: say(language, 'note.closed') });
  }
  if (data.form === undefined) {
    return noteForm(turn, referral, { formVersion: 0, typed: { note: typed.note }, problems: {} });
  }
  const formVersion = formVersionOf(data) + 1;
  const parsed = parseNote(data);
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
