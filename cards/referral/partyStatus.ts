import { standingOf } from '../../src/domain/engagement.ts';
import type { Party } from '../../src/domain/party.ts';
import { intlLocale, type Reader } from '../format.ts';
import { say } from '../say.ts';

/** Where another party stands, in words: not answered, accepted and how far it is, or how it ended and why. */
export function statusOfParty(reader: Pick<Reader, 'language' | 'locale'>, party: Party): string {
  const { language } = reader;
  const { stage, outcome } = standingOf(party);
  const over = outcome ?? 'other';
  const state =
    stage === 'closed' ? over : party.role === 'inviter' && stage === 'accepted' ? 'started' : stage;
  const status = say(language, `invite.status.${state}`);
  const { salesStage, reason } = party.view ?? {};
  const more =
    stage === 'accepted' && salesStage !== undefined
      ? percentOf(salesStage, reader)
      : stage === 'closed' && reason
        ? say(language, `reason.${reason}`)
        : undefined;
  return more === undefined ? status : [status, more].join(say(language, 'list.separator'));
}

function percentOf(percent: number, reader: Pick<Reader, 'language' | 'locale'>): string {
  return new Intl.NumberFormat(intlLocale(reader), { style: 'percent' }).format(percent / 100);
}
