import { randomUUID } from 'node:crypto';
import { jsonAnswer, type StandInAnswer } from '#bot/demo/standIn/exchange.ts';

/** A refusal of the sign-in, in the form and with the numbers of Entra ID. */
export function entraRefusal(
  error: string,
  number: number,
  message: string,
  more: { suberror?: string; claims?: string; status?: number } = {},
): StandInAnswer {
  const { status = 400, ...rest } = more;
  return jsonAnswer(status, {
    error,
    error_description: `AADSTS${number}: ${message}`,
    error_codes: [number],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...rest,
  });
}

export const pending = () =>
  entraRefusal('authorization_pending', 70016, 'The user has not entered the code yet. Continue polling.');
export const slowDown = () => entraRefusal('slow_down', 70035, 'The code is asked for too often.');
export const declined = () => entraRefusal('authorization_declined', 70020, 'The user declined.');
export const codeExpired = () => entraRefusal('expired_token', 70019, 'The code has expired.');
export const codeUnknown = () => entraRefusal('bad_verification_code', 70018, 'The code is not known.');
export const revoked = () =>
  entraRefusal('invalid_grant', 700082, 'The refresh token has expired or was revoked.', {
    suberror: 'bad_token',
  });
export const mfaNeeded = () =>
  entraRefusal('invalid_grant', 50076, 'You must use multi-factor authentication to access the resource.', {
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
  });
