import { sentenceOf } from '#dialogs/reading/said/sentence.ts';
import { line, sourceOf } from '#dialogs/reading/said/template.ts';

/** Questions about a form itself, which no name and no answer is. */
const questions: readonly string[] = [
  '(who|which people) (can|will|is going to|does|gets to) (see|read|know|get) [(this|it|that|my answer|all this)]',
  'who sees (this|it|that)',
  '(can|may|could) i (skip|leave out|leave empty|omit|change|leave|do|enter|fill in) (this|it|that) [(one|field|step|empty|out|later)]',
  '(do|must|should|why do|why must) i (have to|need to|fill|enter|give|answer|say|type) [(fill in|enter|give|answer|say|type|do)] (this|it|that|all this|anything)',
  '(why|what for) [(do|are) (you|they) (ask|asking|need|want|need to know)] [(this|that|it|me this|to know)] [(for)]',
  '(what|which) (should|do|can|must|could) i (type|write|say|enter|put|choose|answer|do) [(here|now|there|in here|next)]',
  "what (is|' s|'s) (this|that|it) [for]",
  '(what|which) (is|are) (missing|needed|required|the options|my options|the choices)',
  '(is|are) (this|it|that|all this|they) (required|mandatory|necessary|optional|needed|obligatory|public|private|confidential)',
  'what does (this|that|it) mean',
  'how (do|does) (i|this|it) (do|work|answer|fill|go on|continue) [(this|it|on)]',
  'wer (kann|darf|wird) (das|dies|es) (sehen|lesen)',
  'wer sieht (das|dies|es)',
  '(kann|darf) ich (das|dies|es|diesen schritt) [auch] (überspringen|weglassen|auslassen|später ändern|leer lassen|ändern|später machen|später angeben)',
  '(muss|soll) ich (das|dies|es|alles|hier etwas) (angeben|ausfüllen|machen|eingeben|eintragen|beantworten|schreiben)',
  '(warum|wieso|wozu|weshalb) [(fragst|fragen|brauchst|brauchen|willst|wollen|wird|ist) (du|sie|das) [das] [(gefragt|gebraucht|nötig|wissen)]]',
  'was (soll|muss|kann|schreibe|schreib|gebe) ich (hier|da|jetzt|nun) [(eingeben|schreiben|tun|eintragen|angeben|sagen|machen|ein)]',
  'was (ist|heisst|bedeutet|soll) (das|dies) [(hier)] [(bedeuten|sein)]',
  'ist (das|dies|es) (pflicht|nötig|notwendig|optional|verpflichtend|freiwillig|vertraulich|öffentlich|erforderlich)',
  'was fehlt [noch]',
  'vem (kan|får|kommer att) (se|läsa) (det|det här|detta)',
  'vem ser (det|det här|detta)',
  '(kan|får) jag (hoppa över|utelämna|skippa|ändra) (det|det här|detta) [senare]',
  '(måste|behöver|ska) jag (fylla i|ange|svara på|skriva|göra) (det|det här|detta|allt)',
  'varför [(frågar|vill|behöver) (du|ni) [(det|veta det|veta|det här)]]',
  'vad (ska|kan|måste|bör) jag (skriva|svara|ange|göra|välja) [(här|nu)]',
  'vad (är|betyder) (det|det här|detta) [för något]',
  'är (det|det här|detta) (obligatoriskt|nödvändigt|frivilligt|valfritt|ett krav|hemligt)',
  'vad saknas',
  '(谁|哪些人) (能|可以|会) 看 (到|见) [(这个|这些|它|这)]',
  '[(我)] (可以|能|能不能|可不可以) (跳过|不填|省略|以后再填|以后改) [(这个|这一步|这步|它)] [吗]',
  '[(这个)] (必须|一定要|需要) (填|填写|回答|写) [(这个|吗)] [吗]',
  '为什么 (要|需要) (问|填|这个|知道) [(这个|这些)]',
  '(我)[(该|应该|要)] [在这里|这里] (填|写|输入|回答) (什么|啥)',
  '(这|这个|它) (是什么|是什么意思|是必填的吗|必填吗|是干什么的|有什么用)',
  '(还)(缺|差) 什么',
  'кто (может|сможет|будет) (это|её|его) [(видеть|увидеть|читать|прочитать)]',
  'кто (может|сможет) (видеть|увидеть|прочитать|читать) это',
  'кто это (видит|увидит|прочтёт|может видеть)',
  '(можно|могу) [(ли|я|мне)] [это] (пропустить|не заполнять|не указывать|изменить|оставить пустым) [(это|потом|позже)]',
  '(нужно|надо|обязательно) [(ли|мне)] [это] (заполнять|указывать|отвечать|писать) [(это)]',
  '(зачем|почему) [(вы|ты)] [(это|вам это|тебе это)] [(спрашиваете|спрашиваешь|нужно|нужно знать|спрашивать)]',
  'что (мне|я|сюда|здесь) [(нужно|надо|должен|должна)] (писать|написать|ввести|вводить|указать|ответить|делать) [(здесь|сюда|тут|сейчас)]',
  'что это (такое|значит|за поле)',
  'это (обязательно|необходимо|нужно|конфиденциально)',
  'чего не хватает',
  'chi (può|potrà|lo può) (vedere|leggere|vederlo|leggerlo) [(questo|ciò|questi dati|tutto questo)]',
  'chi (lo|la) (vede|legge)',
  '(posso|si può) (saltare|saltarlo|ometterlo|lasciarlo vuoto|omettere|cambiarlo|saltare questo|modificarlo) [(questo|dopo|questo passo|più tardi)]',
  '(devo|bisogna) (compilarlo|indicarlo|scriverlo|rispondere|per forza rispondere|compilare tutto)',
  'perché [(me lo|lo|mi) (chiedi|chiedete|chiedi questo|volete sapere|serve)]',
  '[che] cosa (devo|posso|dovrei) (scrivere|inserire|rispondere|mettere|indicare|fare|scegliere) [(qui|ora|adesso)]',
  "[che] (cosa|cos') (è|significa|vuol dire) (questo|questa)",
  'è (obbligatorio|necessario|facoltativo|richiesto|riservato|opzionale)',
  '[che] cosa manca',
];

const LONGEST = 120;
let pattern: RegExp | undefined;

/** Whether somebody asks about the form that stands open, such as who can see it: what is no answer of it. */
export function asksAboutForm(text: string): boolean {
  if (text.length > LONGEST) return false;
  const sentence = sentenceOf(text);
  pattern ??= new RegExp(`^(?:${questions.map((one) => `(?:${sourceOf(one)})`).join('|')})$`, 'u');
  const words = sentence.words.filter(({ plain }) => !/^[,;:!?]$/.test(plain));
  return pattern.test(line({ words }));
}
