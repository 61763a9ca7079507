import { bare, fold } from '#dialogs/reading/fold.ts';
import { ordinalIn } from '#dialogs/reading/readChoice.ts';
import { readYesNo } from '#dialogs/reading/readYesNo.ts';

/** An answer to what was asked, read only where something is asked or was just shown. */
export type Reply = { reply: 'yes' | 'no' | 'forget' } | { reply: 'number'; number: number };

const LONGEST = 60;

const go =
  'yes please|yes please do|do it|go ahead|go for it|please do|yes do it|yes go ahead|yep do it|yeah go ahead|sure go ahead|ok do it|ok go ahead|make it so|confirm|proceed|of course|absolutely|definitely|exactly|right|that s right|that is right|fine|sounds good|sure thing|please do|go on|that s it|that one|works for me|i m sure|lgtm|fine by me|looks good|looks right|by all means|why not|good|great|perfect|agreed|correct|sure|' +
  'mach das|mach es|mach mal|tu das|machen|mach|machs|machen wir|so machen wir das|passt so|passt schon|jep|jup|joa|logo|sicher|sehr gern|sehr gerne|freilich|meinetwegen|von mir aus|alles klar|bitte|ja bitte|ja gerne|ja mach das|ja mach|ja los|ok mach das|gern|klar|na klar|natürlich|auf jeden fall|unbedingt|richtig|passt|bestätigen|los|in ordnung|' +
  'gör det|gör så|det stämmer|det gör vi|jodå|jo då|jajjemän|jepp|jepps|yes|toppen|perfekt|kör hårt|det blir bra|absolut|javisst|ja gör det|ja tack|ja kör|ja gärna|kör|kör på|självklart|absolut|givetvis|stämmer|rätt|precis|bekräfta|gärna|' +
  '做吧|好吧|好啊|好呀|可以啊|是的请|好的请|对的没错|嗯好|没问题|确定|就这样|执行|当然|没错|可以的|行的|去做吧|继续吧|' +
  'давай|сделай|сделай это|да пожалуйста|да сделай|ну да|да конечно|ок давай|да давай|конечно да|разумеется|подтверждаю|точно|именно|валяй|хорошо давай|' +
  'fallo|procedi|sì grazie|certamente|certo che sì|ovviamente|giusto|perfetto|assolutamente|d accordo|conferma|avanti|sì fallo|sì dai|dai|dai sì|vai|esattamente|proprio così|quella|questa|va bene|certo|esatto|confermo|perfetto|mi va bene|può andare|ci sta|sono sicuro|sono sicura|benissimo|va benissimo|perché no';
const stay =
  'no thanks|no thank you|don t|do not|don t do it|not now|better not|rather not|no way|wrong|not that|not that one|not yet|not really|i d rather not|hold on|hang on|wait|wait a second|that s wrong|not this one|not this|i don t think so|no thanks|' +
  'nein danke|lieber nicht|bloß nicht|nein nein|ne|nope|warte|moment|halt|eher nicht|nicht|tu das nicht|mach das nicht|jetzt nicht|auf keinen fall|falsch|besser nicht|' +
  'nej tack|gör inte det|nej nej|nix|nej du|vänta|vänta lite|stanna|hellre inte|helst inte|gör inte så|inte nu|helst inte|fel|absolut inte|låt bli|' +
  '不了|别|不必|不需要|不要了|先不要|算不上|不确定|' +
  'нет спасибо|не надо|не сейчас|лучше не надо|не нужно|не делай|ни в коем случае|неверно|' +
  'no grazie|meglio di no|non farlo|non ora|assolutamente no|sbagliato|è sbagliato|aspetta|un attimo|un momento|non quella|non questa|per ora no|adesso no|direi di no|preferirei di no|non ancora|ancora no|non credo|non adesso|non voglio';
const forget =
  'forget it|forget about it|never mind|nevermind|nvm|cancel|cancel it|cancel that|stop|skip it|leave it|drop it|scrap that|abort|doesn t matter|no matter|scratch that|skip that|let s leave it|let it be|let s forget it|forget that|leave that|drop that|let it go|' +
  'vergiss es|vergiss das|egal|ist egal|schon gut|abbrechen|abbruch|stopp|lass es|lass gut sein|lass mal|lass|lass stecken|lassen wir das|lassen wir es|lassen wirs|hat sich erledigt|erledigt sich|doch lieber nicht|nicht so wichtig|doch nicht|' +
  'glöm det|strunt samma|skit samma|det kvittar|kvittar|vi skiter i det|vi struntar i det|strunta i|skippa|skippa det|lägg ner|släpp det|det var inget|glöm bort det|strunta i det|avbryt|stopp|skit i det|det spelar ingen roll|inte så viktigt|låt det vara|' +
  '算了|算了吧|忘了吧|没关系|取消|不用了|停|当我没说|别管了|' +
  'забудь|забудьте|забей|неважно|не важно|отмена|отмени|отменить|стоп|проехали|ладно не надо|передумал|передумала|' +
  'lascia perdere|lascia stare|non importa|annulla|fa niente|lasciamo perdere|come non detto|basta così|ferma|niente|lasciamo stare|dimentica|dimenticalo|non fa niente|annulla tutto|lasciala stare|lascialo stare|lascia|fermati|basta';

