import { type HelpKind, NO_HELP } from '#domain/referral/referral.ts';
import { unaccented } from './fold.ts';

/** What people call the kinds of help of Microsoft (CR-25), in all six languages; the first that fits counts. */
const words: readonly (readonly [kind: HelpKind | typeof NO_HELP, words: string])[] = [
  [
    NO_HELP,
    'no help required at this time|no help required|no help needed|no help|without help|without microsoft|private deal|private|privately|' +
      'keine hilfe erforderlich|keine hilfe|ohne hilfe|ohne microsoft|privat|privates geschäft|' +
      'ingen hjälp|utan hjälp|utan microsoft|privat affär|不需要帮助|无需帮助|不要帮助|不需要微软|私有交易|私有|私密|' +
      'помощь не нужна|помощь не требуется|без помощи|без microsoft|частная сделка|частная|приватная|приватно|' +
      'nessun aiuto|senza aiuto|senza microsoft|privata|privato|trattativa privata',
  ],
  [
    'WorkloadSpecificValueProposition',
    'workload-specific value proposition|value proposition|wertversprechen|nutzenversprechen|värdeerbjudande|价值主张|ценностное предложение|proposta di valore',
  ],
  [
    'CustomerTechnicalArchitecture',
    'customer technical architecture|technical architecture|architecture|technische architektur|architektur|teknisk arkitektur|arkitektur|' +
      '技术架构|架构|техническая архитектура|архитектура|architettura tecnica|architettura',
  ],
  [
    'ProofOfConceptOrDemo',
    'proof of concept|poc|demo|machbarkeitsnachweis|konzeptnachweis|konceptbevis|概念验证|演示|демонстрация|демо|пилот|dimostrazione|prova di fattibilità',
  ],
  [
    'QuotesOrLicensing',
    'quotes and licensing|quotes or licensing|quotes|quote|licensing|licenses|angebote|angebot|lizenzierung|lizenzen|' +
      'offerter|offert|licensiering|licenser|报价|许可|предложение цены|лицензирование|лицензии|preventivi|preventivo|licenze',
  ],
  [
    'PostSalesCustomerSuccess',
    'post-sales customer success|post-sales|post sales|customer success|kundenerfolg|kundframgång|售后|客户成功|' +
      'послепродажная поддержка|успех клиента|post-vendita|successo del cliente',
  ],
  [
    'GeneralOrOther',
    'general or other|general help|other help|co-sell deal|co-sell|cosell|allgemeine hilfe|allmän hjälp|其他帮助|一般帮助|общая помощь|другая помощь|aiuto generico|altro aiuto',
  ],
];

const spoken =
  '(?:ask (?:microsoft )?for(?: an?| some)?|bitte microsoft um(?: eine?n?)?|be (?:microsoft )?om(?: en| ett)?|请微软(?:提供)?|попросить (?:microsoft )?(?:о|об)|chiedere (?:a microsoft )?(?:una? )?|help (?:with|for|from microsoft with)|hilfe (?:bei|mit)|hjälp med|帮助|помощь (?:с|по)|aiuto (?:con|per)|(?:help|hilfe|hjälp|помощь|aiuto)(?=:)|with|mit|med|con|с|needs?|as|als|som|come|как)';
const patterns = words.map(([kind, list]) => {
  const longestFirst = list.split('|').sort((one, other) => other.length - one.length);
  const any = unaccented(longestFirst.map((word) => RegExp.escape(word)).join('|'));
  return {
    kind,
    pattern: new RegExp(
      `(?:(?<!\\p{L})${unaccented(spoken)}[: ]+)?(?:(?<![\\p{L}\\p{N}-]|\\p{L}-)(?:${any})(?![\\p{L}\\p{N}-])|(?:${any})(?<=\\p{Script=Han}))`,
      'giu',
    ),
  };
});

/** The kinds of help a text names, each with its place, from left to right. */
export function findHelp(
  text: string,
): { kind: HelpKind | typeof NO_HELP; start: number; end: number; text: string }[] {
  const plain = unaccented(text);
  const all = patterns.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
      text: text.slice(match.index, match.index + match[0].length),
    })),
  );
  const kept: typeof all = [];
  for (const one of all.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  }
  return kept.sort((one, other) => one.start - other.start);
}
