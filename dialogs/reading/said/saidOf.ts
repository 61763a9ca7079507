import { readStageWords } from '#cards/referral/progress/stageWords.ts';
import { readTypedStage } from '#cards/referral/progress/typedStage.ts';
import { cutFigures } from './figures.ts';
import type { Grammar, Meaning } from './grammar.ts';
import { dealIn, isName, isSomebody, nameIn } from './names.ts';
import type { DealVerb, Said, SaidContext, SaidDeal } from './said.ts';
import type { Sentence } from './sentence.ts';
import { stageInPercent, stageNear } from './stageNear.ts';
import type { Places } from './template.ts';
import { mayBeDate, readDayAlone, readWorth } from './worth.ts';

/** Words of a person's name. */
const MOST_PERSON = 4;

/** A sentence that fits a template: which one it is, and what stands in its places. */
export interface Fitting {
  sentence: Sentence;
  places: Places;
  grammar: Grammar;
  context: SaidContext;
}

const ofDeal = {
  view: 'referral.view',
  summary: 'deal.summary',
  timeline: 'timeline.show',
  edit: 'deal.edit',
  team: 'deal.team',
  solutions: 'deal.solutions',
  accept: 'referral.accept',
  register: 'registration.register',
  mute: 'news.mute',
  unmute: 'news.unmute',
  win: 'deal.win',
  undo: 'deal.undo',
} as const satisfies Partial<Record<Meaning, DealVerb>>;

/** What a sentence says that fits a template of that meaning; undefined where what stands in its places is not right. */
export function saidOf(meaning: Meaning, fitting: Fitting): Said | undefined {
  const whole = ofAll(meaning, fitting);
  if (whole) return whole;
  const { sentence, places, grammar } = fitting;
  const named = places.deal ? dealIn(sentence, places.deal, grammar) : { deal: undefined };
  return named && ofOne(meaning, named.deal, fitting);
}

function ofAll(meaning: Meaning, fitting: Fitting): Said | undefined {
  const text = wordsAt(fitting, 'text');
  switch (meaning) {
    case 'help':
      return { verb: 'help.show' };
    case 'day':
      return { verb: 'day.show' };
    case 'insights':
      return { verb: 'insights.show' };
    case 'pipeline':
      return { verb: 'pipeline.show', whose: undefined };
    case 'pipeline.mine':
      return { verb: 'pipeline.show', whose: 'mine' };
    case 'pipeline.all':
      return { verb: 'pipeline.show', whose: 'all' };
    case 'digest':
      return { verb: 'digest.set', text };
    case 'digest.off':
      return { verb: 'digest.set', text: 'off' };
    case 'back':
      return { verb: 'away.set', text: 'back' };
    case 'away':
      return { verb: 'away.set', text };
    case 'cover':
      return awayWith(wordsAt(fitting, 'until'), nameAt(fitting, 'person'));
    case 'start':
      return { verb: 'deal.start', text };
    case 'search':
      return text === '' ? undefined : { verb: 'deals.search', text };
    default:
      return undefined;
  }
}

function ofOne(meaning: Meaning, deal: SaidDeal, fitting: Fitting): Said | undefined {
  const { context } = fitting;
  switch (meaning) {
    case 'note':
      return { verb: 'note.add', deal, text: wordsAt(fitting, 'text', true) };
    case 'goes':
      return goesTo(deal, wordsAt(fitting, 'to'), context);
    case 'mark': {
      const stage = wordsAt(fitting, 'to');
      return isName(stage) || stage === ''
        ? { verb: 'stage.mark', deal, stage: stage || undefined }
        : undefined;
    }
    case 'value': {
      const money = wordsAt(fitting, 'money');
      const value = isDayInFigures(money) ? undefined : readWorth(money, context);
      return value && { verb: 'deal.value', deal, value };
    }
    case 'closeDate': {
      const date = readDayAlone(wordsAt(fitting, 'date'), context);
      return date === undefined ? undefined : { verb: 'deal.closeDate', deal, date };
    }
    case 'rename': {
      const name = nameAt(fitting, 'name');
      return isName(name) ? { verb: 'deal.rename', deal, name } : undefined;
    }
    case 'handover':
      return handedTo(deal, fitting);
    case 'invite':
      return invited(fitting);
    case 'remind': {
      const partner = nameAt(fitting, 'partner');
      if (!isSomebodyAt(fitting, 'partner')) return undefined;
      return isName(partner) || partner === ''
        ? { verb: 'partner.remind', deal, partner: partner || undefined }
        : undefined;
    }
    case 'favorite':
      return { verb: 'deal.favorite', deal, on: true };
    case 'unfavorite':
      return { verb: 'deal.favorite', deal, on: false };
    case 'decline':
      return { verb: 'referral.decline', deal, reason: wordsAt(fitting, 'reason') || undefined };
    case 'lose':
      return { verb: 'deal.lose', deal, reason: wordsAt(fitting, 'reason') || undefined };
    default:
      return meaning in ofDeal ? { verb: ofDeal[meaning as keyof typeof ofDeal], deal } : undefined;
  }
}

