import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { loadOrganizations } from '#bot/config/organizationsFile.ts';
import { intakeKeys, keyDigest } from '#bot/http/intakeKeys.ts';
import { defaultOptions } from '#domain/values/options.ts';
import { ConfigError } from '#ports/errors.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';

type Content = { organizations: Record<string, unknown>[] };

async function problemsOf(content: unknown): Promise<readonly string[]> {
  const file = await temporaryFile(content);
  try {
    loadOrganizations(file.path);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems.map((problem) => problem.replaceAll(file.path, 'FILE'));
  } finally {
    await file.remove();
  }
}

/** The two organizations with something laid over the first, and over the second. */
function changed(first: object, second: object = {}): Content {
  const [contoso, fabrikam] = twoOrganizations([]).organizations;
  return {
    organizations: [
      { ...contoso, ...first },
      { ...fabrikam, ...second },
    ],
  };
}

describe('The organizations file', () => {
  it('given a language of an organization, then it must be one that the bot speaks', async () => {
    assert.deepEqual(await problemsOf(changed({ language: 'de' })), []);
    assert.deepEqual(await problemsOf(changed({ language: 'fr' })), [
      'FILE: organizations.0.language: must be one of en, de, sv, zh-Hans, ru, it',
    ]);
  });

  it('given it is right, then organizations are found by id and by tenant in any case, and keys by their digests', async () => {
    const file = await temporaryFile(
      changed({
        members: [{ email: 'Ada@Contoso.example', role: 'referrals-admin', locations: ['1234567'] }],
      }),
    );
    const loaded = loadOrganizations(file.path);
    await file.remove();
    assert.deepEqual(
      loaded.all().map(({ id }) => id),
      ['contoso', 'fabrikam'],
    );
    assert.equal(loaded.byTenant(FABRIKAM_TENANT.toUpperCase())?.id, 'fabrikam');
    assert.equal(loaded.byTenant('00000000-0000-4000-8000-0000000000dd'), undefined);
    const contoso = loaded.byId('contoso');
    assert.deepEqual(contoso?.members, [
      { email: 'ada@contoso.example', role: 'referrals-admin', locations: ['1234567'] },
    ]);
    const hours = { timeZone: 'Europe/Berlin', start: 540, end: 1020, days: [1, 2, 3, 4, 5] };
    assert.deepEqual(contoso?.workingHours, hours);
    assert.equal(contoso?.open, false);
    assert.equal(intakeKeys(() => loaded.keyDigests)(`Bearer ${CONTOSO_KEY}`), 'contoso');
  });

  it('given who may fill the customers by HTTP, then it is read, and nobody may where nothing is said', async () => {
    const file = await temporaryFile(changed({ customersByHttp: true }));
    const loaded = loadOrganizations(file.path);
    await file.remove();
    assert.deepEqual(
      loaded.all().map(({ customersByHttp }) => customersByHttp),
      [true, false],
    );
    assert.equal((await problemsOf(changed({ customersByHttp: 'yes' }))).length, 1);
  });

  it('given solutions, vetting and an address of the CRM, then they are read, and without them there are none', async () => {
    const file = await temporaryFile(
      changed({
        vetted: true,
        crmUrl: 'https://crm.example/deals/{id}?tab=1',
        solutions: [
          { id: 'SOL-1', name: 'One' },
          { id: 'SA-1', name: 'Assessment', kind: 'assessment', publisher: 'Microsoft', incentive: true },
        ],
      }),
    );
    const loaded = loadOrganizations(file.path);
    await file.remove();
    const { vetted, crmUrl, solutions } = loaded.byId('contoso') ?? {};
    assert.deepEqual([vetted, crmUrl], [true, 'https://crm.example/deals/{id}?tab=1']);
    assert.deepEqual(solutions, [
      { id: 'SOL-1', name: 'One', kind: 'own', incentive: false, ipCosell: false },
      {
        id: 'SA-1',
        name: 'Assessment',
        kind: 'assessment',
        publisher: 'Microsoft',
        incentive: true,
        ipCosell: false,
      },
    ]);
    const other = loaded.byId('fabrikam');
    assert.deepEqual([other?.vetted, other?.crmUrl, other?.solutions], [false, undefined, []]);
  });

  it('given options and names of stages, then they are read, thresholds that are not named have their default, and without them all is off (CR-12, CR-21, CR-24, CR-40, CR-43, CR-49)', async () => {
    const file = await temporaryFile(
      changed({
        options: {
          partnerLed: true,
          registrationPolicy: { minimumValueUsd: 10_000 },
          escalateAfterDays: 5,
          fiscalYearStart: 7,
          keepClosedMonths: 24,
        },
        stageNames: { 20: ' Fit confirmed ', 100: 'Signed' },
      }),
    );
    const loaded = loadOrganizations(file.path);
    await file.remove();
    const { options, stageNames } = loaded.byId('contoso') ?? {};
    assert.deepEqual(options, {
      partnerLed: true,
      notesRequired: false,
      closeAsError: false,
      assessmentsFixed: false,
      assessmentDetailsRequired: false,
      channelTexts: false,
      registrationPolicy: {
        minimumValueUsd: 10_000,
        hoursBeforeWon: 72,
        daysAfterSignature: 60,
        daysSinceStart: 90,
        managedByMicrosoft: true,
      },
      escalateAfterDays: 5,
      fiscalYearStart: 7,
      keepClosedMonths: 24,
    });
    assert.deepEqual(stageNames, { 20: 'Fit confirmed', 100: 'Signed' });
    const other = loaded.byId('fabrikam');
    assert.deepEqual([other?.options, other?.stageNames], [defaultOptions, undefined]);
  });

  it('given it is missing, no JSON, or empty, then one problem that names the file', async () => {
    assert.throws(
      () => loadOrganizations('/nowhere/organizations.json'),
      /ORGANIZATIONS_FILE \/nowhere.* cannot be read/,
    );
    assert.match(String(await problemsOf('{')), /^ORGANIZATIONS_FILE FILE is not JSON: /);
    assert.match(String(await problemsOf('')), /^ORGANIZATIONS_FILE FILE is not JSON: /);
    for (const content of [[], 7, null, {}, { organizations: [] }, { organizations: {} }]) {
      assert.equal((await problemsOf(content)).length, 1, JSON.stringify(content));
    }
  });

  for (const [what, change, path] of [
    ['an option that does not exist', { options: { partnerled: true } }, 'organizations.0.options'],
    [
      'a threshold that is no number',
      { options: { registrationPolicy: { minimumValueUsd: '25k' } } },
      'organizations.0.options.registrationPolicy.minimumValueUsd',
    ],
    [
      'deals that are kept no month',
      { options: { keepClosedMonths: 0 } },
      'organizations.0.options.keepClosedMonths',
    ],
    ['a month that is none', { options: { fiscalYearStart: 13 } }, 'organizations.0.options.fiscalYearStart'],
    [
      'a day after the expiry',
      { options: { escalateAfterDays: 14 } },
      'organizations.0.options.escalateAfterDays',
    ],
    ['a stage at a percentage that is none', { stageNames: { 30: 'Half' } }, 'organizations.0.stageNames'],
    ['a stage without a name', { stageNames: { 20: ' ' } }, 'organizations.0.stageNames.20'],
    ['an id with capitals', { id: 'Contoso' }, 'organizations.0.id'],
    ['an id that is the name of shared data', { id: 'solutions' }, 'organizations.0.id'],
    [
      'a solution with a blank in its id',
      { solutions: [{ id: 'SOL 1', name: 'One' }] },
      'organizations.0.solutions.0.id',
    ],
    [
      'a solution twice, in another case',
      {
        solutions: [
          { id: 'SOL-1', name: 'One' },
          { id: 'sol-1', name: 'Two' },
        ],
      },
      'organizations.0.solutions.1.id',
    ],
    [
      'a solution of an unknown kind',
      { solutions: [{ id: 'SOL-1', name: 'One', kind: 'hardware' }] },
      'organizations.0.solutions.0.kind',
    ],
    [
      'an address of the CRM that has no place for the id',
      { crmUrl: 'https://crm.example/deals' },
      'organizations.0.crmUrl',
    ],
    ['an address of the CRM that is none', { crmUrl: 'crm.example/{id}' }, 'organizations.0.crmUrl'],
    ['an address of the CRM that runs code', { crmUrl: 'javascript:alert({id})' }, 'organizations.0.crmUrl'],
    ['no name', { name: '' }, 'organizations.0.name'],
    ['no id in Partner Center', { partnerCenterId: undefined }, 'organizations.0.partnerCenterId'],
    ['no tenant', { tenantIds: [] }, 'organizations.0.tenantIds'],
    ['a tenant by name', { tenantIds: ['contoso.com'] }, 'organizations.0.tenantIds.0'],
    ['a key instead of its digest', { intakeKeyDigests: ['my key'] }, 'organizations.0.intakeKeyDigests.0'],
    ['three keys', { intakeKeyDigests: ['a', 'b', 'c'].map(keyDigest) }, 'organizations.0.intakeKeyDigests'],
    [
      'a country by name',
      { locations: [{ mpnId: '1', name: 'X', country: 'Germany' }] },
      'organizations.0.locations.0.country',
    ],
    ['a member without role', { members: [{ email: 'a@b.example' }] }, 'organizations.0.members.0.role'],
    [
      'a member by name',
      { members: [{ email: 'Ada', role: 'referrals-admin' }] },
      'organizations.0.members.0.email',
    ],
    [
      'a member with no location at all',
      { members: [{ email: 'a@b.example', role: 'referrals-user', locations: [] }] },
      'organizations.0.members.0.locations',
    ],
    [
      'a member of a location that is not listed',
      { members: [{ email: 'a@b.example', role: 'referrals-user', locations: ['9'] }] },
      'organizations.0.members.0.locations',
    ],
    [
      'a country that is none',
      { locations: [{ mpnId: '1', name: 'X', country: 'XX' }] },
      'organizations.0.locations.0.country',
    ],
    [
      'a location twice',
      {
        locations: [
          { mpnId: '1', name: 'X', country: 'DE' },
          { mpnId: '1', name: 'Y', country: 'SE' },
        ],
      },
      'organizations.0.locations.1.mpnId',
    ],
    [
      'the locations of a member as a word',
      { members: [{ email: 'a@b.example', role: 'referrals-user', locations: 'some' }] },
      'organizations.0.members.0.locations',
    ],
    ['no time zone', { workingHours: {} }, 'organizations.0.workingHours.timeZone'],
    [
      'an unknown time zone',
      { workingHours: { timeZone: 'Berlin' } },
      'organizations.0.workingHours.timeZone',
    ],
    [
      'hours that are no time',
      { workingHours: { timeZone: 'UTC', start: '9 am' } },
      'organizations.0.workingHours.start',
    ],
    [
      'hours that end before they start',
      { workingHours: { timeZone: 'UTC', start: '18:00' } },
      'organizations.0.workingHours.end',
    ],
    [
      'an eighth day',
      { workingHours: { timeZone: 'UTC', days: [8] } },
      'organizations.0.workingHours.days.0',
    ],
    ['a slip of the pen', { membres: [] }, 'organizations.0'],
  ] as const) {
    it(`given ${what}, then one problem with its path`, async () => {
      const problems = await problemsOf(changed(change));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.ok(problems[0]?.startsWith(`FILE: ${path}: `), problems[0]);
      assert.ok((problems[0]?.length ?? 0) > `FILE: ${path}: `.length + 5);
      // The words of the library that checks are for programmers.
      assert.doesNotMatch(String(problems[0]), /expected|invalid|too (small|big)/i);
    });
  }

  it('given a mark in front, as Windows puts it there, then it is read; given another encoding, then that is said', async () => {
    const content = JSON.stringify(
      changed({ locations: [{ mpnId: '1', name: 'Köln', country: 'uk' }], members: [] }),
    );
    const marked = await temporaryFile(`\ufeff${content}`);
    const [place] = loadOrganizations(marked.path).byId('contoso')?.locations ?? [];
    assert.deepEqual(place, { mpnId: '1', name: 'Köln', country: 'GB' });
    for (const encoding of ['latin1', 'utf16le'] as const) {
      await writeFile(marked.path, Buffer.from(`\ufeff${content}`, encoding));
      assert.throws(() => loadOrganizations(marked.path), /is not in UTF-8/);
    }
    await marked.remove();
  });

  it('given one organization lists a tenant twice, then that is said, and of no other organization', async () => {
    const [contoso] = twoOrganizations([]).organizations as [Record<string, unknown>];
    const [tenant] = contoso.tenantIds as string[];
    const problems = await problemsOf(changed({ tenantIds: [tenant, tenant] }));
    assert.deepEqual(problems, [`FILE: organizations.0.tenantIds: ${tenant} is listed twice`]);
  });

  it('given two organizations share an id, a tenant or a key, then each is named', async () => {
    const [contoso] = twoOrganizations([]).organizations as [Record<string, unknown>];
    const { id, tenantIds, intakeKeyDigests } = contoso;
    const problems = await problemsOf(changed({}, { id, tenantIds, intakeKeyDigests }));
    assert.deepEqual(
      [...new Set(problems.map((problem) => problem.split(': ')[1]))],
      ['organizations.1.id', 'organizations.1.tenantIds', 'organizations.1.intakeKeyDigests'],
    );
  });

  it('given problems of every kind at once, then all of them are listed', async () => {
    const problems = await problemsOf(
      changed(
        {
          name: '',
          workingHours: { timeZone: 'Berlin' },
          members: [
            { email: 'Ada', role: 'referrals-admin' },
            { email: 'bo@contoso.example', role: 'referrals-user', locations: ['9'] },
          ],
        },
        { id: 'contoso', tenantIds: ['fabrikam.com'], routes: [{}] },
      ),
    );
    assert.deepEqual(problems.map((problem) => problem.split(': ')[1]).sort(), [
      'organizations.0.members.0.email',
      'organizations.0.members.1.locations',
      'organizations.0.name',
      'organizations.0.workingHours.timeZone',
      'organizations.1.id',
      'organizations.1.routes.0.channel',
      'organizations.1.tenantIds.0',
    ]);
  });
});
