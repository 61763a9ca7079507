import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { demoCustomers, demoPartnerSolutions, demoSolutions } from '#bot/demo/catalogs.ts';
import { guests } from '#bot/demo/guests.ts';
import { stock } from '#test/support/draft/dealScene.ts';
import type { Card } from './card.ts';
import { closeNotes, photographer, pictureWindow, type Shoot } from './photographer.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const CUSTOMER = 'Northwind Traders';
const YEAR = new Date().getFullYear() + 1;

/** A seller of a partner, one of an invited partner, and one of Microsoft, each before a screen of their own. */
export interface Trio {
  anna: Screen;
  fay: Screen;
  mia: Screen;
  /** Makes the card that is open ready to be typed into, where pictures are taken. */
  ready(screen: Screen): Promise<void>;
  /** Until what follows from the last press is done. */
  rest(): Promise<void>;
  /** Takes a picture of what one of them sees; does nothing where no pictures are taken. */
  shoot: Record<'anna' | 'fay' | 'mia', Shoot>;
}

export async function seatTrio(stage: Stage, { pictures = false } = {}): Promise<Trio> {
  await stock(stage.bot.composed.store, demoCustomers, demoSolutions);
  await createSolutionImport(stage.bot.composed.store, 'fabrikam').put(demoPartnerSolutions);
  // A registration's form is long.
  const window = pictures ? { ...pictureWindow, viewport: { width: 1280, height: 2400 } } : {};
  const [anna, fay, mia] = await Promise.all([
    stage.seat('Anna Berg', window),
    stage.seatOf(guests.fabrikam, window),
    stage.seatOf(guests.microsoft, window),
  ]);
  const shootOf = async (screen: Screen): Promise<Shoot> => {
    if (!pictures) return async () => {};
    const shoot = await photographer(stage.browser, screen);
    return (name, ...rest) => shoot(`life-${name}`, ...rest);
  };
  return {
    anna,
    fay,
    mia,
    rest: stage.rest,
    ready: async (screen) => {
      if (pictures) await closeNotes(screen);
    },
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
  await step('Help from Microsoft').press('Private');
  await step('Review').press('Create deal');
  await dealOf(anna).shows('Created by Anna Berg');
}

/** The deal's card of one of them. */
export function dealOf(screen: Screen): Card {
  return screen.latest('closes ');
}

/** Fabrikam and Microsoft are invited, one after the other (CR-30, CR-31). */
export async function inviteBoth({ anna, shoot, ready }: Trio): Promise<void> {
  const deal = dealOf(anna);
  await deal.choosesFromMenu('Invite');
  await deal.shows('Estimated value of their part');
  await ready(anna);
  await deal.press('Not in the list');
  await deal.type('Partner’s name', 'Fabrikam');
  await deal.type('Estimated value of their part *', '18k');
  await deal.type(
    'Why you’re inviting them (optional)',
    'They need the ledger by May. Could you bring it in?',
  );
  await shoot.anna('invite', CUSTOMER);
  await deal.press('Send and invite another');
  // There is no other partner: what is left to invite is Microsoft.
  await deal.pick('Proof of concept or demo');
  await deal.type('Name *', 'Dana Reyes');
  await deal.type('E-mail *', 'dana.reyes@northwind.example');
  await deal.type('Phone *', '+1 206 555 0114');
  await deal.tick(/The customer agreed/);
  await deal.press('Send invitation');
  await deal.shows('Fabrikam', 'Microsoft', 'Waiting');
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
  await deal.shows('Accepted', 'Mia Chen');
  await anna.latest('Microsoft accepted your invitation').shows('Chat', 'because you invited them');
  await shoot.anna('news', 'Microsoft accepted your invitation');

  await rest();
  await deal.choosesFromMenu('Invite');
  await deal.press('Not in the list');
  await deal.type('Partner’s name', 'Fabrikam');
  await deal.type('Estimated value of their part *', '18k');
  await deal.type(
    'Why you’re inviting them (optional)',
    'The customer can wait until June. Can you join us now?',
  );
  await deal.press('Send invitation');
  await theirs.shows('New referral from Contoso', 'Can you join us now?');
  await rest();
  await theirs.press('Accept');
  await theirs.type('Estimated value', '24k');
  await theirs.press('Accept referral');
  await theirs.shows('Accepted by Fay Brik');
  await deal.shows('Fay Brik');
  await shoot.anna('parties', 'closes ');
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
  await deal.choosesFromMenu('Stage, won, lost…');
  await deal.press('Won…');
  await deal.shows('Then it’s final');
  await shoot.anna('win', 'closes ');
  await deal.press('Yes, won');
  await deal.shows('Won by Anna Berg');
}

/** The won deal is registered, Microsoft asks for action, and it passes in the end (CR-46 to CR-48). */
export async function registerDeal({ anna, mia, shoot, rest, ready }: Trio): Promise<void> {
  const [deal, microsofts] = [dealOf(anna), dealOf(mia)];
  await rest();
  await deal.press('Register now');
  await deal.type('Value of the solution in it *', '80k');
  await deal.pickIn('Term', 'Perpetual');
  await deal.pickIn('Marketplace transaction', 'No');
  await deal.pickIn('Deployed on Azure', 'Yes');
  await deal.pickIn('Whose tenant', 'The customer’s');
  await deal.pickIn('Pricing', 'Other');
  await deal.tick(/customer contract names our company/);
  await deal.press('Register');
  await deal.shows('can’t be worth more than the whole contract');
  await ready(anna);
  await deal.type('Value of the solution in it *', '40k');
  await shoot.anna('register', 'closes ');
  await deal.press('Register');
  await deal.shows('Registration:');
  await microsofts.shows('Registration by Contoso');
  await rest();
  await microsofts.press('Review the registration');
  await microsofts.shows('Total contract value: ', '$50,000');
  await shoot.mia('review', 'closes ');
  await microsofts.press('Start review');
  await microsofts.shows('Registration by Contoso: Review pending');
  await rest();
  await microsofts.press('Review the registration');
  await microsofts.press('Ask for action');
  await microsofts.shows('What needs fixing');
  await ready(mia);
  await microsofts.tick(/Value of the solution in it/);
  await microsofts.type('Reason', 'The contract says 38,000 for the solution.');
  await shoot.mia('ask', 'closes ');
  await microsofts.press('Ask for action');
  await microsofts.shows('Registration by Contoso: Action required');

  await deal.shows('Registration: Action required');
  await deal.press('Details');
  await deal.shows('Needs fixing: Value of the solution in it');
  await shoot.anna('asked', 'closes ');
  await rest();
  await deal.press('Fix the registration');
  await deal.type('Value of the solution in it *', '38k');
  await deal.press('Hand in again');
  await deal.shows('Registration: Review pending');
  await rest();
  await microsofts.press('Review the registration');
  await microsofts.press('Pass');
  await microsofts.shows('final');
  await microsofts.press('Pass');
  await microsofts.shows('Passed');
  await deal.shows('Registration: Passed');
  await shoot.anna('passed', 'closes ');
}

/** The picture story of a deal's life, from the invitation to the registration that passed. */
export async function tellEngagementStory(stage: Stage): Promise<void> {
  const trio = await seatTrio(stage, { pictures: true });
  for (const chapter of [createDeal, inviteBoth, answerAll, winDeal, registerDeal]) await chapter(trio);
}