/** Who is away, and who stands in: a name, and no sentence. */
function awayWith(until: string, person: string): Said | undefined {
  const isPerson =
    (until === '' || mayBeDate(until)) &&
    isName(person) &&
    !/[,;:\d]/.test(person) &&
    person.split(/\s+/).length <= MOST_PERSON;
  return isPerson ? { verb: 'away.set', text: [until, person].filter(Boolean).join(', ') } : undefined;
}

/** What a deal is said to be now, or to be moved to: a stage, an end, an amount or a day. */
function goesTo(deal: SaidDeal, to: string, context: SaidContext): Said | undefined {
  const stage = stageSaid(to, context);
  if (stage === 'won') return { verb: 'deal.win', deal };
  if (stage === 'lost') return { verb: 'deal.lose', deal, reason: undefined };
  if (stage !== undefined) return { verb: 'stage.mark', deal, stage: stage.words };
  const value = isDayInFigures(to) ? undefined : readWorth(to, context);
  if (value && (value.currency !== undefined || /\D/.test(to) || value.amount >= 1000) && !isYear(to))
    return { verb: 'deal.value', deal, value };
  const date = readDayAlone(to, context);
  return date === undefined ? undefined : { verb: 'deal.closeDate', deal, date };
}

/** 15.2. is the fifteenth of February. */
const isDayInFigures = (text: string) => /^\d{1,2}[./]\d{1,2}(?:[./](?:\d{2,4})?)?$/.test(text);
const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text);
const lost =
  /^(?:to |as |auf |als |till |som |a |come |в )?(?:lost|verloren|förlora[dt]|丢单|已丢单|проигран\p{L}*|потерян\p{L}*|pers[ao])$/iu;

/** What words say of a stage: by its name as typed, by what else it is called as a percentage; or that it is over. */
function stageSaid(
  to: string,
  { language, locale }: SaidContext,
): { words: string } | 'won' | 'lost' | undefined {
  if (lost.test(to)) return 'lost';
  const typed = readTypedStage(to, { language, locale });
  if (typed?.rest === '') return { words: to };
  const stage = readStageWords(to) ?? stageInPercent(to) ?? stageNear(to);
  if (stage === undefined) return undefined;
  return stage === 100 ? 'won' : { words: `${stage}%` };
}

/** A deal is handed to a person; where a stage, an amount or a day stands, it is no handing over. */
function handedTo(deal: SaidDeal, fitting: Fitting): Said | undefined {
  const to = nameAt(fitting, 'to');
  if (!isSomebodyAt(fitting, 'to')) return undefined;
  const { to: at } = fitting.places;
  // Italian says it as people are called elsewhere: la prende Jonas.
  if (at && dealIn(fitting.sentence, at, fitting.grammar)?.deal === 'it') return undefined;
  if (!isName(to) || /\d/.test(to)) return undefined;
  return goesTo(deal, to, fitting.context) ?? { verb: 'deal.handover', deal, to };
}

/** Whom to invite to what; figures and days belong to the invitation, wherever they stand. */
function invited(fitting: Fitting): Said | undefined {
  const { sentence, places, grammar, context } = fitting;
  if (!isSomebodyAt(fitting, 'partner')) return undefined;
  const whom = cutFigures(sentence, places.partner, context);
  const what = cutFigures(sentence, places.deal, context);
  const named = what.name ? dealIn(sentence, what.name, grammar) : { deal: undefined };
  if (!named) return undefined;
  const partner = whom.name ? nameIn(sentence, whom.name.from, whom.name.to) : '';
  if (partner !== '' && !isName(partner)) return undefined;
  const text = [whom.rest, what.rest, wordsAt(fitting, 'text')].filter(Boolean).join(', ');
  return { verb: 'partner.invite', deal: named.deal, partner: partner || undefined, text };
}

function isSomebodyAt({ sentence, places, grammar }: Fitting, place: string): boolean {
  const at = places[place];
  return (
    at === undefined || (isSomebody(sentence, at, grammar) && dealIn(sentence, at, grammar) !== undefined)
  );
}

/** What was typed in a place, without quotes and commas around it. */
function nameAt({ sentence, places }: Fitting, place: string): string {
  const at = places[place];
  return at ? nameIn(sentence, at.from, at.to).replace(/^[\s,;:]+|[\s,;:]+$/g, '') : '';
}

/** The same, quotes and all; a text goes on to the end, with its last sign. */
function wordsAt({ sentence, places }: Fitting, place: string, toEnd = false): string {
  const at = places[place];
  const start = at && sentence.words[at.from]?.start;
  if (!at || start === undefined) return '';
  // A note is kept with its last sign.
  const end = toEnd ? sentence.text.length : (sentence.words[at.to - 1]?.end ?? start);
  return sentence.text.slice(start, end).replace(/^[\s,;:]+|[\s,;:]+$/g, '');
}
