import { objectIn } from '#bot/demo/standIn/exchange.ts';
import type { AskedStandIn } from '#test/support/standIn/asking.ts';
import { newDeal, sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { referralEngagement } from '#test/support/standIn/engagement.ts';
import { everyPage, namesOf, refusalOf, rowsOf, type SwitchCases } from './switchCase.ts';

const at = (second: number) => `2026-11-02T09:00:0${second}.5Z`;

/** Deals a, b, c …, each changed a second after the one before. */
function lettered(standIn: AskedStandIn, letters: string): void {
  [...letters].forEach((name, second) => {
    const moment = at(second);
    standIn.state.put(sentByMicrosoft({ name, createdDateTime: moment, updatedDateTime: moment }));
  });
}

const IN_ORDER = '$orderby=updatedDateTime asc';
const pageSize = 2;
// Soon after those moments, or the deals would have expired.
const now = () => new Date('2026-11-02T10:00:00Z');
const whole = '/v1.0/engagements/referrals';

/** Reads with one row more in front of the second page. */
async function readWhileOneComes(standIn: AskedStandIn): Promise<unknown> {
  lettered(standIn, 'bcde');
  standIn.faults.betweenPages(() => {
    standIn.faults.betweenPages(undefined);
    standIn.state.put(sentByMicrosoft({ name: 'a', updatedDateTime: '2026-11-01T00:00:00Z' }));
  });
  return everyPage(standIn, `?${IN_ORDER}`);
}

async function filteredByMoment(standIn: AskedStandIn, literal: string): Promise<unknown> {
  lettered(standIn, 'abc');
  const filter = encodeURIComponent(`updatedDateTime ge ${literal}`);
  const answer = await standIn.referrals('GET', `?${IN_ORDER}&$filter=${filter}`);
  return answer.status === 200 ? namesOf(answer) : refusalOf(answer);
}

export const readingCases: SwitchCases<
  | 'count'
  | 'nextLink'
  | 'top'
  | 'paging'
  | 'ties'
  | 'dateFilter'
  | 'dateLiteral'
  | 'rowETag'
  | 'msftCopies'
  | 'ownDirection'
  | 'forbidden'
  | 'newInLists'
  | 'fractions'
> = {
  count: {
    point: '1: what @odata.count counts',
    options: { now, pageSize },
    async ask(standIn) {
      lettered(standIn, 'abc');
      return (await standIn.referrals('GET', '')).body['@odata.count'];
    },
    answers: [
      ['all', 3],
      ['page', 2],
      ['absent', undefined],
    ],
  },
  nextLink: {
    point: '2: the form of the next link',
    options: { now, pageSize },
    async ask(standIn) {
      lettered(standIn, 'abc');
      const link = (await standIn.referrals('GET', '')).body['@odata.nextLink'];
      return typeof link === 'string' ? link.split('?')[0] : link;
    },
    answers: [
      ['http-without-engagements', 'http://stand-in.invalid/v1.0/referrals'],
      ['right', `https://stand-in.invalid${whole}`],
      ['typo', 'https://stand-in.invalid/v1.0/engagments/referrals'],
      ['other-host', `https://api.partner.microsoft-ppe.com${whole}`],
      ['absent', undefined],
    ],
  },
  top: {
    point: '3: whether $top limits the page or all pages together',
    options: { now },
    async ask(standIn) {
      lettered(standIn, 'abcd');
      return everyPage(standIn, `?${IN_ORDER}&$top=2`);
    },
    answers: [
      ['page', ['a', 'b', 'c', 'd']],
      ['total', ['a', 'b']],
    ],
  },
  paging: {
    point: '4: where a page goes on when a row came before it',
    options: { now, pageSize },
    ask: readWhileOneComes,
    answers: [
      ['key', ['b', 'c', 'd', 'e']],
      ['offset', ['b', 'c', 'c', 'd', 'e']],
      ['snapshot', ['b', 'c', 'd', 'e']],
    ],
  },
  ties: {
    point: '4: the order of rows of one moment',
    async ask(standIn) {
      for (let row = 0; row < 40; row++) standIn.state.put(sentByMicrosoft({ updatedDateTime: at(1) }));
      const read = async () => rowsOf(await standIn.referrals('GET', `?${IN_ORDER}`)).map(({ id }) => id);
      const [one, other] = [await read(), await read()];
      return JSON.stringify(one) === JSON.stringify(other);
    },
    answers: [
      ['by-id', true],
      // By chance equal once in 40! readings.
      ['shuffled', false],
    ],
  },
  dateFilter: {
    point: '5: a filter by the last change',
    options: { now },
    ask: (standIn) => filteredByMoment(standIn, at(1)),
    answers: [
      ['taken', ['b', 'c']],
      ['refused', [400, 'invalidRequest']],
      ['ignored', ['a', 'b', 'c']],
    ],
  },
  dateLiteral: {
    point: '5: how a moment in a filter is written',
    options: { now },
    ask: async (standIn) => [await filteredByMoment(standIn, at(1)), await quotedMoment(standIn)],
    answers: [
      ['unquoted', [['b', 'c'], 400]],
      ['either', [['b', 'c'], 200]],
      ['quoted', [[400, 'invalidRequest'], 200]],
    ],
  },
  rowETag: {
    point: '6: whether rows of a list have an eTag; one alone has it always',
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft());
      const [row] = rowsOf(await standIn.referrals('GET', ''));
      const one = await standIn.referrals('GET', `/${id}`);
      return [typeof row?.eTag, typeof one.body.eTag];
    },
    answers: [
      ['present', ['string', 'string']],
      ['absent', ['undefined', 'string']],
    ],
  },
  msftCopies: {
    point:
      "7: whether Microsoft's copies are in the list of all, in that of an engagement, or to be had at all",
    async ask(standIn) {
      const { own, copy } = await referralEngagement(standIn);
      const filter = encodeURIComponent(`engagementId eq ${own.engagementId}`);
      return [
        rowsOf(await standIn.referrals('GET', '')).length,
        rowsOf(await standIn.referrals('GET', `?$filter=${filter}`)).length,
        (await standIn.referrals('GET', `/${copy.id}`)).status,
      ];
    },
    answers: [
      ['by-engagement', [1, 2, 200]],
      ['always', [2, 2, 200]],
      ['never', [1, 1, 403]],
    ],
  },
  ownDirection: {
    point: '8: the direction of an own deal',
    ask: async (standIn) => (await standIn.referrals('POST', '', newDeal())).body.direction,
    answers: [
      ['Outgoing', 'Outgoing'],
      ['Incoming', 'Incoming'],
    ],
  },
  forbidden: {
    point: '9: the answer to what one may not see',
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft({ organizationId: 'somebody-else' }));
      return refusalOf(await standIn.referrals('GET', `/${id}`));
    },
    answers: [
      [403, [403, 'accessDenied']],
      [404, [404, 'itemNotFound']],
    ],
  },
  newInLists: {
    point: '10: whether a new referral is in lists at once; by its id it is there',
    async ask(standIn) {
      const { body } = await standIn.referrals('POST', '', newDeal());
      const listed = rowsOf(await standIn.referrals('GET', '')).length;
      standIn.faults.clockSkew(6_000);
      const later = rowsOf(await standIn.referrals('GET', '')).length;
      return [listed, later, (await standIn.referrals('GET', `/${body.id}`)).status];
    },
    answers: [
      ['at-once', [1, 1, 200]],
      ['late', [0, 1, 200]],
    ],
  },
  fractions: {
    point: '11: digits of the fraction of a second',
    options: { now: () => new Date('2026-11-02T09:00:00.120Z') },
    async ask(standIn) {
      const { body } = await standIn.referrals('POST', '', newDeal());
      return String(objectIn({ body }, 'body').updatedDateTime).slice(19);
    },
    answers: [
      ['trimmed', '.1200001Z'],
      [7, '.1200001Z'],
      [3, '.120Z'],
      [0, 'Z'],
    ],
  },
};

async function quotedMoment(standIn: AskedStandIn): Promise<number> {
  const filter = encodeURIComponent(`updatedDateTime ge '${at(1)}'`);
  return (await standIn.referrals('GET', `?$filter=${filter}`)).status;
}
