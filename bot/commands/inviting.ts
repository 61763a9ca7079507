import type { CommandTable } from './command.ts';

const anything = () => true;

/** Inviting others to a deal: to the one that is being created, else to the one that is meant. */
export const inviting = {
  invite: {
    words: [
      'invite',
      'invite partner',
      'invite a partner',
      'add partner',
      'add a partner',
      'bring in',
      'einladen',
      'partner einladen',
      'lade ein',
      'bjud in',
      'bjud in partner',
      'bjud in en partner',
      '邀请',
      '邀请合作伙伴',
      'пригласить',
      'пригласи',
      'пригласить партнёра',
      'пригласить партнера',
      'invita',
      'invitare',
      'invita partner',
      'invita un partner',
    ],
    follows: anything,
    press: { verb: 'partner.invite', private: true },
  },
  remind: {
    words: [
      'remind',
      'remind partner',
      'erinnern',
      'erinnere',
      'påminn',
      '提醒',
      'напомнить',
      'напомни',
      'sollecita',
      'sollecitare',
    ],
    follows: anything,
    press: { verb: 'partner.remind', private: true },
  },
} satisfies CommandTable;
