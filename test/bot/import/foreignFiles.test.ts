import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCustomers } from '#app/import/customers.import.ts';
import { leftOutWords, lineWords } from '#bot/tables/problemWords.ts';
import { readRecords } from '#bot/tables/records.ts';
import { fileBytes } from '#bot/tables/textLines.ts';
import type { CustomerFacts } from '#ports/customers.ts';

/** What a file of another system yields: customers, and what is told of lines. */
interface Imported {
  customers: readonly CustomerFacts[];
  told: readonly string[];
  ignored: readonly string[];
}

describe('import:customers: files as other systems write them (CR-18)', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-foreign-'));
  });
  after(() => rm(folder, { recursive: true }));

  const importing = async (content: string): Promise<Imported> => {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    const customers: CustomerFacts[] = [];
    const told: string[] = [];
    const outcome = await importCustomers(
      {
        register: { register: async (facts) => facts.map(() => 'created' as const) },
        onTaken: (_line, facts) => customers.push(facts),
        onBadLine: (line, problems) => told.push(`${line} bad: ${problems.map(lineWords).join('; ')}`),
        onLeftOut: (line, problems) => told.push(`${line}: ${leftOutWords(problems)}`),
        onProgress: () => undefined,
      },
      readRecords(fileBytes(path)),
      100,
    );
    assert.ok(outcome.ok, JSON.stringify(outcome));
    return { customers, told, ignored: outcome.ignored };
  };
  const only = async (content: string): Promise<CustomerFacts> => {
    const { customers, told } = await importing(content);
    assert.deepEqual(told, []);
    assert.equal(customers.length, 1);
    return customers[0] as CustomerFacts;
  };
  const facts = (given: Partial<CustomerFacts>): CustomerFacts => ({
    name: 'Proseware',
    addressLines: ['7 Quay Rd'],
    city: 'Dallas',
    state: undefined,
    postalCode: '75201',
    country: 'US',
    duns: undefined,
    microsoftAccountId: undefined,
    ...given,
  });

  const exports: Readonly<Record<string, [content: string, customer: CustomerFacts]>> = {
    'Partner Center’s download of opportunities': [
      'Errors,Engagement ID,Deal Name,Customer Name,Customer Address Line 1,Customer Address Line 2,Customer City,Customer State,Customer Postal code,Customer Country,Customer D-U-N-S ID,Currency\n' +
        ',,Tills,Proseware,7 Quay Rd,Floor 2,Dallas,TX,75201,US,081466849,USD\n',
      facts({ addressLines: ['7 Quay Rd', 'Floor 2'], state: 'TX', duns: '081466849' }),
    ],
    'a report of Salesforce': [
      '"Account Name","Billing Street","Billing City","Billing State/Province (text only)","Billing Zip/Postal Code","Billing Country","Shipping City","Shipping Country","D-U-N-S Number"\n' +
        '"Proseware","7 Quay Rd","Dallas","TX","75201","United States","Lyon","France","081466849"\n',
      facts({ state: 'TX', duns: '081466849' }),
    ],
    'the data loader of Salesforce': [
      'Id,Name,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountryCode,ShippingCountryCode,DunsNumber\n' +
        '001A0000001aBcD,Proseware,7 Quay Rd,Dallas,TX,75201,US,FR,081466849\n',
      facts({ state: 'TX', duns: '081466849' }),
    ],
    'a view of Dynamics': [
      '(Do Not Modify) Account,(Do Not Modify) Row Checksum,Account Name,Main Phone,Address 1: Street 1,Address 1: Street 2,Address 1: City,Address 1: State/Province,Address 1: ZIP/Postal Code,Address 1: Country/Region,Address 2: City,Primary Contact\n' +
        'a1b2,x==,Proseware,+1 214 555 0114,7 Quay Rd,Floor 2,Dallas,TX,75201,United States,Lyon,Dana Reyes\n',
      facts({ addressLines: ['7 Quay Rd', 'Floor 2'], state: 'TX' }),
    ],
    'a table of Dynamics': [
      'accountnumber,name,address1_line1,address1_city,address1_stateorprovince,address1_postalcode,address1_country\n' +
        '10042,Proseware,7 Quay Rd,Dallas,TX,75201,USA\n',
      facts({ state: 'TX' }),
    ],
    'a view of Dynamics in German': [
      'Firmenname;Adresse 1: Straße 1;Adresse 1: Ort;Adresse 1: Postleitzahl;Adresse 1: Land/Region;Adresse 2: Ort\n' +
        'Proseware;7 Quay Rd;Dallas;75201;Vereinigte Staaten;Lyon\n',
      facts({}),
    ],
    'a heading that explains itself in brackets': [
      'Name 1,Street (billing),City (text only),Zip,Country code (ISO 3166-1)\nProseware,7 Quay Rd,Dallas,75201,US\n',
      facts({}),
    ],
    HubSpot: [
      'Record ID,Company name,Company owner,Phone Number,Street Address,City,State/Region,Postal Code,Country/Region,Country/Region Code\n' +
        '77,Proseware,Sam Lee,+1 214 555 0114,7 Quay Rd,Dallas,TX,75201,United States,US\n',
      facts({ state: 'TX' }),
    ],
    'HubSpot, where the code is empty': [
      'Company name,Street Address,City,Postal Code,Country/Region Code,Country/Region\nProseware,7 Quay Rd,Dallas,75201,,United States\n',
      facts({}),
    ],
    German: [
      'Firma;Straße;PLZ;Ort;Land;DUNS-Nummer\nProseware;7 Quay Rd;75201;Dallas;USA;081466849\n',
      facts({ duns: '081466849' }),
    ],
    'German without umlauts': [
      'KUNDENNAME;STRASSE UND HAUSNUMMER;POSTLEITZAHL;STADT;LAENDERCODE\nProseware;7 Quay Rd;75201;Dallas;US\n',
      facts({}),
    ],
    Swedish: [
      'Företagsnamn;Gatuadress;Postnr;Postort;Län;Land\nProseware;7 Quay Rd;75201;Dallas;TX;USA\n',
      facts({ state: 'TX' }),
    ],
    Italian: [
      'Ragione sociale;Indirizzo;CAP;Città;Provincia;Paese;Codice DUNS\nProseware;7 Quay Rd;75201;Dallas;TX;Stati Uniti;081466849\n',
      facts({ state: 'TX', duns: '081466849' }),
    ],
    Russian: [
      'Название компании;Адрес;Индекс;Город;Страна\nProseware;7 Quay Rd;75201;Dallas;США\n',
      facts({}),
    ],
    Chinese: [
      '公司名称,街道地址,邮政编码,城市,省/市/自治区,国家/地区,邓白氏编码\nProseware,7 Quay Rd,75201,Dallas,TX,美国,081466849\n',
      facts({ state: 'TX', duns: '081466849' }),
    ],
    'Chinese, short': ['公司,地址,邮编,城市,国家\nProseware,7 Quay Rd,75201,Dallas,美国\n', facts({})],
  };
  for (const [what, [content, customer]] of Object.entries(exports)) {
    it(`given ${what}, when imported, then the customer is taken over as it stands there`, async () => {
      assert.deepEqual(await only(content), customer);
    });
  }

  it('given a street of two lines and a footer, when imported, then the street is one and the footer is bad lines', async () => {
    const { customers, told } = await importing(
      '"Account Name","Billing Street","Billing Country"\n"Proseware","7 Quay Rd\nFloor 2","US"\n\n"Accounts by street"\n"Confidential"\n',
    );
    assert.deepEqual(
      customers.map(({ addressLines }) => addressLines),
      [['7 Quay Rd Floor 2']],
    );
    assert.deepEqual(told, ['5 bad: country is missing', '6 bad: country is missing']);
  });

  it('given one address whole and of another only the country, when imported, then they are not mixed', async () => {
    const customer = await only(
      'Name,Shipping Street,Shipping City,Shipping Country,Billing City,Billing Country\nProseware,1 Rue,Lyon,France,Dallas,US\n',
    );
    assert.deepEqual([customer.addressLines, customer.city, customer.country], [[], 'Dallas', 'US']);
  });

  const numbers: readonly [cell: string, duns: string | undefined, told?: RegExp][] = [
    ['081466849', '081466849'],
    ['08-146-6849', '081466849'],
    ['08 146 6849', '081466849'],
    ['08–146–6849', '081466849'],
    ['"=""081466849"""', '081466849'],
    ["'081466849", '081466849'],
    ['’081466849', '081466849'],
    ['DUNS: 08-146-6849', '081466849'],
    ['D-U-N-S® 081466849', '081466849'],
    ['０８１４６６８４９', '081466849'],
    ['DUNS No. 081466849', '081466849'],
    ['481466849.0', '481466849'],
    ['481466849.00', '481466849'],
    ['N/A', undefined],
    ['n.a.', undefined],
    ['#N/A', undefined],
    ['NA', undefined],
    ['none', undefined],
    ['-', undefined],
    ['–', undefined],
    ['0', undefined],
    ['unknown', undefined],
    ['keine', undefined],
    ['无', undefined],
    ['81466849', undefined, /"81466849" is no D-U-N-S number: nine digits/],
    ['81466849.0', undefined, /is no D-U-N-S number/],
    ['4.81467E+08', undefined, /is no D-U-N-S number/],
    ['0814668490001', undefined, /is no D-U-N-S number/],
    ['see annex', undefined, /is no D-U-N-S number/],
    ['DE123456789', undefined, /is no D-U-N-S number/],
    ['000000000', undefined, /a D-U-N-S number that no company has/],
    ['999-999-999', undefined, /a D-U-N-S number that no company has/],
    ['111111111', undefined, /a D-U-N-S number that no company has/],
    ['123456789', undefined, /a D-U-N-S number that no company has/],
    ['987654321', undefined, /a D-U-N-S number that no company has/],
  ];
  for (const [cell, duns, words] of numbers) {
    it(`given the D-U-N-S cell ${cell}, when imported, then the customer has ${duns ?? 'none'}${words ? ', and that is told' : ''}`, async () => {
      const { customers, told } = await importing(`name,city,country,duns\nProseware,Dallas,US,${cell}\n`);
      assert.deepEqual(
        customers.map((one) => [one.name, one.duns]),
        [['Proseware', duns]],
      );
      if (words) assert.match(told.join('\n'), words);
      else assert.deepEqual(told, []);
    });
  }

  const accounts: readonly [heading: string, cell: string, id: string | undefined, told: boolean][] = [
    ['Microsoft account id', '6-ABCDEFG23XB', '6-ABCDEFG23XB', false],
    ['Microsoft account id', 'A1B2-Account-7', 'A1B2-Account-7', false],
    ['Microsoft account id', 'MicrosoftID: 6-ABCDEFG23XB', '6-ABCDEFG23XB', false],
    ['Microsoft account id', '001A000001XyzAb', undefined, true],
    ['Microsoft account id', 'n/a', undefined, false],
    ['Account ID', '1-9XZQ77', '1-9XZQ77', false],
    ['Account ID', '001A000001XyzaB', undefined, true],
    ['Account ID', '001A000001XyzAbIAX', undefined, true],
    ['Account ID', '5b1d3f6e-0c5c-4f0e-9a39-3f6a6a1f0002', undefined, true],
    ['Account ID', '10042', undefined, true],
    ['Customer ID', 'C-1000', undefined, true],
    ['accountid', '', undefined, false],
  ];
  for (const [heading, cell, id, isTold] of accounts) {
    it(`given "${cell}" under ${heading}, when imported, then the account is ${id ?? 'none'}`, async () => {
      const { customers, told } = await importing(`${heading},Account Name,Country\n${cell},Proseware,US\n`);
      assert.deepEqual(
        customers.map((one) => [one.name, one.microsoftAccountId]),
        [['Proseware', id]],
      );
      assert.equal(told.length, isTold ? 1 : 0);
    });
  }

  it('given optional values that are too long, unreadable or say nothing, when imported, then only they are left out', async () => {
    const { customers, told } = await importing(
      `name,address,city,state,postal code,country\nProseware,${'x'.repeat(201)},D\ufffdllas,N/A,${'1'.repeat(21)},US\n`,
    );
    assert.deepEqual(customers, [facts({ addressLines: [], city: undefined, postalCode: undefined })]);
    assert.equal(told.length, 1);
    for (const what of ['address', 'city', 'postal code'])
      assert.match(told[0] ?? '', new RegExp(`without ${what}:`));
  });

  it('given NA where it is a place, when imported, then it stays', async () => {
    const { customers } = await importing(
      'name,city,state,country\nPizza Muster,Napoli,NA,IT\nDesert Muster,Windhoek,,NA\n',
    );
    assert.deepEqual(
      customers.map(({ state, country }) => [state, country]),
      [
        ['NA', 'IT'],
        [undefined, 'NA'],
      ],
    );
  });
});
