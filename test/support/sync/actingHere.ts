import { editDeal } from '#app/deal/deal.edit.ts';
import { loseDeal } from '#app/deal/deal.lose.ts';
import { changeDealTeam } from '#app/deal/deal.team.ts';
import { winDeal } from '#app/deal/deal.win.ts';
import { markStage } from '#app/deal/stage.mark.ts';
import { acceptReferral } from '#app/referral/referral.accept.ts';
import { declineReferral } from '#app/referral/referral.decline.ts';
import type { MarkedStage } from '#domain/deal/decideProgress.ts';
import { contactKey } from '#domain/referral/team.ts';
import { TENANT } from '#test/support/app/runningApp.ts';
import { everything } from '#test/support/organization/colleagues.ts';
import type { Connected } from './connected.ts';
import type { ActHere, Deal } from './stepsOfTwoSides.ts';

/** Somebody does something here; what the rules refuse is left. */
export async function actHere(one: Connected, referralId: Deal, { act, to }: ActHere): Promise<void> {
  const present = await one.app.store.read<'referral'>('contoso', `referral:${referralId}`);
  if (!present) return;
  const { referral } = present.body;
  const by = `${TENANT}:anna`;
  const commandId = `press-${Math.random()}`;
  const press = { organization: 'contoso', referralId, personId: by, member: everything, commandId };
  const { deps } = one.app;
  const edit = (changes: Parameters<typeof editDeal>[1]['changes']) => editDeal(deps, { ...press, changes });
  switch (act) {
    case 'accept':
      await acceptReferral(deps, {
        ...press,
        entries: {
          name: `N${to}`,
          value: { amount: to, currency: 'EUR' },
          closeDate: `2027-05-0${to + 1}`,
        },
      });
      return;
    case 'decline':
      await declineReferral(deps, { ...press, reason: 'budget' });
      return;
    case 'win':
      await winDeal(deps, press);
      return;
    case 'lose':
      await loseDeal(deps, { ...press, reason: 'budget' });
      return;
    case 'help':
      if (referral.createdBy && !referral.microsoftInvitedAt)
        await one.askMicrosoft(referralId).catch(() => {});
      return;
    case 'value':
      await edit({ value: { from: referral.value, to: { amount: to, currency: 'EUR' } } });
      return;
    case 'closeDate':
      await edit({ closeDate: { from: referral.closeDate, to: `2027-06-0${to + 1}` } });
      return;
    case 'stage':
      await markStage(deps, { ...press, stage: ([20, 40, 60, 80] as const)[to % 4] as MarkedStage });
      return;
    case 'join':
      await changeDealTeam(deps, { ...press, add: [person(to)], remove: [] });
      return;
    case 'leave':
      await changeDealTeam(deps, { ...press, add: [], remove: [contactKey(person(to))] });
      return;
    case 'name':
      await edit({ name: { from: referral.name, to: `N${to}` } });
      return;
    default:
      await edit({ [act]: { from: referral[act], to: `${act}${to}` } });
  }
}

/** Somebody creates a deal here, unless it is there. */
export async function createHere(one: Connected, id: 'd1' | 'd2', help: boolean): Promise<void> {
  const present = await one.app.store.read('contoso', `referral:${id}`);
  if (present) return;
  const asked = { assistance: 'GeneralOrOther', microsoftInvitedAt: one.app.clock.instant, consent: true };
  await one.create({
    id,
    name: `Deal ${id}`,
    createdAt: one.app.clock.instant,
    acceptedAt: one.app.clock.instant,
    ...(help && asked),
  });
}

function person(number: number) {
  return { name: `P${number} Partner`, email: `p${number}@contoso.example`, phone: '1' };
}
