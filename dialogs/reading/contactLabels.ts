/** Words that people write before the parts of a contact, in the six languages. */
const name =
  'name|namn|nome|имя|фио|contact(?: person)?|kontakt(?:person)?|ansprechpartner(?:in)?|contatto|referente|контакт(?:ное лицо)?';
const mail =
  'e-?mail(?:[ -]?address)?|mail|e-?mail-?adresse|mailadresse|e-?post(?:adress)?|indirizzo e-?mail|почта|эл\\. ?почта|электронная почта';
const phone =
  '(?:tele?phone(?: number)?|phone(?: number)?|tel(?:efon)?|telefonnummer|telefonnumret|rufnummer|durchwahl|mobilnummer|handynummer|mobiltelefon|mobilnummer|(?:numero di )?telefono|mobile?|mobil|ph|cellulare|тел(?:ефон)?|моб(?:\\.? ?тел)?|номер телефона)(?:[ .-]{0,2}(?:no|nr|number|№))?';
/** Surnames as well, so they need a separator before them. */
const shared = 'handy|cell|fon';
const nameInChinese = '联系人|联络人|姓名|名字';
const mailInChinese = '电子邮件地址|电子邮件|电子邮箱|邮箱地址|邮箱|邮件|电邮';
const phoneInChinese = '手机号码|手机号|手机|联系电话|电话号码|电话|座机|固话|联系方式';

const all = [name, mail, phone, shared, nameInChinese, mailInChinese, phoneInChinese].join('|');
const start = '(?<=^|[,;|(\\n]\\s*|\\s-\\s)';

const rules: readonly RegExp[] = [
  // With a colon a label is one wherever it stands.
  new RegExp(
    `(?:(?<!\\p{L})(?:${all})|${nameInChinese}|${mailInChinese}|${phoneInChinese})\\.?\\s*[:=：]`,
    'giu',
  ),
  // Without, where what follows is such a part: Chinese needs no gap.
  new RegExp(`(?:${phoneInChinese})\\s*(?:是|为)?\\s*(?=[+\\d(])`, 'gu'),
  new RegExp(`(?:${mailInChinese})\\s*(?:是|为)?\\s*(?=[\\w.+-]+@)`, 'gu'),
  new RegExp(`${start}(?:${nameInChinese})\\s*(?:是|为)?(?=\\s*\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})(?:${phone})\\.?\\s*(?=[+\\d(])`, 'giu'),
  new RegExp(`${start}(?:${shared})\\.?\\s*(?=[+\\d(])`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${mail})\\s+(?=[\\w.+-]+@)`, 'giu'),
  new RegExp(`${start}(?:${name})\\s+(?=\\p{L})`, 'giu'),
  new RegExp(`${start}[tmpe]\\s*[:.]\\s*(?=[+\\d(]|[\\w.+-]+@)`, 'giu'),
  // Behind the part that it names: +1 206 555 0114 (mobile).
  new RegExp(`\\((?:${phone}|${shared}|${mail}|${phoneInChinese}|${mailInChinese})\\.?\\)`, 'giu'),
];

/** A text with `instead` in the place of every label of a part of a contact. */
export function withoutLabels(text: string, instead: string): string {
  return rules.reduce((rest, rule) => rest.replace(rule, instead), text);
}
