import { mkdirSync } from 'node:fs';
import { demoReferral } from '#bot/demo/referrals.ts';
import { tellDealStory } from '#test/support/e2e/dealStory.ts';
import { tellEngagementStory } from '#test/support/e2e/engagementStory.ts';
import { FOLDER, photographer, pictureWindow } from '#test/support/e2e/photographer.ts';
import { raiseStage, type Stage } from '#test/support/e2e/stage.ts';

/**
 * `npm run docs:screenshots`: the pictures in docs/screenshots, of the Playground at desktop width, and of the same
 * cards at 360 px drawn by the makers' own renderer, because the Playground's page does not fit a phone. Names of stories
 * after it take those alone: `npm run docs:screenshots -- engagement`.
 */
const DAY = 24 * 3_600_000;
const FIRST = 'Northwind Traders';
const SECOND = 'Adventure Works GmbH';
const THIRD = 'Wide World Importers';

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const [name, story] of Object.entries(stories)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const stage = await raiseStage({ together: name === 'engagement' });
    try {
      await story(stage);
    } finally {
      await stage.close();
    }
  }
}

async function english(stage: Stage): Promise<void> {
  const anna = await stage.seat('Anna Berg', pictureWindow);
  const shoot = await photographer(stage.browser, anna);
  await stage.receive(demoReferral(0, new Date()));
  await anna.card(FIRST).shows('New referral');
  await shoot('received', FIRST);
  await anna.card(FIRST).press('Accept');
  await anna.card(FIRST).type('Estimated value', '95k');
  await anna.card(FIRST).press('Accept referral');
  await anna.card(FIRST).shows('Accepted by');
  await shoot('accepted', FIRST);

  await stage.receive(demoReferral(1, new Date()));
  await anna.card(SECOND).press('Decline');
  await anna.card(SECOND).pick('Proposed timeline was too short');
  await anna
    .card(SECOND)
    .type('Notes (optional)', 'We have nobody free before March. Please ask us again then.');
  await anna.card(SECOND).press('Decline referral');
  await anna.card(SECOND).shows('Declined by');
  await shoot('declined', SECOND);

  await stage.receive({
    ...demoReferral(2, new Date()),
    expirationDateTime: new Date(Date.now() + 3_000).toISOString(),
  });
  await anna.card(THIRD).shows('Expired');
  await shoot('expired', THIRD);

  const late = demoReferral(1, new Date());
  await stage.receive({
    ...late,
    name: 'Fabrikam: reports by the hour',
    customerProfile: { ...(late.customerProfile as object), name: 'Fabrikam' },
    details: {
      ...(late.details as object),
      closingDateTime: new Date(Date.now() - 10 * DAY).toISOString(),
    },
  });
  await anna.card('Fabrikam').press('Accept');
  await anna.card('Fabrikam').press('Accept referral');
  await anna.card('Fabrikam').shows('Not accepted yet');
  await shoot('refused', 'Fabrikam');
}

async function german(stage: Stage): Promise<void> {
  const jonas = await stage.seat('Jonas Weber', pictureWindow);
  await jonas.say('language deutsch');
  await jonas.reads('Ab jetzt schreibe ich Deutsch.');
  const shoot = await photographer(stage.browser, jonas);
  const move = demoReferral(1, new Date());
  await stage.receive({
    ...move,
    name: 'Umzug nach Azure',
    details: {
      ...(move.details as object),
      notes: 'Der Mietvertrag des Rechenzentrums endet im Juni. 60 Server, zwei davon mit SQL Server 2014.',
    },
    inviteContext: {
      ...(move.inviteContext as object),
      notes: 'Die Architektur muss die Prüfer überzeugen. Könnt ihr die Führung übernehmen?',
    },
  });
  await jonas.card('Umzug nach Azure').shows('Neue Empfehlung');
  await shoot('german', 'Umzug nach Azure');
}

const stories = { english, german, deal: tellDealStory, engagement: tellEngagementStory };

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  },
);
