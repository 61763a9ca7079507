import { isFigure } from '#cards/people/phone.ts';
import { bare } from './fold.ts';
import { numberIn, readPhone } from './readContact.ts';

/** A phone number that somebody says is their own; `wrong` is one that can't be. */
export type OwnPhone = { phone: string } | { wrong: string };

// What may stand beside one's own number, without accents; everything else says that it is somebody else's.
const own = new Set(
  (
    "my own phone telephone mobile cell cellphone tel number no nr is are it its it's the and here here's me i use at on " +
    'call reach can you please under mine to add set change ' +
    'mein meine meiner telefon telefonnummer rufnummer nummer handy handynummer mobilnummer durchwahl ist lautet die ' +
    'das der ich bin mich erreichbar zu erreichen sie bitte unter ' +
    'min mitt numret telefonen telefonnumret mobilen mobilnumret mobiltelefon mobil ar det jag nas pa ring mig har ' +
    'мой моя мои телефон телефона номер мобильный сотовый моб это у меня вот я звоните по на ' +
    'il mio la mia numero telefono cellulare di e sono chiamami al a io'
  ).split(' '),
);
const ownInChinese = /^(?:我|的|本人|电话|手机|号码|号|是|为|联系|方式|请|打|，|：|。)+$/u;

/** One's own number as it is said where people are asked for: alone, with one's own name, or as *my phone is …*. */
export function readOwnPhone(text: string, name: string): OwnPhone | undefined {
  const alone = readPhone(text);
  if (alone) return { phone: alone };
  // Chinese puts no space before a number.
  const spaced = text.replace(/(\p{Script=Han})(?=[+\d(])/gu, '$1 ');
  const number = numberIn(spaced);
  if (!number || text.includes('@') || text.includes('\n')) return undefined;
  const words = bare(
    spaced
      .normalize('NFKC')
      .replace(number, ' ')
      .replace(/[,;:.()]/g, ' '),
  );
  if (words === '') return undefined;
  const mine = words.split(' ').every((word) => own.has(word) || ownInChinese.test(word));
  if (!mine && words !== bare(name)) return undefined;
  const phone = readPhone(number);
  return phone ? { phone } : { wrong: number };
}

/** An amount or a date that was typed where people are asked for: it has the form of a phone number, and is none. */
export function isNoPhone(text: string): boolean {
  return isFigure(text);
}
