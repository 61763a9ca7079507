import type { Language } from '#cards/say.ts';
import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { plainWords } from '#dialogs/reading/said/sentence.ts';
import { grammars } from '#dialogs/reading/said/words/grammars.ts';
import { wordsOf } from '#domain/values/searchTerms.ts';

interface Small {
  /** Words that say nothing where the order of words is not looked at. */
  small: string;
  /** Words that ask for something to be told. */
  asking: string;
  /** What stands before a deal that is any deal. */
  any: string;
  /** What turns a verb into another where it stands beside it. */
  turning: string;
  /** What begins a reason; a comma does as well. */
  because: string;
}

const written: Readonly<Record<Language, Small>> = {
  en: {
    small:
      "the a an to in on at of for with about from by as into onto and - 's s is are was be been has have had do does did get got me us my our your you we i they this that there here now just then too also really so well quick quickly another actually please pls very one deal deals opportunity referral lead customer account project thing all already again microsoft happy glad pleased we' i' you' d ll ve m re folks guys today finally",
    asking: 'what which how who whom whose why when where whats hows',
    any: 'a an any some another',
    turning: 'off out down back away up over through against',
    because: 'because since due',
  },
  de: {
    small:
      'der die das den dem des ein eine einen einem einer zu zum zur in im ins an am auf bei beim von vom für mit über um aus und - ist sind war wird werden wurde hat haben habe ich wir uns mir mich du sie ihr ihnen es mein meine meinen unser unsere unseren dein dazu da hier dort jetzt nun dann noch mal doch bitte auch schon eben einfach gern gerne halt so wieder gleich deal geschäft kunde kunden auftrag projekt sache hinzu rein dabei bis einmal nochmal schnell kurz euch alles microsoft heute endlich leider eigentlich überhaupt noch',
    asking: 'was welche welcher welches welchen wie wer wem wen warum wieso weshalb wann wo',
    any: 'ein eine einen einem einer irgendein irgendeinen irgendeine',
    turning: 'ab zurück aus weg um vor nach weiter',
    because: 'weil wegen aufgrund da',
  },
  sv: {
    small:
      'en ett den det de till i på av för med hos om från vid som och - är var blir har hade att jag vi oss mig du ni min mitt mina vår vårt nu då så också bara gärna lite även här där redan igen snälla tack affär affären deal dealen kund kunden projektet ärendet in dit med någon åt skulle allt microsoft idag äntligen tyvärr egentligen',
    asking: 'vad vilken vilka vilket hur vem vems varför när var',
    any: 'en ett någon något',
    turning: 'fram bort av upp ner ut tillbaka ifrån',
    because: 'eftersom därför därför',
  },
  'zh-Hans': {
    small:
      '的 了 把 将 给 在 到 这 那 个 这个 那个 这笔 那笔 这单 那单 我 我们 你 您 请 帮 帮我 一下 下 吧 啊 呀 哦 嘛 也 都 再 就 还 又 那边 这边 那里 里 上 中 是 有 和 与 跟 对 为 于 现在 目前 已经 已 交易 商机 单子 项目 客户 这个项目 那个项目 来 去 想 要 需要 麻烦 谢谢 先 吗 呢 单 公司 们 来了 约 微软 到微软 大约 开心 太好了 可以 咱们 咱 顺便 赶紧 马上 尽快 继续 正式 这事 那事',
    asking: '什么 哪 哪个 哪些 谁 怎么 怎样 怎 为什么 何时 多少 几 是否 吗 呢',
    any: '一个 一笔 任何 某个',
    turning: '消 掉 回',
    because: '因为 由于 原因',
  },
  ru: {
    small:
      'в во на к ко с со по о об обо от из у для за до про и а — - это эта эту этой этот этого мне нам меня нас я мы ты вы мой моя мою наш наша нашу же уже ещё еще там тут здесь сейчас теперь вот просто пожалуйста давай давайте сделка сделку сделке сделки сделкой клиент клиента клиенту проект проекта проекту есть быть был была было тоже снова раз так да как-то microsoft сегодня наконец ура',
    asking: 'что какой какая какие какую каком как кто кого кому почему зачем когда где сколько',
    any: 'любую какую-то какую-нибудь любой',
    turning: 'обратно назад прочь',
    because: 'поскольку из-за потому ибо',
  },
  it: {
    small:
      "il lo la l' i gli le un una uno un' a ad al alla allo all' di del della dell' dello da dal dalla in nel nella nell' con su sul sulla sull' per tra fra e ed - è sono era ha ho hanno abbiamo mi ci ti vi si io noi mio mia nostro nostra questo questa quello quella ora adesso già ancora anche pure poi proprio solo qui lì trattativa affare deal opportunità cliente pratica progetto dei delle degli microsoft oggi finalmente purtroppo",
    asking: 'cosa che quale quali come chi perché quando dove quanto quanti',
    any: "un una uno un' qualche",
    turning: 'via fuori indietro contro',
    because: 'perché poiché siccome causa via',
  },
};

/** What a template does not mean the same without. */
const helping =
  'is are was has have had do does did ist hat war wurde haben har hade blir är an auf ab aus zu upp av my our mine mein meine unser unsere min mina mitt vår vårt mio mia nostro nostra мой моя мою наш наша нашу 我 我们';

/** The small words of a language as they are compared. */
export interface SmallWords {
  isSmall(word: string): boolean;
  /** Whether a template means the same without it: did and has make a question, or tell what others did; an and auf make another verb, and mine are not all. */
  isLeftOut(word: string): boolean;
  isAsking(word: string): boolean;
  isAny(word: string): boolean;
  isTurning(word: string): boolean;
  isBecause(word: string): boolean;
}

const ready = new Map<Language, SmallWords>();

/** The small words of a language, made once. */
export function smallWordsOf(language: Language): SmallWords {
  const made = ready.get(language) ?? make(written[language]);
  ready.set(language, made);
  return made;
}

function make({ small, asking, any, turning, because }: Small): SmallWords {
  const among = (words: string) => {
    const all = new Set(words.split(' ').map((word) => plainWords(word).join('')));
    return (word: string) => all.has(word);
  };
  const [isWord, isHelping] = [among(small), among(helping)];
  const isSmall = (word: string) => isWord(word) || /^[,;:!?.]$/.test(word);
  return {
    isSmall,
    isLeftOut: (word) => isSmall(word) && !isHelping(word),
    isAsking: among(asking),
    isAny: among(any),
    isTurning: among(turning),
    isBecause: among(because),
  };
}

let spoken: ReadonlySet<string> | undefined;

/** Whether a word, as `wordsOf` gives it, is one of those that commands are made of in any language, and tells no name. */
export function isWordOfSpeech(word: string): boolean {
  spoken ??= new Set(
    [
      ...Object.values(grammars).flatMap(textsOf),
      ...Object.values(written).flatMap((small) => Object.values(small)),
    ].flatMap((text) => wordsOf(text.replace(/\{[\w:]+\}/g, ' '))),
  );
  return spoken.has(word);
}

function textsOf({
  sentences,
  lists,
  polite,
  ending,
  around,
  it,
  everything,
  noName,
  not,
}: Grammar): string[] {
  const tables = [sentences, lists, polite].flatMap((table) => Object.values(table).flat());
  return [...tables, ...ending, ...Object.values(around), it, everything, noName, not];
}
