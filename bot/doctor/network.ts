import { about, type Finding } from './finding.ts';
import type { OutsidePlace } from './places.ts';

const { ok, wrong } = about('network');
const clock = about('clock');

/** How somebody outside answered, or why not. */
export type HostAnswer =
  | { kind: 'answered'; tls: string; ahead: number | undefined }
  | { kind: 'silent'; code: string };

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known here: look at DNS',
  EAI_AGAIN: 'its name could not be looked up: look at DNS',
  ECONNREFUSED: 'nobody listens there: look at the firewall and at a proxy on the way',
  ECONNRESET: 'the connection was cut: look at the firewall and at a proxy on the way',
  EHOSTUNREACH: 'there is no way there: look at the network',
  ENETUNREACH: 'there is no way there: look at the network',
  'no answer in time': 'no answer within ten seconds: let it through the firewall, port 443',
  CERT_HAS_EXPIRED: 'its certificate has expired: look at the clock here and at a proxy on the way',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is somebody else’s: a proxy on the way, or a wrong name in DNS',
};
const UNTRUSTED =
  'its certificate is not trusted here: behind a proxy that opens TLS name its root in NODE_EXTRA_CA_CERTS';

/** One line for each address. */
export function lookAtNetwork(answers: readonly { place: OutsidePlace; answer: HostAnswer }[]): Finding[] {
  return answers.map(({ place: { url, why, newestTls }, answer }) => {
    const { host } = new URL(url);
    if (answer.kind === 'silent') {
      const untrusted = /CERT|ISSUER|SIGNATURE/.test(answer.code) ? UNTRUSTED : undefined;
      const reason = reasons[answer.code] ?? untrusted ?? 'it could not be reached';
      return wrong(`${host} (${why}): ${reason} (${answer.code})`);
    }
    const tls = answer.tls.replace('TLSv', 'TLS ');
    if (newestTls && answer.tls !== 'TLSv1.3') {
      return wrong(
        `${host} (${why}): ${tls} where it takes 1.3 alone: something on the way opens TLS; let it pass`,
      );
    }
    return ok(`${host} answers, ${tls}: ${why}`);
  });
}

/** Tokens are good for five minutes before and after by the clock of who checks them. */
const REFUSED = 300_000;
const ODD = 30_000;

/** How far the clock here is from the clocks of those who answered. */
export function lookAtClock(answers: readonly HostAnswer[]): Finding[] {
  const ahead = answers
    .flatMap((answer) => (answer.kind === 'answered' && answer.ahead !== undefined ? [answer.ahead] : []))
    .sort((one, other) => one - other);
  if (answers.length === 0) return [];
  // One wrong clock outside says nothing of ours.
  const middle = ahead[Math.floor(ahead.length / 2)];
  if (middle === undefined)
    return [clock.warning('nobody outside told the time, so that ours can’t be compared')];
  const seconds = Math.round(Math.abs(middle) / 1_000);
  const which = middle > 0 ? 'behind' : 'ahead';
  if (Math.abs(middle) < ODD) return [clock.ok(`as outside, within ${Math.max(seconds, 1)} s`)];
  const words = `${seconds} s ${which} of others: switch on time synchronization (NTP)`;
  return [
    Math.abs(middle) < REFUSED
      ? clock.warning(words)
      : clock.wrong(`${words}; beyond five minutes tokens are refused`),
  ];
}
