import { type Language, say, type TextKey } from '#cards/say.ts';

/** What the numbers of Entra mean for whoever has to do something; the others are said as they are. */
const reasons: readonly { codes: readonly string[]; text: TextKey }[] = [
  {
    codes: [
      'AADSTS700082',
      'AADSTS70008',
      'AADSTS700084',
      'AADSTS70043',
      'AADSTS50132',
      'refresh_token_expired',
    ],
    text: 'connection.reason.unused',
  },
  { codes: ['AADSTS50173', 'AADSTS50133', 'AADSTS50055'], text: 'connection.reason.password' },
  {
    codes: ['AADSTS50076', 'AADSTS50078', 'AADSTS50079', 'AADSTS50074', 'AADSTS50158', '900421'],
    text: 'connection.reason.mfa',
  },
  { codes: ['AADSTS50034', 'AADSTS50053', 'AADSTS50057'], text: 'connection.reason.account' },
  {
    codes: [
      'AADSTS700016',
      'AADSTS7000112',
      'AADSTS7000218',
      'AADSTS50020',
      'unauthorized_client',
      'invalid_client',
    ],
    text: 'connection.reason.app',
  },
  { codes: ['AADSTS65001', 'AADSTS65004', 'AADSTS90094'], text: 'connection.reason.consent' },
  { codes: ['AADSTS53000', 'AADSTS53001', 'AADSTS53003', 'AADSTS53004'], text: 'connection.reason.policy' },
  { codes: ['unreadable'], text: 'connection.reason.key' },
];

/** Why a sign-in is good for nothing any more. `code` may stand behind a status: `401 900421`. */
export function signedOutWords(language: Language, code: string): string {
  const last = code.split(' ').at(-1) ?? code;
  const reason = reasons.find(({ codes }) => codes.includes(last));
  return reason ? say(language, reason.text) : say(language, 'connection.reason.other', { code });
}
