import { readTypedStage } from '#cards/referral/progress/typedStage.ts';
import { cutFigures } from './figures.ts';
import type { Grammar } from './grammar.ts';
import { dealIn } from './names.ts';
import type { Said, SaidContext } from './said.ts';
import { type Sentence, typedBetween } from './sentence.ts';
import { isMarkedWorth, readDayAlone, readWorth } from './worth.ts';

/** A name is short, and so is what is said of it in two words. */
const MOST_NAME = 5;
const MOST_TAIL = 5;
const percent = /^(?:20|40|60|80) ?%$/;
const cue =
  /^(?:by|until|till|end|mid|middle|bis|ende|mitte|senast|till|slutet|mitten|до|к|конец|середина|entro|fine|metà)(?!\p{L})|[底末初前]$/iu;

/** A name, and behind it an amount, a day or a stage, and nothing else: `Contoso 45k`, `Contoso 80%`. */
export function readBare(sentence: Sentence, grammar: Grammar, context: SaidContext): Said | undefined {
  const { length } = sentence.words;
  const han = /\p{Script=Han}/u.test(sentence.text);
  const [most, tails] = han ? [20, 12] : [MOST_NAME, MOST_TAIL];
  for (let cut = Math.max(1, length - tails); cut <= Math.min(most, length - 1); cut += 1) {
    const tail = typedBetween(sentence, cut, length).replace(/^[\s,:]+/, '');
    const said = changeTo(tail, context);
    const alone = said && cutFigures(sentence, { from: 0, to: cut }, context).rest === '';
    const named = alone && dealIn(sentence, { from: 0, to: cut }, grammar);
    if (named) return { ...said, deal: named.deal } as Said;
  }
  return undefined;
}

function changeTo(tail: string, context: SaidContext) {
  const value = isMarkedWorth(tail) ? readWorth(tail, context) : undefined;
  if (value) return { verb: 'deal.value', value } as const;
  const stage = /\s\p{L}|^\P{L}*$/u.test(tail) ? undefined : readTypedStage(tail, context);
  if (stage?.rest === '' || percent.test(tail)) return { verb: 'stage.mark', stage: tail } as const;
  const isDay = cue.test(tail) || /\d.*(?:[./-]|\p{L})|\p{L}.*\d/u.test(tail);
  const date = isDay && !/^\p{Lu}\p{L}*\d/u.test(tail) ? readDayAlone(tail, context) : undefined;
  return date === undefined ? undefined : ({ verb: 'deal.closeDate', date } as const);
}
