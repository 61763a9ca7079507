import { bare } from './fold.ts';

const yes =
  'yes|y|yep|yeah|yup|sure|ok|okay|agreed|correct|confirmed|true|ja|jawohl|jo|gerne|genau|stimmt|einverstanden|japp|javisst|jajamän|okej|visst|' +
  '是|是的|好|好的|对|对的|可以|行|同意|确认|嗯|да|ага|конечно|хорошо|ок|согласен|согласна|верно|sì|si|certo|va bene|esatto|confermo|d’accordo|👍|✅|✔|✔️';
const no =
  'no|n|nope|nah|not yet|false|nein|nee|nö|noch nicht|nej|nä|inte än|否|不|不是|不要|不用|不行|不同意|没有|还没有|нет|не|неа|ещё нет|пока нет|non ancora|no grazie|👎|❌';
// With a not in it, it is nothing.
const agreed =
  /^(?:(?:yes|ja|да|s[iì]|是的?)[,，;.]? ?)?(?:(?:he|she|they|(?:the )?customer|(?:the )?contact) (?:(?:has|have) )?(?:agreed|agrees|consented|consents|confirmed)|(?:er|sie|der kunde|die kundin) (?:(?:hat|haben) (?:dem )?(?:zugestimmt|eingewilligt)|(?:ist|sind) einverstanden|stimmt zu)|(?:han|hon|de|kunden) (?:har )?(?:godkant|samtyckt|samtycker)(?: det| till det)?|(?:他|她|他们|客户|对方)(?:已经?)?同意了?|(?:он|она|они|клиент) (?:соглас(?:ен|на|ны|ился|илась|ились)|(?:дал|дала|дали) согласие)|(?:(?:il|la) cliente|lui|lei) (?:(?:ha|hanno) acconsentito|e d['’]accordo))$/u;
const yesWords = new Set(yes.split('|').map(bare));
const noWords = new Set(no.split('|').map(bare));

/** Yes or no in any of the six languages; nothing for everything else, however likely it sounds. */
export function readYesNo(text: string): boolean | undefined {
  if (text.length > 60) return undefined;
  const typed = bare(text).replace(
    /[,;]? (?:please|thanks|thank you|bitte|danke|tack|пожалуйста|спасибо|grazie|per favore)$/u,
    '',
  );
  if (yesWords.has(typed)) return true;
  return noWords.has(typed) ? false : undefined;
}

/** The same as the answer to whether somebody else agreed (CR-20): said in full it is a yes too. */
export function readAgreed(text: string): boolean | undefined {
  return readYesNo(text) ?? (text.length <= 60 && agreed.test(bare(text)) ? true : undefined);
}
