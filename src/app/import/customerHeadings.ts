import type { Headings } from './columns.ts';

/** What a column of a customer file can hold. */
export type CustomerField =
  | 'name'
  | 'address'
  | 'address2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country'
  | 'duns'
  | 'microsoftAccountId';

/** The fields that together say where a customer is: they come from one address of several. */
export const placeFields: readonly CustomerField[] = [
  'address',
  'address2',
  'city',
  'state',
  'postalCode',
  'country',
];

/**
 * The names of columns as people and other systems write them: English, German, Swedish, Chinese, Russian and Italian.
 * What other systems put before them stands in `addressFamilies`.
 */
export const customerHeadings: Headings<CustomerField> = {
  name: [
    [
      ...[
        'legal name',
        'customer name',
        'account name',
        'company name',
        'organization name',
        'business name',
      ],
      ...['organisation name', 'legal entity', 'legal entity name', 'registered name', 'Ragione sociale'],
      ...['Firmenname', 'Name der Firma', 'Unternehmensname', 'Kundenname', 'Name des Unternehmens'],
      ...['Företagsnamn', 'Bolagsnamn', 'Kundnamn', 'Organisationsnamn', 'Firmanamn'],
      ...[
        'name 1',
        '公司名',
        '企业名',
        '客户名',
        '公司名称',
        '企业名称',
        '客户名称',
        '单位名称',
        '帐户名称',
        '账户名称',
        '公司名稱',
      ],
      ...['Название компании', 'Наименование организации', 'Наименование компании', 'Название организации'],
      ...['Наименование клиента', 'Название клиента', 'Nome azienda', 'Nome società', 'Nome cliente'],
      ...['Nome account', 'Nome dell’azienda', 'Denominazione', 'Denominazione sociale'],
    ],
    [
      ...['name', 'customer', 'company', 'account', 'organization', 'organisation', 'business', 'client'],
      ...['Firma', 'Unternehmen', 'Kunde', 'Företag', 'Bolag', 'Kund', 'Namn'],
      ...['公司', '企业', '客户', '名称', 'Компания', 'Организация', 'Клиент', 'Заказчик', 'Название'],
      ...['Наименование', 'Azienda', 'Società', 'Cliente', 'Nome', 'Impresa', 'Ditta'],
    ],
  ],
  address: [
    [
      ...['address', 'address 1', 'address line', 'address line 1', 'street', 'street 1', 'street address'],
      ...['street address 1', 'line 1', 'street name', 'street and number', 'address street'],
      ...['Straße', 'Straße und Hausnummer', 'Straße/Hausnummer', 'Straße, Nr.', 'Straße 1', 'Adresse'],
      ...[
        'Anschrift',
        'Adresszeile 1',
        'Adresse 1',
        'Gatuadress',
        'Gata',
        'Adress',
        'Adressrad 1',
        'Adress 1',
      ],
      ...['地址', '街道', '街道地址', '详细地址', '地址1', '地址行1', '街道1', 'Адрес', 'Улица', 'Адрес 1'],
      ...['Адрес, строка 1', 'Юридический адрес', 'Indirizzo', 'Via', 'Indirizzo 1', 'Indirizzo riga 1'],
    ],
  ],
  address2: [
    [
      ...['address 2', 'address line 2', 'street 2', 'street address 2', 'line 2', 'address complement'],
      ...['Adresszusatz', 'Adresszeile 2', 'Adresse 2', 'Straße 2', 'Adressrad 2', 'Adress 2', 'c/o-adress'],
      ...['地址2', '地址行2', '街道2', 'Адрес 2', 'Адрес, строка 2', 'Indirizzo 2', 'Indirizzo riga 2'],
    ],
  ],
  city: [
    [
      ...['city', 'town', 'locality', 'city name', 'city/town', 'municipality'],
      ...['Ort', 'Stadt', 'Wohnort', 'Stad', 'Postort', '城市', '市', 'Город', 'Населенный пункт'],
      ...['Città', 'Comune', 'Località'],
    ],
  ],
  state: [
    [
      ...['state', 'province', 'region', 'state/province', 'state or province', 'state/region', 'county'],
      ...['state name', 'province/state', 'prefecture', 'department'],
      ...[
        'Bundesland',
        'Kanton',
        'Provinz',
        'Bundesland/Provinz',
        'Bundesstaat',
        'Län',
        'Delstat',
        'Landskap',
      ],
      ...['省', '省份', '州', '省/州', '省/市/自治区', 'Область', 'Регион', 'Край', 'Область/край', 'Штат'],
      ...['Provincia', 'Regione', 'Provincia/Stato', 'Stato/Provincia'],
    ],
    ['state code', 'province code', 'state/province code', 'region code', 'Sigla provincia'],
  ],
  postalCode: [
    [
      ...[
        'postal code',
        'postcode',
        'post code',
        'zip',
        'zip code',
        'zip/postal code',
        'zip/postal',
        'postal',
      ],
      ...['zip/post code', 'PLZ', 'Postleitzahl', 'Postnummer', 'Postnr', 'Postkod', '邮编', '邮政编码'],
      ...['Индекс', 'Почтовый индекс', 'CAP', 'Codice postale', 'Codice di avviamento postale'],
    ],
  ],
  country: [
    [
      ...['country code', 'country/region code', 'ISO country', 'ISO country code', 'country ISO'],
      ...[
        'country ISO 2',
        'country code ISO',
        'country (ISO)',
        'ISO code',
        'Ländercode',
        'Länderkennzeichen',
      ],
      ...[
        'Länderkürzel',
        'Ländercode (ISO)',
        'Landescode',
        'Landkod',
        'Landskod',
        '国家代码',
        '国家/地区代码',
      ],
      ...['Код страны', 'Codice paese', 'Codice nazione', 'Codice ISO paese'],
    ],
    [
      ...['country', 'country/region', 'country or region', 'country name', 'country/region name', 'nation'],
      ...[
        'country/territory',
        'Land',
        'Land/Region',
        'Staat',
        'Land/region',
        '国家',
        '国家/地区',
        '国别',
        '國家',
        '國家/地區',
      ],
      ...['Страна', 'Страна/регион', 'Государство', 'Paese', 'Nazione', 'Paese/Area geografica'],
      ...['Paese/Regione'],
    ],
    ['Stato'],
  ],
  duns: [
    [
      ...['DUNS', 'DUNS number', 'DUNS no', 'DUNS nr', 'DUNS id', 'DUNS code', 'D&B number', 'DnB number'],
      ...[
        'D and B number',
        'D&B D-U-N-S number',
        'DUNS-Nummer',
        'DUNS #',
        'DUNS-kod',
        '邓白氏编码',
        '邓白氏码',
      ],
      ...['邓白氏号码', 'DUNS编号', 'DUNS号', 'Номер DUNS', 'Код DUNS', 'Numero DUNS', 'Codice DUNS'],
      ...['DUNS number (9 digits)', 'global DUNS'],
    ],
  ],
  microsoftAccountId: [
    [
      ...[
        'Microsoft account id',
        'MS account id',
        'Microsoft id',
        'Microsoft account',
        'Microsoft customer id',
      ],
      ...['Microsoft-Konto-ID', 'Microsoft-Kontonummer', 'Microsoft 帐户 ID', 'Microsoft 账户 ID'],
      ...['Microsoft-konto-id', 'ID account Microsoft', 'Идентификатор учетной записи Майкрософт'],
    ],
    // Other systems call their own ids so: only what looks like one of Microsoft's is taken.
    ['account id', 'accountid', 'customer id', 'external id'],
  ],
};

