import type { CardJson } from '#cards/expand.ts';
import { type Panel, panelCard } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import { channelTitle } from './describe.ts';
import type { RoutesCardView } from './view.ts';

type ViewOf<K extends RoutesCardView['kind']> = Extract<RoutesCardView, { kind: K }>;

/** Asks an admin whether a channel goes on getting referrals that it got without anybody who may saying so (CR-51). */
export function askCard(view: ViewOf<'ask'>, resultLine: Panel['resultLine']): CardJson {
  const { language, channel, asked, lost } = view;
  // With when it was asked: who presses after somebody else has decided is told so.
  const data = { channel, ...(asked && { asked }) };
  return panelCard({
    language,
    title: say(language, 'admin.channel.ask', { team: channelTitle(view, view) }),
    resultLine,
    intro: [
      say(language, lost ? 'admin.channel.askLost' : 'admin.channel.askText'),
      say(language, 'admin.routes.everyone'),
    ],
    buttons: [
      { verb: 'channel.on', title: say(language, 'admin.channel.keep'), data },
      { verb: 'channel.off', title: say(language, 'admin.channel.stop'), data },
    ],
    notes: [say(language, 'admin.channel.why')],
  });
}

/** What a channel gets from now on, with the way back. */
export function switchedCard(view: ViewOf<'switched'>, resultLine: Panel['resultLine']): CardJson {
  const { language, channel, on } = view;
  const back = on
    ? ({ verb: 'channel.off', title: say(language, 'admin.channel.stop') } as const)
    : ({ verb: 'channel.on', title: say(language, 'admin.channel.onAgain') } as const);
  return panelCard({
    language,
    title: say(language, 'admin.routes.title'),
    resultLine,
    intro: [say(language, 'admin.routes.everyone')],
    buttons: [
      ...(channel ? [{ ...back, data: { channel } }] : []),
      { verb: 'routes.show', title: say(language, 'admin.routes.title'), inputs: false },
    ],
  });
}
