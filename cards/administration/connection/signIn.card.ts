import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { panelCard } from '#cards/panel/panel.ts';
import { say, type TextKey } from '#cards/say.ts';
import { signedOutWords } from './signedOutWords.ts';

/** What admins are told of the sign-in to Partner Center. */
export interface SignInCardView extends Reader {
  what: 'ended' | 'ending' | 'back';
  organization: string;
  account: string;
  /** Why it ended. */
  code?: string | undefined;
  /** Since it was renewed last. */
  days: number;
  /** Deals that are to be brought to Partner Center; `more`: at least so many. */
  waiting: number;
  more: boolean;
}

const titles = {
  ended: 'connection.ended',
  ending: 'connection.ending',
  back: 'connection.back',
} satisfies Record<SignInCardView['what'], TextKey>;
const texts = {
  ended: 'connection.ended.text',
  ending: 'connection.ending.text',
  back: 'connection.back.text',
} satisfies Record<SignInCardView['what'], TextKey>;
const toDo = {
  ended: 'connection.ended.do',
  ending: 'connection.ending.do',
  back: undefined,
} satisfies Record<SignInCardView['what'], TextKey | undefined>;

/** To an admin: the sign-in to Partner Center ended, is about to, or works again. */
export function signInCard(view: SignInCardView): CardJson {
  const { language, what, organization, account, code, days, waiting, more } = view;
  const reason = code === undefined ? '' : signedOutWords(language, code);
  const advice = toDo[what];
  return panelCard({
    language,
    title: say(language, titles[what]),
    intro: [
      say(language, texts[what], { organization, account, reason, days }),
      what === 'ended'
        ? say(language, 'connection.waiting', { count: waiting, shown: `${waiting}${more ? '+' : ''}` })
        : '',
      advice ? say(language, advice) : '',
    ],
    buttons: [{ verb: 'setup.show', title: say(language, 'admin.setup.title', { organization }) }],
    notes: [say(language, 'connection.why')],
  });
}
