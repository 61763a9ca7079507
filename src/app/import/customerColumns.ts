import { foldText } from '#domain/values/searchTerms.ts';

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

/** Where each field stands in a record. */
export type Columns = Readonly<Partial<Record<CustomerField, number>>> & {
  /** How many columns the header has. */
  width: number;
};

export type HeaderProblem =
  | { code: 'no-header' }
  | { code: 'column-missing'; field: CustomerField; given: readonly string[] }
  | { code: 'column-twice'; field: CustomerField; given: readonly string[] };

/** Names of columns as other systems export them, without signs and case. */
const aliases: Readonly<Record<CustomerField, string>> = {
  name: 'name customer customername company companyname account accountname organization organisation organizationname legalname businessname',
  address: 'address address1 addressline addressline1 street street1 streetaddress streetaddress1 line1',
  address2: 'address2 addressline2 street2 streetaddress2 line2',
  city: 'city town locality cityname',
  state: 'state province region stateprovince stateorprovince stateregion statecode county',
  postalCode: 'postalcode postcode zip zipcode zippostalcode zippostal postal plz',
  country:
    'country countrycode countryregion countryorregion isocountry isocountrycode countryiso countryiso2 countryname countryregioncode',
  duns: 'duns dunsnumber dunsno dunsnr dunsid dandbnumber dnbnumber',
  microsoftAccountId:
    'microsoftaccountid msaccountid microsoftid microsoftaccount microsoftcustomerid accountid',
};

const fieldByAlias = new Map(
  Object.entries(aliases).flatMap(([field, names]) =>
    names.split(' ').map((name) => [name, field as CustomerField] as const),
  ),
);

const required: readonly CustomerField[] = ['name', 'country'];

/** Finds the columns by the names in the first record, in any order; those it does not know are ignored and told. */
export function readHeader(
  cells: readonly string[],
): { ok: true; columns: Columns; ignored: readonly string[] } | { ok: false; problems: HeaderProblem[] } {
  const fields = cells.map((cell) => fieldByAlias.get(foldText(cell).replace(/[^\p{L}\p{N}]/gu, '')));
  if (fields.every((field) => field === undefined)) return { ok: false, problems: [{ code: 'no-header' }] };
  const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const problems: HeaderProblem[] = [];
  for (const field of required) {
    if (!fields.includes(field)) problems.push({ code: 'column-missing', field, given });
  }
  for (const field of new Set(fields)) {
    const same = cells.filter((_, at) => fields[at] === field).map((cell) => cell.trim());
    if (field && same.length > 1) problems.push({ code: 'column-twice', field, given: same });
  }
  if (problems.length > 0) return { ok: false, problems };
  const found = fields.flatMap((field, at) => (field ? [[field, at] as const] : []));
  return {
    ok: true,
    columns: { ...Object.fromEntries(found), width: cells.length },
    ignored: cells
      .filter((cell, at) => fields[at] === undefined && cell.trim() !== '')
      .map((cell) => cell.trim()),
  };
}
