import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { CustomerDirectory, CustomerFacts } from '#ports/customers.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** Where each stands; between them lie countries enough that none is reached by looking at the first ten. */
const stored: Readonly<Record<string, readonly [name: string, city?: string][]>> = {
  US: [
    ['Tailspin Corp.', 'Denver'],
    ['Fabrikam, Inc.', 'Cleveland'],
    ['Prentis & Gambrel', 'Boston'],
    ['Bellweather International', 'Austin'],
    ['Intl. Cargo Partners', 'Miami'],
    ['Trey Manufacturing', 'Detroit'],
    ['St. Jude Muster Clinic', 'Memphis'],
    ['Wide World Importers LLC', 'Reno'],
    ['Woodgrove Holdings', 'Albany'],
    ['Humongous Technologies Inc', 'Omaha'],
    ['Margie Sys. Solutions', 'Tulsa'],
  ],
  SE: [['Adatum AB', 'Lund'], ['Bergquist Bröder och Söner Aktiebolag']],
  DE: [
    ['Northwind Gesellschaft mbH', 'Ulm'],
    ['Litware GmbH & Co. KG', 'Bonn'],
    ['Baldwin UG (haftungsbeschränkt)', 'Jena'],
  ],
  AT: [['Proseware Ges.m.b.H.', 'Wien']],
  PL: [['Łódź Logistyka Sp. z o.o.', 'Łódź']],
  IT: [
    ['Fratelli Rossi S.p.A.', 'Torino'],
    ['Caffè e Latte Muster S.r.l.', 'Roma'],
  ],
  RU: [['ООО «Северный ветер»'], ['Общество с ограниченной ответственностью «Южный дом»']],
  JP: [['㈱ヤマダ電機'], ['さくら商事株式会社']],
  KR: [['(주)한빛전자']],
  TW: [['台灣積體晶片股份有限公司', '臺北市']],
  CN: [['华东机电有限责任公司', '上海市']],
  ...Object.fromEntries(
    ['AE', 'AR', 'AU', 'BE', 'BR', 'CA', 'CH', 'CZ', 'DK', 'ES', 'FI', 'FR', 'GB', 'GR', 'HU'].map(
      (country) => [country, [[`Muster ${country}`]] as [string][]],
    ),
  ),
};

