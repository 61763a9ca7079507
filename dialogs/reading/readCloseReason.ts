import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { languages, say } from '#cards/say.ts';
import { type CloseReason, closeReasons } from '#domain/referral/referral.ts';
import { bare } from './fold.ts';

/** What people say instead of the reasons' own names, in all six languages. */
const shortWords = {
  budget:
    'budget|the budget|no budget|price|the price|too expensive|expensive|cost|costs|money|preis|preises|zu teuer|kein budget|kosten|geld|pris|priset|för dyrt|för dyr|ingen budget|kostnad|价格|太贵|预算|没有预算|成本|цена|цены|дорого|слишком дорого|бюджет|нет бюджета|деньги|prezzo|troppo caro|costo|costi|nessun budget',
  'no-response':
    'no response|no answer|no reply|silence|they never answered|never answered|not reachable|keine antwort|keine reaktion|meldet sich nicht|nicht erreichbar|inget svar|svarar inte|没有回复|没有回应|联系不上|нет ответа|не отвечает|не отвечают|молчит|nessuna risposta|non risponde',
  'other-vendor':
    'competitor|a competitor|competition|the competition|another vendor|other vendor|other supplier|konkurrenz|mitbewerber|wettbewerb|wettbewerber|anderer anbieter|konkurrent|konkurrenten|annan leverantör|竞争对手|其他供应商|别的供应商|конкурент|конкуренты|конкуренту|другой поставщик|concorrente|concorrenza|altro fornitore',
  'requirement-not-met':
    'requirements|requirement|missing feature|missing features|does not fit|doesn’t fit|no fit|anforderungen|anforderung|passt nicht|krav|kraven|passar inte|需求不符|要求|не подходит|требования|requisiti|requisito|non adatto',
  'not-a-customer':
    'no customer|not a customer|wrong customer|kein kunde|ingen kund|inte en kund|不是客户|не клиент|non è un cliente|non cliente',
  'timeline-too-short':
    'time|timing|timeline|too late|too short|deadline|no time|zeit|zu spät|zeitplan|frist|keine zeit|tid|tidsplan|för sent|时间|时间太短|太晚|сроки|срок|слишком поздно|нет времени|tempi|tempo|troppo tardi|scadenza',
  abuse: 'abuse|spam|phishing|missbrauch|betrug|missbruk|滥用|垃圾信息|钓鱼|спам|фишинг|abuso',
  other:
    'other|something else|another reason|anderes|sonstiges|anderer grund|annat|annan anledning|其他|другое|другая причина|altro|altro motivo',
} satisfies Record<CloseReason, string>;

/** Words that lead to a reason. */
const leading =
  /^(?:(?:because|due|owing)(?: of| to)?|for|reason:?|wegen|aufgrund|grund:?|weil|p[åa] grund av|pga|f[öo]r att|orsak:?|因为|由于|原因[:：]?|из-за|по причине|потому что|причина:?|per|a causa (?:di|del|della|dei)|perch[ée]|motivo:?)(?:\s+|(?<=[为于因:：]))(?:the |der |die |das |den |des |dem |il |la |i |gli )?/iu;

/** Every name of a reason that is understood: its own in all languages, and the short words for it. */
export function closeReasonWords(reason: CloseReason): readonly string[] {
  const own = languages.map((language) => say(language, closeReasonTexts[reason]));
  return [...own, ...shortWords[reason].split('|')];
}

/** The reason (CR-37) that words name, in any of the six languages; undefined for all else, which is asked. */
export function readCloseReason(text: string): CloseReason | undefined {
  const typed = bare(text.slice(0, 200));
  const plain = bare(typed.replace(leading, ''));
  if (plain === '') return undefined;
  named ??= new Map(
    closeReasons.flatMap((reason) => closeReasonWords(reason).map((words) => [bare(words), reason] as const)),
  );
  return named.get(plain) ?? named.get(typed);
}

let named: Map<string, CloseReason> | undefined;
