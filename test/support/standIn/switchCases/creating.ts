import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import { invitingMicrosoft, newCoSell, newDeal } from '#test/support/standIn/bodies.ts';
import { referralEngagement } from '#test/support/standIn/engagement.ts';
import { refusalOf, rowsOf, type SwitchCases } from './switchCase.ts';

/** The deal without a part of its customer. */
function withCustomer(changes: JsonObject, deal = newDeal()): JsonObject {
  return { ...deal, customerProfile: { ...objectIn(deal, 'customerProfile'), ...changes } };
}

const withAddress = (address: JsonObject): JsonObject => withCustomer({ address });

export const creatingCases: SwitchCases<
  | 'createdStatus'
  | 'bornAs'
  | 'secondPostRecord'
  | 'copyDirection'
  | 'copySubstatus'
  | 'secondInvitation'
  | 'idempotency'
  | 'becomesCoSell'
  | 'unknownProperties'
  | 'addressRequired'
  | 'contactRequired'
  | 'locationWhenNone'
> = {
  createdStatus: {
    point: '12: the status of an answer to POST',
    ask: async (standIn) => (await standIn.referrals('POST', '', newDeal())).status,
    answers: [
      [201, 201],
      [200, 200],
    ],
  },
  bornAs: {
    point: '13: whether the status asked for is taken',
    async ask(standIn) {
      const asked = newDeal({ status: 'New', substatus: 'Pending' });
      const { body } = await standIn.referrals('POST', '', asked);
      return [body.status, body.substatus, body.acceptedDateTime === null];
    },
    answers: [
      ['accepted', ['Active', 'Accepted', false]],
      ['asked', ['New', 'Pending', true]],
    ],
  },
  secondPostRecord: {
    point: '14: whose record the second POST answers with',
    ask: async (standIn) => (await referralEngagement(standIn)).copy.organizationId,
    answers: [
      ['microsofts', 'msft'],
      ['own', '11110000-0000-4000-8000-000000000001'],
    ],
  },
  copyDirection: {
    point: "14: the direction of Microsoft's copy",
    ask: async (standIn) => (await referralEngagement(standIn)).copy.direction,
    answers: [
      ['Outgoing', 'Outgoing'],
      ['Incoming', 'Incoming'],
    ],
  },
  copySubstatus: {
    point: "14: the status of Microsoft's copy",
    async ask(standIn) {
      const { copy } = await referralEngagement(standIn);
      return [copy.status, copy.substatus];
    },
    answers: [
      ['Pending', ['New', 'Pending']],
      ['Received', ['New', 'Received']],
      ['Accepted', ['Active', 'Accepted']],
    ],
  },
  secondInvitation: {
    point: '15: a second invitation of Microsoft',
    async ask(standIn) {
      const { own } = await referralEngagement(standIn);
      const again = await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId));
      const copies = standIn.state.list().filter(({ organizationId }) => organizationId === 'msft');
      return [again.status, copies.length];
    },
    answers: [
      ['refused', [409, 1]],
      ['copied', [201, 2]],
    ],
  },
  idempotency: {
    point: '16: the header by which a repeated POST is known',
    async ask(standIn) {
      const repeated = async (headers: Record<string, string>) => {
        const { body: one } = await standIn.referrals('POST', '', newDeal(), headers);
        const { body: other } = await standIn.referrals('POST', '', newDeal(), headers);
        return one.id === other.id;
      };
      return [await repeated({ 'ms-requestid': 'a' }), await repeated({ 'client-request-id': 'b' })];
    },
    answers: [
      ['none', [false, false]],
      ['ms-requestid', [true, false]],
      ['request-id', [false, true]],
    ],
  },
  becomesCoSell: {
    point: '17: how a private deal becomes co-sell: by the second POST, by the code of help, or never',
    async ask(standIn) {
      const { body: own } = await standIn.referrals('POST', '', newDeal());
      const path = '/inviteContext/assistanceRequestCode';
      const help = [{ op: 'replace', path, value: 'QuotesOrLicensing' }];
      const byHelp = (await standIn.referrals('PATCH', `/${own.id}`, help)).status;
      const invited = standIn.state.msftCopyOf(String(own.engagementId)) !== undefined;
      const byPost = (await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId))).status;
      return [byHelp, invited, byPost, standIn.state.get(String(own.id))?.type];
    },
    answers: [
      ['second-post', [400, false, 201, 'Shared']],
      ['second-post-type-stays', [400, false, 201, 'Independent']],
      // The copy is there already, so that inviting again is refused.
      ['help-path', [204, true, 409, 'Shared']],
      ['never', [400, false, 400, 'Independent']],
    ],
  },
  unknownProperties: {
    point: '18: properties that the contract does not know',
    async ask(standIn) {
      const answer = await standIn.referrals('POST', '', newDeal({ color: 'blue' }));
      return answer.status === 201 ? 'color' in answer.body : refusalOf(answer);
    },
    answers: [
      ['dropped', false],
      ['refused', [400, 'invalidRequest']],
    ],
  },
  addressRequired: {
    point: '18: which parts of an address must be there',
    async ask(standIn) {
      const country = { country: 'US' };
      const bulk = { ...country, addressLine1: '7 Mill Lane', city: 'Portland' };
      const full = { ...bulk, state: 'OR', postalCode: '97201' };
      const statuses: number[] = [];
      for (const address of [{}, country, bulk, full]) {
        statuses.push((await standIn.referrals('POST', '', withAddress(address))).status);
      }
      return statuses;
    },
    answers: [
      ['bulk', [400, 400, 201, 201]],
      ['country', [400, 201, 201, 201]],
      ['full', [400, 400, 400, 201]],
    ],
  },
  contactRequired: {
    point: '18: when the customer needs a contact',
    async ask(standIn) {
      const ofPrivate = await standIn.referrals('POST', '', withCustomer({ team: [] }));
      const ofCoSell = await standIn.referrals('POST', '', withCustomer({ team: [] }, newCoSell()));
      return [ofPrivate.status, ofCoSell.status];
    },
    answers: [
      ['co-sell', [201, 400]],
      ['never', [201, 201]],
      ['always', [400, 400]],
    ],
  },
  locationWhenNone: {
    point: '18: the location of a deal that was sent without one',
    async ask(standIn) {
      const without = await standIn.referrals('POST', '', newDeal());
      const inviteContext = { invitedMpnId: '7654321' };
      await standIn.referrals('POST', '', newDeal({ inviteContext }));
      const listed = rowsOf(await standIn.referrals('GET', '?$orderby=createdDateTime desc'));
      return [without.status === 201 ? without.body.mpnId : without.status, listed[0]?.mpnId];
    },
    answers: [
      ['first', ['1234567', '7654321']],
      ['none', [null, '7654321']],
      ['refused', [400, '7654321']],
    ],
  },
};
