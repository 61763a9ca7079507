import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { answeringDe } from './answering.ts';
import { askingDe } from './asking.ts';
import { doingDe } from './doing.ts';
import { listsDe } from './lists.ts';
import { movingDe } from './moving.ts';

/** How deals are spoken of in German. */
export const de: Grammar = {
  polite: {
    before: [
      '(juhu|hurra|super|yeah|yes|klasse|top|hallo|hi|hey|moin|servus|ok|okay|also|und|nun|jetzt|gut|ja|ach|guten morgen|guten tag|so|dann)',
      '(ich möchte|ich will|ich muss|ich möchte mir|ich will mir|würde gern|möchte|würde gerne|ich würd gern|ich würde gern|ich würde gerne|ich hätte gern|ich hätte gerne|ich muss|wir möchten|wir wollen|wir müssen|ich soll)',
      '(lass uns|lasst uns|lass mich)',
      '(sag|sage|sag mir|erzähl|erzähle|erzähl mir) ,',
    ],
    asks: [
      '(kannst du|könntest du|können sie|könnten sie|würdest du|würden sie|kann ich|darf ich|können wir|magst du|willst du|könnt ihr|wollen wir|könntet ihr|kannste|würdest du bitte|kann man|könnte man|könnten wir|kann man mal|ist es möglich ,) [(mir|uns)]',
    ],
    behind: ['(danke|vielen dank|danke dir|danke schön|für mich|ok|okay|ja|für uns|wenn möglich)'],
    anywhere: [
      '(bitte|mal|doch|eben|einfach|gerne|gern|nochmal|nochmals|noch|jetzt|nun|eigentlich|leider|endlich|bereits|inzwischen|mittlerweile|grade|übrigens|einmal|bidde)',
    ],
  },
  ending: [
    '(jetzt|nun|schon|bereits|wieder|sofort|gleich|aktuell|gerade|inzwischen|derzeit|noch|zuletzt|in letzter zeit|neulich|seit gestern|juhu|hurra|endlich|leider|denn|mittlerweile|diese woche noch|so|heute)',
  ],
  around: {
    articles:
      'mir|uns|sie|euch|der|die|das|den|dem|des|ein|eine|einen|einem|mein|meine|meinen|unser|unsere|unseren|dieser|diese|dieses|diesen|mit|bei|von|für|über|zu|zum|zur|am',
    nouns:
      'geschäft|deal|verkaufschance|empfehlung|opportunity|chance|auftrag|kunde|kunden|geschäft mit|deal mit|geschäfts|einladung zu|einladung zum|einladung für|beim deal|sache|anfrage von|anfrage|einladung von|firma|deal namens',
  },
  it: 'es|das|den|die|ihn|sie|dies|dieses|diesen|diese|dieser|dieses geschäft|den da|das da|ihm|ihr|dem|denen|dazu|davon|darüber|dafür|daran|damit',
  everything:
    '(alles|alle|allen|alle (deals|geschäfte)|[meine|unsere] (deals|geschäfte)|beide|beides|etwas|nichts|jemand|alle benachrichtigungen|nachrichten|uns|mich|mir|was|heute)',
  noName:
    'wenn|falls|ob|warum|wieso|wie|wer|wem|wen|wann|was|wo|welche|welcher|welches|ist|sind|war|waren|hat|haben|habe|hatte|wird|werden|würde|soll|sollen|sollte|kann|können|könnte|darf|muss|müssen|nicht|nie|niemals|kein|keine|keinen|vielleicht|weil|und|oder|aber|ich|wir|du|er|man|jemand|niemand|bitte|deals|geschäfte|über|unter|zwischen|es gibt|hätte|dass',
  inNoName:
    'wir|ich|du|ihr|mich|dich|hat|haben|habe|ist|sind|wird|werden|wurde|wäre|geht|ging|kommt|soll|sollen|muss|müssen|kann|können|könnte|will|wollen|würde|nicht|nichts|nie|kein|keine|keinen|vielleicht|dass|wenn|falls|weil|bringt|macht|nervt|deals|geschäfte|setz|setze|setzen|stell|stelle|stellen|mach|mache|schieb|schiebe|verschieb|verschiebe|markier|markiere|zeig|zeige|lass|lasst|jetzt|gewonnen|verloren|abgelehnt|angenommen|über|unter|mindestens|höchstens|unterschreibt|rutscht|einladen|sagt|meint|glaube|denke|hoffentlich|wohl|fast|wegen|stumm|leider|ablehnen|annehmen',
  not: 'nicht|nie|niemals|kein|keine|keinen|keinem|wenn|falls|sofern|ob|vielleicht|eventuell|möglicherweise|womöglich|könnte|könnten|sollte|sollten|würde|würden|hätte|wäre|fast|beinahe|wohl|hoffentlich|wahrscheinlich|statt|anstatt|bevor|nachdem|sobald|solange|warum|wieso|weshalb|wer|wie|fragt|fragte|sagt|sagte|meint|meinte|überlege|überlegen|denke|glaube|plane|planen|niemand|vergessen|beinahe',
  sentences: { ...doingDe, ...movingDe, ...answeringDe, ...askingDe },
  lists: listsDe,
};
