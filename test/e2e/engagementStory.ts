import { demoCustomers, demoSolutions } from '../../bot/demo/catalogs.ts';
import { guests } from '../../bot/demo/guests.ts';
import { stock } from '../bot/dealScene.ts';
import type { Card } from './card.ts';
import { photographer, pictureWindow, type Shoot } from './photographer.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const CUSTOMER = 'Northwind Traders';
const YEAR = new Date().getFullYear() + 1;

/** A seller of a partner, one of an invited partner, and one of Microsoft, each before a screen of their own. */
export interface Trio {
  anna: Screen;
  fay: Screen;
  mia: Screen;
  /** Takes a picture of what one of them sees; does nothing where no pictures are taken. */
  /** Until what follows from the last press is done. */
  rest(): Promise<void>;
  shoot: Record<'anna' | 'fay' | 'mia', Shoot>;
}

export async function seatTrio(stage: Stage, { pictures = false } = {}): Promise<Trio> {
  await stock(stage.bot.composed.store, demoCustomers, demoSolutions);
  const window = pictures ? pictureWindow : {};
  const [anna, fay, mia] = await Promise.all([
    stage.seat('Anna Berg', window),
    stage.seatOf(guests.fabrikam, window),
    stage.seatOf(guests.microsoft, window),
  ]);
  const shootOf = async (screen: Screen): Promise<Shoot> =>
    pictures ? photographer(stage.browser, screen) : async () => {};
  return {
    anna,
    fay,
    mia,
    rest: stage.rest,
    shoot: { anna: await shootOf(anna), fay: await shootOf(fay), mia: await shootOf(mia) },
  };
}

/** Anna's deal, with a solution that is eligible for incentives. */
export async function createDeal({ anna }: Trio): Promise<void> {
  const step = (name: string) => anna.latest(`: ${name}`);
  await anna.say(`new deal ${CUSTOMER} 50k USD by 31 March ${YEAR}`);
  await step('Team').type('Your phone number *', '+46 8 5550 0120');
  await step('Team').press('Next');
  await step('Solutions').tick(/Migration Factory/);
  await step('Solutions').press('Next');
  await step('Help from Microsoft').pick('No help required at this time');
  await step('Help from Microsoft').press('Next');
  await step('Review').press('Create deal');
  await dealOf(anna).shows('Private deal');
}

/** The deal's card of one of them. */
export function dealOf(screen: Screen): Card {
  return screen.latest('Referral ID');
}

/** Fabrikam and Microsoft are invited, one after the other (CR-30, CR-31). */
export async function inviteBoth({ anna, shoot }: Trio): Promise<void> {
  const deal = dealOf(anna);
  await deal.press('More');
  await deal.press('Invite');
  await deal.type('Or type the partner’s name', 'Fabrikam');
  await deal.type('Estimated value of their part *', '18k');
  await deal.type('Why you invite them (optional)', 'They need the ledger by May. Could you bring it in?');
  await shoot.anna('invite', CUSTOMER);
  await deal.press('Send and invite another');
  // There is no other partner: what is left to invite is Microsoft.
  await deal.pick('Proof of concept or demo');
  await deal.type('Name *', 'Dana Reyes');
  await deal.type('E-mail *', 'dana.reyes@northwind.example');
  await deal.type('Phone *', '+1 206 555 0114');
  await deal.tick(/The customer agreed/);
  await deal.press('Send invitation');
  await deal.shows('Co-sell deal', 'Fabrikam', 'Microsoft', 'Not answered yet');
  await shoot.anna('invited', CUSTOMER);
}

/** Fabrikam has nobody free, Microsoft is in; Fabrikam is asked once more and comes, with another value. */
export async function answerAll({ anna, fay, mia, shoot, rest }: Trio): Promise<void> {
  const [deal, theirs, microsofts] = [dealOf(anna), dealOf(fay), dealOf(mia)];
  await theirs.shows('New referral from Contoso', 'They need the ledger by May.', '$18,000');
  await shoot.fay('invitation', CUSTOMER);
  await theirs.press('Decline');
  await theirs.pick('Proposed timeline was too short');
  await theirs.press('Decline referral');
  await theirs.shows('Declined by Fay Brik');
  await deal.shows('Declined');
  await microsofts.press('Accept');
  await microsofts.press('Accept referral');
  await microsofts.shows('Accepted by Mia Chen');
  await deal.shows('Accepted', 'Their seller: Mia Chen');
  await anna.latest('Microsoft accepted your invitation').shows('Chat now', 'because you invited them');
  await shoot.anna('news', 'Microsoft accepted your invitation');

  await rest();
  await deal.press('More');
  await deal.press('Invite');
  await deal.type('Or type the partner’s name', 'Fabrikam');
  await deal.type('Estimated value of their part *', '18k');
  await deal.type('Why you invite them (optional)', 'The customer can wait until June. Can you join us now?');
  await deal.press('Send invitation');
  await theirs.shows('New referral from Contoso', 'Can you join us now?');
  await rest();
  await theirs.press('Accept');
  await theirs.type('Estimated value', '24k');
  await theirs.press('Accept referral');
  await theirs.shows('Accepted by Fay Brik');
  await deal.shows('$24,000', 'Their seller: Fay Brik');
  await shoot.anna('parties', 'Referral ID');
}

/** The stages are marked one after the other, both sides see each other's, and the deal is won (CR-40, CR-42). */
export async function winDeal({ anna, fay, shoot, rest }: Trio): Promise<void> {
  const [deal, theirs] = [dealOf(anna), dealOf(fay)];
  await theirs.press('Mark as Qualified (20%)');
  await deal.shows('Qualified');
  await deal.press('Mark as Qualified (20%)');
  await deal.press('Mark as Developed (40%)');
  await deal.shows('Mark as Proposed (60%)');
  await rest();
  await deal.press('More');
  await deal.press('Stage, won, lost…');
  await shoot.anna('stages', 'Referral ID');
  await deal.press('Won…');
  await deal.shows('This is final');
  await shoot.anna('win', 'Referral ID');
  await deal.press('Yes, won');
  await deal.shows('Won by Anna Berg');
}
