import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { loadOrganizations } from '#bot/config/organizationsFile.ts';
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

  it('the referral of the README is accepted by the intake', () => {
    const body = /-d '(\{[\s\S]*?\})'\n```/.exec(textOf('README.md'))?.[1] ?? '';
    const read = readReferral(JSON.parse(body));
    assert.ok(read.ok, JSON.stringify(read));
    const { facts, status } = read.delivery.snapshot;
    assert.deepEqual(status, { stage: 'received' });
    // What stands in the example must arrive on the card.
    assert.equal(facts.location, '1234567');
    assert.deepEqual(facts.value, { amount: 120000, currency: 'USD' });
    assert.equal(facts.team[0]?.name, 'Anna Berg');
  });
});