describe('customers whose names are written another way (CR-18)', () => {
  let store: DocumentStore;
  let customers: CustomerDirectory;
  before(async () => {
    store = openSqliteStore({ file: ':memory:' });
    const opened = openCustomers(store);
    const facts = Object.entries(stored).flatMap(([country, some]) =>
      some.map(([name, city]): CustomerFacts => ({ name, city, addressLines: [], country })),
    );
    await opened.register(facts);
    customers = opened;
  });
  after(() => store.close());

  const found = async (text: string, preferredCountry?: string) => {
    const matches = await customers.search({ text, preferredCountry, limit: 15 });
    return { kind: matches.kind, names: matches.customers.map(({ name }) => name) };
  };

  const same: readonly [typed: string, name: string][] = [
    ['Tailspin Corporation', 'Tailspin Corp.'],
    ['tailspin corporation denver', 'Tailspin Corp.'],
    ['Fabrikam Incorporated', 'Fabrikam, Inc.'],
    ['Adatum Aktiebolag', 'Adatum AB'],
    ['Prentis and Gambrel', 'Prentis & Gambrel'],
    ['Prentis und Gambrel', 'Prentis & Gambrel'],
    ['Prentis + Gambrel', 'Prentis & Gambrel'],
    ['Prentis e Gambrel', 'Prentis & Gambrel'],
    ['Prentis и Gambrel', 'Prentis & Gambrel'],
    ['Bellweather Intl', 'Bellweather International'],
    ["Bellweather Int'l", 'Bellweather International'],
    ['Fratelli Rossi S p A', 'Fratelli Rossi S.p.A.'],
    ['International Cargo Partners', 'Intl. Cargo Partners'],
    ['Trey Mfg', 'Trey Manufacturing'],
    ['Trey Mfg. Detroit', 'Trey Manufacturing'],
    ['Saint Jude Muster', 'St. Jude Muster Clinic'],
    ['Woodgrove Hldgs', 'Woodgrove Holdings'],
    ['Wide World Importers Limited Liability Company', 'Wide World Importers LLC'],
    ['Wide World Importers L.L.C.', 'Wide World Importers LLC'],
    ['Bergquist Bröder & Söner AB', 'Bergquist Bröder och Söner Aktiebolag'],
    ['Northwind GmbH', 'Northwind Gesellschaft mbH'],
    ['Northwind G.m.b.H.', 'Northwind Gesellschaft mbH'],
    ['Northwind Gesellschaft mit beschränkter Haftung', 'Northwind Gesellschaft mbH'],
    ['Humongous Technology', 'Humongous Technologies Inc'],
    ['Humongous Tech', 'Humongous Technologies Inc'],
    ['Margie Systems Solution', 'Margie Sys. Solutions'],
    ['Baldwin Unternehmergesellschaft (haftungsbeschränkt)', 'Baldwin UG (haftungsbeschränkt)'],
    ['Baldwin UG', 'Baldwin UG (haftungsbeschränkt)'],
    ['Litware GmbH und Co KG', 'Litware GmbH & Co. KG'],
    ['Litware Gesellschaft mbH & Co Kommanditgesellschaft', 'Litware GmbH & Co. KG'],
    ['Proseware GmbH', 'Proseware Ges.m.b.H.'],
    ['Lodz Logistyka sp zoo', 'Łódź Logistyka Sp. z o.o.'],
    ['Lodz Logistyka sp. z oo', 'Łódź Logistyka Sp. z o.o.'],
    ['Fratelli Rossi SPA', 'Fratelli Rossi S.p.A.'],
    ['Fratelli Rossi Società per azioni', 'Fratelli Rossi S.p.A.'],
    ['Caffè & Latte Muster srl', 'Caffè e Latte Muster S.r.l.'],
    ['Общество с ограниченной ответственностью Северный ветер', 'ООО «Северный ветер»'],
    ['ООО Южный дом', 'Общество с ограниченной ответственностью «Южный дом»'],
    ['株式会社ヤマダ電機', '㈱ヤマダ電機'],
    ['ヤマダ電機株式会社', '㈱ヤマダ電機'],
    ['(株)ヤマダ電機', '㈱ヤマダ電機'],
    ['㈱さくら商事', 'さくら商事株式会社'],
    ['주식회사 한빛전자', '(주)한빛전자'],
    ['台湾积体晶片', '台灣積體晶片股份有限公司'],
    ['臺灣積體', '台灣積體晶片股份有限公司'],
    ['台湾积体晶片 台北', '台灣積體晶片股份有限公司'],
    ['華東機電', '华东机电有限责任公司'],
    ['华东机电有限公司', '华东机电有限责任公司'],
    ['華東機電有限公司 上海', '华东机电有限责任公司'],
  ];
  for (const [typed, name] of same) {
    it(`given "${typed}", when searched from Germany, then ${name} is a match`, async () => {
      assert.deepEqual(await found(typed, 'DE'), { kind: 'matches', names: [name] });
    });
  }

  const other = ['Tailspin GmbH', 'Adatum Corporation', 'Northwind AB', 'and', '&', 'Corp. Inc.'];
  for (const typed of other) {
    it(`given "${typed}", which is another company or none, when searched, then nothing is a match`, async () => {
      const { kind, names } = await found(typed, 'DE');
      assert.ok(kind === 'nearest' || names.length === 0, names.join(', '));
    });
  }

  const near: readonly [typed: string, name: string][] = [
    ['Tailspn Denver', 'Tailspin Corp.'],
    ['Tailspn', 'Tailspin Corp.'],
    ['Wide Wrold Importers', 'Wide World Importers LLC'],
    ['Belweather', 'Bellweather International'],
    ['Fratelli Rosi Torino', 'Fratelli Rossi S.p.A.'],
  ];
  for (const [typed, name] of near) {
    for (const from of ['DE', 'AE', undefined]) {
      it(`given "${typed}" from ${from ?? 'nowhere'}, when nothing fits, then the nearest name of all countries is ${name}`, async () => {
        const { kind, names } = await found(typed, from);
        assert.deepEqual([kind, names[0]], ['nearest', name]);
      });
    }
  }
});
