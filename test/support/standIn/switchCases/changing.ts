import { type JsonObject, listIn, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { AskedStandIn } from '#test/support/standIn/asking.ts';
import { accepting, closing, registering, sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { wonDeal } from '#test/support/standIn/engagement.ts';
import { refusalOf, type SwitchCases } from './switchCase.ts';

const REPRESENTATION = { prefer: 'return=representation' };

const replacing = (path: string, value: unknown) => [{ op: 'replace', path, value }];

/** The status of patches, each of a new referral in the state that is said. */
async function patched(
  standIn: AskedStandIn,
  state: JsonObject,
  ...patches: readonly object[][]
): Promise<number[]> {
  const statuses: number[] = [];
  for (const patch of patches) {
    const { id } = standIn.state.put(sentByMicrosoft(state));
    statuses.push((await standIn.referrals('PATCH', `/${id}`, patch)).status);
  }
  return statuses;
}

const active = { status: 'Active', substatus: 'Accepted' };
const won = { status: 'Closed', substatus: 'Won' };

/** What is answered as a stage that was sent as a percentage, a word and a number; the status where it was refused. */
async function stages(standIn: AskedStandIn): Promise<unknown[]> {
  const { id } = standIn.state.put(sentByMicrosoft(active));
  const answers: unknown[] = [];
  for (const value of ['40', 'Develop', 40]) {
    const patch = replacing('/salesStage', value);
    const { status, body } = await standIn.referrals('PATCH', `/${id}`, patch, REPRESENTATION);
    answers.push(status === 200 ? body.salesStage : status);
  }
  return answers;
}

async function registered(standIn: AskedStandIn): Promise<JsonObject> {
  const { id } = await wonDeal(standIn);
  await standIn.referrals('PATCH', `/${id}`, registering);
  return (await standIn.referrals('GET', `/${id}`)).body;
}

export const changingCases: SwitchCases<
  | 'patchPaths'
  | 'clashCode'
  | 'closedPatch'
  | 'closedFavorite'
  | 'transitions'
  | 'salesStage'
  | 'salesStageTaken'
  | 'teamReplace'
  | 'registrationStart'
  | 'eligibility'
  | 'secondRegistration'
  | 'registrationEdit'
> = {
  patchPaths: {
    point: '19: which paths may be patched; one that is refused refuses the accept that came with it',
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft());
      const accept = await standIn.referrals('PATCH', `/${id}`, accepting);
      const others = await patched(
        standIn,
        active,
        replacing('/favorite', true),
        replacing('/customerProfile/name', 'Another'),
        replacing('/id', 'another'),
      );
      return [accept.status, standIn.state.get(String(id))?.status, ...others];
    },
    answers: [
      ['editable', [204, 'Active', 204, 400, 400]],
      ['connector', [400, 'New', 400, 400, 400]],
      ['everything', [204, 'Active', 204, 204, 400]],
    ],
  },
  clashCode: {
    point: '20: the code of a 412',
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft());
      const headers = { 'if-match': '"another"' };
      return refusalOf(await standIn.referrals('PATCH', `/${id}`, accepting, headers));
    },
    answers: [
      ['preconditionFailed', [412, 'preconditionFailed']],
      ['resourceModified', [412, 'resourceModified']],
    ],
  },
  closedPatch: {
    point: '21: how a patch of a closed referral is refused',
    async ask(standIn) {
      const { id } = standIn.state.put(sentByMicrosoft(won));
      return refusalOf(await standIn.referrals('PATCH', `/${id}`, replacing('/name', 'Another')));
    },
    answers: [
      [400, [400, 'invalidRequest']],
      [409, [409, 'resourceModified']],
      [403, [403, 'accessDenied']],
    ],
  },
  closedFavorite: {
    point: '21: whether a closed referral may become a favorite',
    ask: (standIn) => patched(standIn, won, replacing('/favorite', true), replacing('/name', 'Another')),
    answers: [
      ['refused', [400, 400]],
      ['allowed', [204, 400]],
    ],
  },
  transitions: {
    point: '22: New to Won and Active to Declined',
    ask: async (standIn) => [
      ...(await patched(standIn, {}, closing('Won'), closing('Declined'))),
      ...(await patched(standIn, active, closing('Declined'), closing('Won'))),
    ],
    answers: [
      ['table', [204, 204, 204, 204]],
      ['rules', [400, 204, 400, 204]],
    ],
  },
  salesStage: {
    point: '23: the form of a stage that is answered',
    ask: stages,
    answers: [
      ['percentage', ['40', '40', '40']],
      ['word', ['Develop', 'Develop', 'Develop']],
      ['number', [40, 40, 40]],
    ],
  },
  salesStageTaken: {
    point: '23: the form of a stage that is taken',
    ask: stages,
    answers: [
      ['any', ['40', '40', '40']],
      ['as-answered', ['40', 400, 400]],
    ],
  },
  teamReplace: {
    point: '24: removing a team member by replacing the whole list; there is no operation for it',
    ask: (standIn) =>
      patched(
        standIn,
        active,
        replacing('/team', [{ firstName: 'Jonas', email: 'jonas.lind@contoso.example' }]),
        [{ op: 'remove', path: '/team/0' }],
      ),
    answers: [
      ['allowed', [204, 400]],
      ['refused', [400, 400]],
    ],
  },
  registrationStart: {
    point: '25: the first state of a registration',
    async ask(standIn) {
      const { registrationStatus, registrations } = await registered(standIn);
      const [registration] = registrations as JsonObject[];
      return [registrationStatus, registration?.status, registration?.id];
    },
    answers: [
      ['ReviewPending', ['ReviewPending', 'ReviewPending', 'reg-0001']],
      ['ActionRequired', ['ActionRequired', 'ActionRequired', 'reg-0001']],
      ['Approved', ['Approved', 'Approved', 'reg-0001']],
    ],
  },
  eligibility: {
    point: '25: whether Microsoft has to have accepted',
    async ask(standIn) {
      const { id, engagementId } = await wonDeal(standIn);
      const before = (await standIn.referrals('PATCH', `/${id}`, registering)).status;
      standIn.state.decide(String(standIn.state.msftCopyOf(String(engagementId))?.id), 'accept');
      const { id: other } = await wonDeal(standIn);
      const copy = standIn.state.msftCopyOf(String(standIn.state.get(String(other))?.engagementId));
      standIn.state.decide(String(copy?.id), 'accept');
      return [before, (await standIn.referrals('PATCH', `/${other}`, registering)).status];
    },
    answers: [
      ['unchecked', [204, 204]],
      ['checked', [400, 204]],
    ],
  },
  secondRegistration: {
    point: '25: a second registration',
    async ask(standIn) {
      const { id } = await registered(standIn);
      const { status } = await standIn.referrals('PATCH', `/${id}`, registering);
      return [status, listIn(standIn.state.get(String(id)), 'registrations').length];
    },
    answers: [
      ['refused', [400, 1]],
      ['added', [204, 2]],
    ],
  },
  registrationEdit: {
    point: '25: editing a registration while it is reviewed, when action is required, and when it has passed',
    async ask(standIn) {
      const { id } = await registered(standIn);
      const edit = replacing('/registrations/0/contract/value', 50000);
      const statuses: unknown[] = [(await standIn.referrals('PATCH', `/${id}`, edit)).status];
      for (const status of ['ActionRequired', 'Passed'] as const) {
        standIn.state.decideRegistration(String(id), status);
        statuses.push((await standIn.referrals('PATCH', `/${id}`, edit)).status);
      }
      const [registration] = listIn(standIn.state.get(String(id)), 'registrations');
      return [...statuses, objectIn(registration, 'contract').value];
    },
    answers: [
      ['action-required', [400, 204, 400, 50000]],
      ['until-final', [204, 204, 400, 50000]],
    ],
  },
};
