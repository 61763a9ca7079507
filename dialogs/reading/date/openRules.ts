import { type DateRule, han, whole } from './dateRule.ts';
import { countPattern, units } from './dateWords.ts';

const unit = units.map(({ words }) => words).join('|');
const asked = () => undefined;

const early =
  'early(?: in| next)?|late(?: in)?|fr[üu]h(?:e[nrs]?)?|spät(?:e[nrs]?)?|tidigt i|sent i|tidig|sen|ранн\\p{L}+|поздн\\p{L}+|primi (?:di|d.)|ai primi di|a inizi';
const edge =
  'early|late|beginning|start|mid(?:dle)?|end|anfang|mitte|ende|början|mitten|slutet|начал[оае]|середин[аеы]|кон(?:ец|це|ца)|inizio|metà|fine';
const ordinal =
  'first|second|third|fourth|last|1st|2nd|3rd|4th|erste[nrms]?|zweite[nrms]?|dritte[nrms]?|letzte[nrms]?|första|andra|tredje|sista|перв\\p{L}+|втор\\p{L}+|трет\\p{L}+|последн\\p{L}+|prim[ao]|second[ao]|terz[ao]|ultim[ao]';
const pieces =
  'week|half|third|quarter|quartal|kvartalet|квартал|trimestre|days?|weekend|woche|hälfte|drittel|tage|veckan?|halvan?|dagarna|недел\\p{L}+|половин\\p{L}+|дни|дней|settimana|metà|giorni|' +
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|måndagen?|tisdagen?|onsdagen?|torsdagen?|fredagen?|понедельник|вторник|сред[аыу]|четверг|пятниц[аыу]|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]';
const seasons =
  'spring|summer|autumn|winter|frühjahr|frühling|frühsommer|sommer|herbst|våren|sommaren|hösten|vintern|весн\\p{L}+|лет[оау]м?|осень\\p{L}*|зим\\p{L}+|primavera|estate|autunno|inverno';
const holidays =
  'christmas|xmas|easter|thanksgiving|(?:the )?holidays|the break|diwali|ramadan|black friday|(?:den )?(?:feiertage|ferien)n?|weihnachten|ostern|pfingsten|silvester|jul(?:en)?|påsk(?:en)?|midsommar|нов(?:ого|ый|ому|ым) год\\p{L}*|майски\\p{L}+|праздник\\p{L}*|отпуск\\p{L}*|helgerna|semestern|natale|pasqua|ferragosto|capodanno|(?:le )?(?:feste|vacanze)';

/**
 * What says when and leaves the day open, so that it is asked and never becomes a part of a name: a week by its
 * number, early June, the last Friday of March, two or three weeks, next summer.
 */
export function openRules(month: string): readonly DateRule[] {
  const period = `(?:${month}|q[1-4]|h[12]|20\\d\\d|(?:the |next |this |des |nächsten |nästa |del |di |prossimo )?(?:week|month|quarter|year|woche|monat|quartal|jahr|jahres|månad|kvartal|år|месяц\\p{L}*|квартал\\p{L}*|года?|mese|trimestre|anno))`;
  return [
    {
      pattern: whole(
        '(?:cw|kw|kalenderwoche|calendar week|week|woche|wk|v\\.|vecka|неделя|нед\\.|settimana|sett\\.) ?(?:\\d{1,2})(?: ?[/-] ?(?:20)?\\d\\d)?(?! ?(?:%|k(?!\\p{L})))|w(?:0[1-9]|[1-4]\\d|5[0-3])',
      ),
      aside: true,
      read: asked,
    },
    { pattern: han('第?\\d{1,2}周(?!年|后|之|以|内)'), aside: true, read: asked },
    {
      pattern: whole(
        `(?:${edge}) ?(?:/|-|bis|to|or|oder|eller|o|или|till) ?(?:${edge}) (?:of |in |av |i |di )?${period}(?: 20\\d\\d)?`,
      ),
      read: asked,
    },
    { pattern: whole(`(?:${early}) ${period}(?: 20\\d\\d)?`), read: asked },
    {
      pattern: whole(
        `(?:the )?(?:${ordinal}) (?:${pieces}) (?:(?:of|in|im|der|des|i|av|на|в|di|del(?:la)?) )?${period}(?: 20\\d\\d)?`,
      ),
      read: asked,
    },
    {
      pattern: han('(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:上旬|下旬|上半月|下半月|第?.周)'),
      read: asked,
    },
    {
      pattern: whole(
        `(?:(?:in|within|in den|om|inom|через|tra|fra|entro) )?${countPattern} ?(?:-|to|or|bis|oder|till|eller|до|или|o|a|,) ?${countPattern}[ -]?(?:${unit})(?: time)?`,
      ),
      read: asked,
    },
    {
      pattern: whole(
        `(?:in|within|om|через|tra|fra) (?:a (?:couple|few)(?: of)?|some|several|ein paar|einigen|mehreren|ett par|några|пару|несколько|qualche|alcun[ei]|un paio di) (?:${unit}|недель|месяцев|лет|mesi|settimane)`,
      ),
      read: asked,
    },
    {
      pattern: han(
        '(?:[\\d一二两三四五六七八九十]{1,3}[到至或~-][\\d一二两三四五六七八九十]{1,3}|[几数]|[一二两三四五六七八九]{2}|十[几来])个?(?:天|周|星期|月|年)(?:之?内|以内|之?后|以后)?',
      ),
      read: asked,
    },
    {
      pattern: whole(
        `(?:(?:early |late |mid[- ]|this |next |in the |in |im |diesen |nächsten |i |till |nästa |efter |före |innan |after |before |by |nach |vor |bis |nach dem |vor dem |после |dopo l'|prima dell'|entro l'|к |до |in |la |prossima )(?:${seasons})|(?:${seasons}) 20\\d\\d)`,
      ),
      read: asked,
    },
    {
      pattern: han(
        '(?:今年|明年|20\\d\\d年)?(?:春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|春节|国庆节?|中秋节?|五一|元旦|圣诞节?)(?:之?前|之?后|以前|以后|期间)?',
      ),
      read: asked,
    },
    {
      pattern: whole(
        `(?:by|before|after|until|over|around|bis|vor|nach|zu|till|innan|efter|före|до|к|после|на|entro|prima di|dopo|per|a) (?:${holidays})`,
      ),
      read: asked,
    },
    {
      pattern: whole(
        'asap|as soon as possible|so bald wie möglich|schnellstmöglich|snarast(?: möjligt)?|как можно скорее|appena possibile|il prima possibile',
      ),
      read: asked,
    },
    { pattern: han('尽快|越快越好'), read: asked },
  ];
}
