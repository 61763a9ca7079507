import assert from 'node:assert/strict';
import { createPartnerDirectory } from '#adapters/partners/partnerDirectory.ts';
import { organizationWith } from '#test/support/app/runningApp.ts';

const names: Record<string, string> = {
  contoso: 'Contoso Partner',
  msft: 'Microsoft',
  fabrikam: 'Fabrikam Consulting GmbH',
  'fabrikam-us': 'Fabrikam',
  mueller: 'Müller & Søn A/S',
  aesthetic: 'Æsthetic Data',
  beijing: '北京数据科技',
};

describe('The partner directory', () => {
  const all = Object.entries(names).map(([id, name]) => ({ ...organizationWith([]), id, name }));
  const directory = createPartnerDirectory({ all: () => all });
  const found = async (text: string, own = 'contoso') => {
    const { kind, partners } = await directory.search({ own, text, limit: 10 });
    return [kind, ...partners.map(({ organization }) => organization)];
  };

  it('given nothing typed, then all partners by alphabet, without oneself and without Microsoft (CR-29)', async () => {
    assert.deepEqual(await found(''), [
      'matches',
      'aesthetic',
      'fabrikam-us',
      'fabrikam',
      'mueller',
      'beijing',
    ]);
    assert.deepEqual(await found('contoso', 'fabrikam'), ['matches', 'contoso']);
    assert.deepEqual(await found('Microsoft'), ['nearest']);
  });

  it('given words in any order, case and spelling, then the partner is found, the exact name first', async () => {
    for (const text of ['muller', 'MUELLER', 'son müller', 'Müller & Søn', 'mül']) {
      assert.deepEqual(await found(text), ['matches', 'mueller'], text);
    }
    assert.deepEqual(await found('fabrikam'), ['matches', 'fabrikam-us', 'fabrikam']);
    assert.deepEqual(await found('gmbh consulting'), ['matches', 'fabrikam']);
    assert.deepEqual(await found('数据'), ['matches', 'beijing']);
  });

  it('given a slip of the pen, then the nearest names are offered, and for nonsense none', async () => {
    assert.deepEqual(await found('Fabrikan Consultin'), ['nearest', 'fabrikam', 'fabrikam-us']);
    assert.deepEqual(await found('xyzzy'), ['nearest']);
    assert.deepEqual(await found('…'), ['matches']);
    assert.deepEqual(await found('x '.repeat(5000)), ['nearest']);
  });
});
