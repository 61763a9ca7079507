import type { Question } from '#app/contact/chatMemory.ts';
import { type Command, commands } from '#bot/commands/commands.ts';
import { readLanguage } from '#bot/commands/readLanguage.ts';
import { isVerb } from '#bot/dispatch/verbs.ts';
import { explanation } from '#cards/general/explanation.ts';
import { say } from '#cards/say.ts';
import { dealsCalled } from '#dialogs/meant/called.ts';
import { bare } from '#dialogs/reading/fold.ts';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';
import { readReply } from '#dialogs/reading/said/reply.ts';
import type { Said, SaidContext } from '#dialogs/reading/said/said.ts';
import { readAnswer } from '#dialogs/talk/readAnswer.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { once } from '#domain/values/once.ts';
import { type Conversing, callOff, converse, speakFromNowOn } from './conversing.ts';
import { dealsHit, type Hits } from './dealsHit.ts';
import { isClearInDraft } from './inDraft.ts';
import { answerUnknown } from './notUnderstood.ts';
import { saidLoosely, saidOfDeal } from './saidLoosely.ts';
import { pressOfSaid } from './saying.ts';
import type { Spoken } from './spoken.ts';

type HearingDeps = Conversing & DealDeps;

/**
 * What a typed message means, as a press; undefined where it was answered here. It is read in this order: a command,
 * the answer to what is asked in the chat, the answer of the deal that is being created, a sentence, the place in what was
 * shown last, the bare name of a deal (docs/adr/0025).
 */
export type Hear = (turn: Turn, command: Command | undefined) => Promise<Spoken | undefined>;

export function createHearing(deps: HearingDeps): Hear {
  return async (heard, command) => {
    const turn = { ...heard, memory: await deps.chats.of(heard) };
    // A command alone says all that there is to say: reading it as a sentence takes the longest of all.
    const alone = command?.text === '';
    if (alone && !(await isStep(deps, turn, command))) return commanded(deps, turn, command);
    const said = readSaid(turn.text, contextOf(deps, turn));
    const full = command && !alone && !saysMore(turn, command, said) ? command : undefined;
    if (full && !(await isCustomer(deps, turn, full, said))) return commanded(deps, turn, full);
    const hits = once(() => dealsHit(deps, turn));
    const { question } = turn.memory;
    const answer = question && (await answering(deps, turn, { question, said, hits }));
    if (answer) return answer.spoken;
    return (await inDraft(deps, turn, said)) ? undefined : plainly(deps, turn, { read: said, hits });
  };
}

/** What finds the deal in all that was typed behind the command, where a sentence found none. */
const looksItself: readonly Said['verb'][] = [
  'note.add',
  'partner.remind',
  'deal.undo',
  'news.mute',
  'news.unmute',
];

/** Whether a sentence says of the same what a command alone does not: of which deal, and how. */
function saysMore(turn: Turn, { name, text }: Command, said: Said | undefined): boolean {
  if (said?.verb !== commands[name].press?.verb || !said || !('deal' in said)) return false;
  // Whom to invite to what is looked up by the command itself.
  if (said.verb === 'partner.invite') return said.deal === 'it';
  const looks = looksItself.includes(said.verb);
  if (typeof said.deal !== 'object') return said.deal !== undefined || !looks;
  const [named, behind] = [bare(said.deal.words), bare(text)];
  // The command's own word is no part of a name.
  const command = bare(turn.text).slice(0, -behind.length).trim();
  return !named.startsWith(command) && !(looks && behind.startsWith(named));
}

async function commanded(deps: HearingDeps, turn: Turn, command: Command): Promise<Spoken | undefined> {
  const { press } = commands[command.name];
  if (!press || !isVerb(press.verb)) {
    await converse(deps, turn, command);
    return undefined;
  }
  const data = { ...press.data, text: command.text };
  return { verb: press.verb, data, alone: press.private ?? false, turn };
}

/** A company may be called like a command with words behind it, as long as it is asked for the customer of a new deal. */
async function isCustomer(
  deps: HearingDeps,
  turn: Turn,
  { name, text }: Command,
  said: Said | undefined,
): Promise<boolean> {
  // A colon says that something is told about what stands before it.
  if (!commands[name].yields || !/^[^:：]+$/u.test(text)) return false;
  if ((await deps.drafts.asks(turn)) !== 'customer') return false;
  return !(said && (await isClearInDraft(deps, turn, said)));
}

