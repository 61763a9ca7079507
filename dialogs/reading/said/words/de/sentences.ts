import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { askingDe } from './asking.ts';
import { doingDe } from './doing.ts';
import { listsDe } from './lists.ts';

/** How deals are spoken of in German. */
export const de: Grammar = {
  polite: {
    before: [
      '(hallo|hi|hey|moin|servus|ok|okay|also|und|nun|jetzt|gut|ja|ach|guten morgen|guten tag|so|dann)',
      '(ich möchte|ich will|ich würde gern|ich würde gerne|ich hätte gern|ich hätte gerne|ich muss|wir möchten|wir wollen|wir müssen|ich soll)',
      '(lass uns|lasst uns|lass mich)',
      '(sag|sage|sag mir|erzähl|erzähle|erzähl mir) ,',
    ],
    asks: [
      '(kannst du|könntest du|können sie|könnten sie|würdest du|würden sie|kann ich|darf ich|können wir|magst du|willst du|könnt ihr|wollen wir) [(mir|uns)]',
    ],
    behind: ['(danke|vielen dank|danke dir|danke schön|für mich|ok|okay|ja|für uns|wenn möglich)'],
    anywhere: ['(bitte|mal|doch|eben|einfach|gerne|gern|halt)'],
  },
  ending: [
    '(jetzt|nun|schon|bereits|wieder|sofort|gleich|aktuell|gerade|inzwischen|derzeit|noch|zuletzt|in letzter zeit|neulich|seit gestern|juhu|hurra|endlich|leider|denn|mittlerweile|diese woche noch|so|heute)',
  ],
  around: {
    articles:
      'der|die|das|den|dem|des|ein|eine|einen|einem|mein|meine|meinen|unser|unsere|unseren|dieser|diese|dieses|diesen|mit|bei|von|für|über|zu|zum|zur|am',
    nouns:
      'geschäft|deal|verkaufschance|empfehlung|opportunity|chance|auftrag|kunde|kunden|geschäft mit|deal mit|geschäfts|einladung zu|einladung zum|einladung für|beim deal|sache',
  },
  it: 'es|das|den|die|ihn|sie|dies|dieses|diesen|diese|dieser|dieses geschäft|den da|das da|ihm|ihr|dem|denen|dazu|davon|darüber|dafür|daran|damit',
  everything:
    '(alles|alle|allen|alle (deals|geschäfte)|[meine|unsere] (deals|geschäfte)|beide|beides|etwas|nichts|jemand|alle benachrichtigungen|nachrichten|uns|mich|mir|was|heute)',
  noName:
    'wenn|falls|ob|warum|wieso|wie|wer|wem|wen|wann|was|wo|welche|welcher|welches|ist|sind|war|waren|hat|haben|habe|hatte|wird|werden|würde|soll|sollen|sollte|kann|können|könnte|darf|muss|müssen|nicht|nie|niemals|kein|keine|keinen|vielleicht|weil|und|oder|aber|ich|wir|du|er|man|jemand|niemand|bitte|deals|geschäfte|über|unter|zwischen|es gibt|hätte|dass',
  not: 'nicht|nie|niemals|kein|keine|keinen|keinem|wenn|falls|sofern|ob|vielleicht|eventuell|möglicherweise|womöglich|könnte|könnten|sollte|sollten|würde|würden|hätte|wäre|fast|beinahe|wohl|hoffentlich|wahrscheinlich|statt|anstatt|bevor|nachdem|sobald|solange|warum|wieso|weshalb|wer|wie|fragt|fragte|sagt|sagte|meint|meinte|überlege|überlegen|denke|glaube|plane|planen|niemand|vergessen|beinahe',
  sentences: { ...doingDe, ...askingDe },
  lists: listsDe,
};