/** What systems write before the names of an address, the one that counts most first: `Billing City`, `Address 1: City`. */
export const addressFamilies: readonly (readonly string[])[] = [
  [
    ...['customer', 'company', 'account', 'organization', 'legal', 'registered', 'headquarters', 'HQ'],
    ...['address', 'customer address', 'company address', 'account address', 'legal address'],
    ...['registered address', 'Firmen', 'Kunden', 'Företags', 'Kund', '公司', '客户'],
  ],
  [
    ...[
      'billing',
      'billing address',
      'bill to',
      'invoice',
      'primary',
      'primary address',
      'main',
      'address 1',
    ],
    ...['Adresse 1', 'Adress 1', 'Indirizzo 1', '地址 1', 'Адрес 1', 'Rechnungs', 'Rechnungsadresse'],
    ...['Rechnungsanschrift', 'Faktura', 'Fakturaadress', '开单', '账单'],
  ],
  ['business', 'business address', 'mailing', 'mailing address', 'postal address', 'Post'],
  [
    ...['shipping', 'shipping address', 'ship to', 'delivery', 'delivery address', 'other', 'address 2'],
    ...['Adresse 2', 'Adress 2', 'Indirizzo 2', '地址 2', 'Адрес 2', 'Liefer', 'Lieferadresse'],
    ...['Lieferanschrift', 'Leverans', 'Leveransadress', '发运', '收货'],
  ],
];
