import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { organizationOptions, stageNames } from '#bot/config/organizationOptions.ts';
import { loadOrganizations } from '#bot/config/organizationsFile.ts';
import { syncFields } from '#domain/referral/unsynced.ts';
import { ownership } from '#domain/sync/ownership.ts';
import { defaultOptions, registrationPolicyDefaults } from '#domain/values/options.ts';
import { textOf } from '#test/support/repository.ts';
import { rowsUnder } from './documents.ts';

const guide = textOf('docs/organizations.md');

describe('examples of the documents', () => {
  it('the organizations file of the guide is accepted, and every field of it is explained', () => {
    const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'cosell-guide-'));
    try {
      const path = join(folder, 'organizations.json');
      writeFileSync(path, example);
      const [contoso] = loadOrganizations(path).all();
      assert.equal(contoso?.members.length, 3);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const [fields] = (JSON.parse(example) as { organizations: object[] }).organizations;
    assert.deepEqual(rowsUnder('Organizations, people and keys', guide), Object.keys(fields ?? {}));
  });

  it('the guide to options has those that can be switched on, all of them and no other, with their defaults', () => {
    const options = textOf('docs/options.md');
    const names = Object.keys(organizationOptions.unwrap().shape);
    assert.deepEqual(rowsUnder('Options', options), names);
    assert.deepEqual(
      Object.keys(defaultOptions).filter((name) => !names.includes(name)),
      [],
    );
    const thresholds = Object.entries(registrationPolicyDefaults);
    assert.deepEqual(
      rowsUnder('Thresholds of a registration', options),
      thresholds.map(([name]) => name),
    );
    for (const [name, value] of thresholds) {
      assert.match(options, new RegExp(`^\\| \`${name}\` +\\| ${value} +\\|`, 'm'));
    }
  });

  it('the guide to Partner Center says of each field which side owns it, as the code does', () => {
    const ways = { sent: 'is sent', hand: 'is entered by hand' };
    const both = {
      ask: 'a person chooses',
      merge: 'both changes stay',
      theirs: 'what Partner Center says counts',
      ours: 'nobody changes it there',
    };
    const rows = [
      ...textOf('docs/partner-center.md').matchAll(/^\| `(\w+)`: [^|]+\| ([^|]+?) +\| ([^|]+?) +\|$/gm),
    ];
    assert.deepEqual(
      rows.map(([, field, way, conflict]) => [field, way, conflict]),
      syncFields.map((field) => [field, ways[ownership[field].way], both[ownership[field].both]]),
    );
  });

  it('the options of the guide are accepted, and it shows each of them', () => {
    const example = /```json\n([\s\S]*?)```/.exec(textOf('docs/options.md'))?.[1] ?? '';
    const shown = JSON.parse(`{${example}}`) as { options: object; stageNames: object };
    assert.ok(organizationOptions.safeParse(shown.options).success);
    assert.ok(stageNames.safeParse(shown.stageNames).success);
    assert.deepEqual(Object.keys(shown.options), rowsUnder('Options', textOf('docs/options.md')));
  });

  it('the referral of the guide to the intake is accepted, whenever somebody tries it', () => {
    const body = /-d '(\{[\s\S]*?\})'\n```/.exec(textOf('docs/intake.md'))?.[1] ?? '';
    const read = readReferral(JSON.parse(body));
    assert.ok(read.ok, JSON.stringify(read));
    const { facts, status } = read.delivery.snapshot;
    assert.deepEqual(status, { stage: 'received' });
    // What stands in the example must arrive on the card.
    assert.equal(facts.location, '1234567');
    assert.deepEqual(facts.value, { amount: 120000, currency: 'USD' });
    assert.equal(facts.team[0]?.name, 'Anna Berg');
    // With a date of its own it would be expired two weeks later, and no card would come.
    assert.deepEqual([facts.createdAt, facts.expiresAt], [undefined, undefined]);
  });
});