/** *Back* goes back in the deal that is being created, and says elsewhere that one is back. */
async function isStep({ drafts }: HearingDeps, turn: Turn, { name }: Command): Promise<boolean> {
  return name === 'back' && (await drafts.asks(turn)) !== undefined;
}

/** The answer to an open question, or the question once more; undefined where the message is about something else. */
async function answering(
  deps: HearingDeps,
  turn: Turn,
  { question, said, hits }: { question: Question; said: Said | undefined; hits: Hits },
): Promise<{ spoken: Spoken | undefined } | undefined> {
  const done = { spoken: undefined };
  const language = question.kind === 'language' ? readLanguage(turn.text) : undefined;
  if (language) {
    await speakFromNowOn(deps, turn, language);
    return done;
  }
  // What is said of no deal by name belongs to the form that stands open.
  const ofForm = said && 'deal' in said && said.deal === undefined && question.words?.after !== undefined;
  const read = readAnswer(question, turn.text, { free: said === undefined || ofForm === true });
  if (read.kind === 'press' && isVerb(read.verb)) {
    return { spoken: { verb: read.verb, data: read.data, alone: isElsewhere(turn), turn } };
  }
  if (read.kind === 'dropped') {
    await callOff(deps, turn);
    return done;
  }
  if (said || (await deps.drafts.asks(turn)) || (await dealsCalled(deps, turn, turn.text)).length > 0) {
    return undefined;
  }
  if (question.again || question.kind === 'offer') return undefined;
  if (await saidLoosely(turn, contextOf(deps, turn), hits)) return undefined;
  await deps.chats.note(turn, { question: { ...question, again: true } });
  await turn.reply({ text: retryText(turn, question) });
  return done;
}

function retryText({ reader: { language } }: Turn, { kind, options }: Question): string {
  if (kind === 'language') return say(language, 'language.retry');
  if (kind === 'confirm') return say(language, 'talk.retry.yesNo');
  return options.length > 0
    ? say(language, 'talk.retry.number', { count: options.length })
    : say(language, 'talk.retry.words');
}

/** Whether the message answered what is asked of a deal that is being created. */
async function inDraft(deps: HearingDeps, turn: Turn, said: Said | undefined): Promise<boolean> {
  if (said && (await deps.drafts.asks(turn)) && (await isClearInDraft(deps, turn, said))) return false;
  // A deal that nobody knows is a name, for all that it looks like.
  const unless = said !== undefined && !('deal' in said && typeof said.deal === 'object');
  if (!(await deps.drafts.answer(turn, turn.text, { unless }))) return false;
  await deps.chats.note(turn, {});
  return true;
}

/** A sentence, a place in what was shown, or a name, with nothing before it that it could belong to. */
async function plainly(
  deps: HearingDeps,
  turn: Turn,
  { read, hits }: { read: Said | undefined; hits: Hits },
): Promise<Spoken | undefined> {
  const said = read && (await saidOfDeal(deps, turn, read, contextOf(deps, turn), hits));
  if (said?.verb === 'explain') {
    await turn.reply({ text: explanation(said.term, turn.reader.language) });
    return undefined;
  }
  const press = said && pressOfSaid(said, turn);
  if (press) return { ...press, alone: isElsewhere(turn), turn };
  const reply = readReply(turn.text);
  if (reply?.reply === 'number') {
    const referral = turn.memory?.rows?.[reply.number - 1];
    if (referral) return { verb: 'referral.view', data: { referral }, alone: isElsewhere(turn), turn };
  } else if (reply) {
    const key = reply.reply === 'yes' ? 'talk.nothingAsked' : 'notice.nothingToCancel';
    await turn.reply({ text: say(turn.reader.language, key) });
    return undefined;
  }
  const named = await dealsCalled(deps, turn, turn.text);
  if (named.length > 0) {
    const deal = { words: turn.text.trim() };
    return { verb: 'referral.view', data: {}, said: { deal }, alone: isElsewhere(turn), turn };
  }
  const loosely = read ? undefined : await saidLoosely(turn, contextOf(deps, turn), hits);
  const meant = loosely && pressOfSaid(loosely, turn);
  if (meant) return { ...meant, alone: isElsewhere(turn), turn };
  await answerUnknown(deps, turn, hits);
  return undefined;
}

/** What a sentence shows or does is for whoever said it. */
function isElsewhere({ conversation }: Turn): boolean {
  return conversation.kind !== 'personal';
}

function contextOf(deps: HearingDeps, turn: Turn): SaidContext {
  const { language, locale } = turn.reader;
  return { language, locale, today: todayOf(deps, turn), currency: undefined };
}