const words = (spelled: string) => new Set(spelled.split('|').map(spoken));
const [yesWords, noWords, forgetWords] = [words(go), words(stay), words(forget)];
const numbered =
  /^(?:(?:the|number|no\.?|nr\.?|num|option|choice|nummer|die|der|das|den|det|alternativ|numero|opzione|quella|quello|il|la|i mean|i meant|i want|take|pick|intendo|intendevo|prendo|voglio|номер|вариант|第|选|要|看|我选|我要|就) ?)*(\d{1,3})(?:st|nd|rd|th|[个号项条])?(?: (?:one|bitte|please|tack|per favore))*$/u;
const named =
  /^(?:(?:i mean|i meant|i want|i d like|i ll take|i take|let s take|take|pick|choose|number|show|open|ich meine|nimm|zeig|ta|jag menar|visa|возьми|покажи|prendi|mostra|prendo|apri|voglio|intendo|intendevo|scelgo|quella|quello|numero|选|要|看|我要|我选|the|die|der|das|den|det|il|la|lo) )*(.+?)(?: (?:one|bitte|please|deal|tack|per favore|grazie|option|пожалуйста|сделка|сделку))?$/u;

/** Numbers as nouns: trean. */
const nouns = new Map(
  ['ettan|einser', 'tvåan|zweier', 'trean|dreier', 'fyran|vierer', 'femman|fünfer'].flatMap(
    (spelled, index) => spelled.split('|').map((noun) => [spoken(noun), index + 1] as const),
  ),
);

/** A yes, a no, a word for leaving it, or the place in a list, in any of six languages; undefined for everything else. */
export function readReply(text: string): Reply | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = spoken(text);
  if (forgetWords.has(typed)) return { reply: 'forget' };
  if (yesWords.has(typed)) return { reply: 'yes' };
  if (noWords.has(typed)) return { reply: 'no' };
  const simple = readYesNo(text);
  if (simple !== undefined) return { reply: simple ? 'yes' : 'no' };
  const meant = named.exec(typed)?.[1] ?? typed;
  const number = Number((numbered.exec(typed) ?? numbered.exec(meant))?.[1] ?? Number.NaN);
  const place = Number.isNaN(number) ? (ordinalIn(meant) ?? nouns.get(meant)) : number;
  if (place !== undefined && place !== 0) return { reply: 'number', number: place };
  // Ok, forget it: the first word agrees to nothing.
  return inParts(typed) ?? inParts(typed.replace(/^(?:ok|okay|alright) /, ''));
}

/** Words beside an answer, which say nothing: bitte, mal, danke. */
const small = words(
  'please|thanks|thank you|then|well|oh|so|bitte|mal|doch|danke|ach|na|dann|so|das|also|komm|tack|då|så|ju|nu|väl|du|men|snälla|det|actually|sorry|hm|hmm|oh|ah|now|pls|pure|grazie|per favore|allora|beh|anzi|scusa|ma|ora|adesso|per me',
);
/** An answer of several words that all say the same: ja genau; nein, lieber nicht. What is left and no is left. */
function inParts(typed: string): Reply | undefined {
  const said = new Set<Reply['reply']>();
  let rest = typed.split(' ');
  while (rest.length > 0) {
    const length = [4, 3, 2, 1].find(
      (count) => count <= rest.length && partOf(rest.slice(0, count).join(' ')),
    );
    if (length === undefined) return undefined;
    const part = partOf(rest.slice(0, length).join(' '));
    if (part && part !== 'small') said.add(part);
    rest = rest.slice(length);
  }
  if (said.has('forget') && !said.has('yes')) return { reply: 'forget' };
  if (said.size !== 1) return undefined;
  return { reply: said.has('yes') ? 'yes' : 'no' };
}

function partOf(part: string): 'yes' | 'no' | 'forget' | 'small' | undefined {
  if (forgetWords.has(part)) return 'forget';
  if (yesWords.has(part)) return 'yes';
  if (noWords.has(part)) return 'no';
  if (small.has(part)) return 'small';
  const simple = readYesNo(part);
  return simple === undefined ? undefined : simple ? 'yes' : 'no';
}

function spoken(text: string): string {
  return bare(fold(text))
    .replace(/['’,;]+/g, ' ')
    .replace(/[#№]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
