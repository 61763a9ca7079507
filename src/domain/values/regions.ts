import { once } from './once.ts';

/** The states of the US by their codes: many of these are codes of countries too. */
const states =
  'AL:Alabama|AK:Alaska|AZ:Arizona|AR:Arkansas|CA:California|CO:Colorado|CT:Connecticut|DE:Delaware|' +
  'DC:District of Columbia|FL:Florida|GA:Georgia|HI:Hawaii|ID:Idaho|IL:Illinois|IN:Indiana|IA:Iowa|KS:Kansas|' +
  'KY:Kentucky|LA:Louisiana|ME:Maine|MD:Maryland|MA:Massachusetts|MI:Michigan|MN:Minnesota|MS:Mississippi|' +
  'MO:Missouri|MT:Montana|NE:Nebraska|NV:Nevada|NH:New Hampshire|NJ:New Jersey|NM:New Mexico|NY:New York|' +
  'NC:North Carolina|ND:North Dakota|OH:Ohio|OK:Oklahoma|OR:Oregon|PA:Pennsylvania|RI:Rhode Island|' +
  'SC:South Carolina|SD:South Dakota|TN:Tennessee|TX:Texas|UT:Utah|VT:Vermont|VA:Virginia|WA:Washington|' +
  'WV:West Virginia|WI:Wisconsin|WY:Wyoming';

/** Provinces of Canada and Italy and states of Australia of which the codes are those of countries. */
const elsewhere: readonly (readonly [code: string, places: string])[] = [
  ['NL', "st john's|st. john's|corner brook|gander"],
  ['NT', 'darwin|yellowknife'],
  ['PE', 'charlottetown|summerside|pescara'],
  ['SA', 'adelaide|salerno'],
  ['SK', 'saskatoon|regina'],
  ['AG', 'agrigento'],
  ['AO', 'aosta'],
  ['AT', 'asti'],
  ['BA', 'bari'],
  ['BG', 'bergamo'],
  ['BI', 'biella'],
  ['BL', 'belluno'],
  ['BN', 'benevento'],
  ['BO', 'bologna|imola'],
  ['BR', 'brindisi'],
  ['BS', 'brescia'],
  ['BT', 'barletta|andria|trani'],
  ['BZ', 'bolzano|merano'],
  ['CH', 'chieti'],
  ['CL', 'caltanissetta'],
  ['CN', 'cuneo|alba'],
  ['CR', 'cremona|crema'],
  ['CZ', 'catanzaro'],
  ['FM', 'fermo'],
  ['FR', 'frosinone'],
  ['GE', 'genova|genoa'],
  ['GR', 'grosseto'],
  ['IM', 'imperia|sanremo'],
  ['IS', 'isernia'],
  ['KR', 'crotone'],
  ['LC', 'lecco'],
  ['LI', 'livorno'],
  ['LT', 'latina'],
  ['LU', 'lucca|viareggio'],
  ['MC', 'macerata'],
  ['NA', 'napoli|naples'],
  ['NO', 'novara'],
  ['NU', 'nuoro'],
  ['PG', 'perugia'],
  ['PN', 'pordenone'],
  ['PR', 'parma'],
  ['PT', 'pistoia'],
  ['RE', "reggio emilia|reggio nell'emilia"],
  ['RO', 'rovigo'],
  ['SI', 'siena'],
  ['SO', 'sondrio'],
  ['SR', 'siracusa'],
  ['SV', 'savona'],
  ['TN', 'trento'],
  ['TO', 'torino|turin'],
  ['TR', 'terni'],
  ['TV', 'treviso'],
  ['VC', 'vercelli'],
  ['VE', 'venezia|venice|mestre'],
];

/** A state of the US, which directories have by its code or by its name. */
export interface State {
  code: string;
  name: string;
}

const statesByName = once(() => {
  const all = states.split('|').map((pair): State => {
    const [code = '', name = ''] = pair.split(':');
    return { code, name };
  });
  return new Map(all.flatMap((state) => [state.code, state.name].map((text) => [text.toLowerCase(), state])));
});

const placesOf = new Map(elsewhere.map(([code, places]) => [code, places.split('|')]));

/** The state of the US given by its code or its English name, in any case. */
export function readState(text: string): State | undefined {
  return statesByName().get(text.trim().toLowerCase());
}

// The country between Europe and Asia, and not the state around Atlanta.
const georgian = new Set(['tbilisi', 'batumi', 'kutaisi', 'rustavi', 'tiflis']);

/**
 * Whether a text behind a city is its state or province, and not a country: `San Francisco, CA`, `Atlanta, Georgia`.
 * Where the postal code stands before the city nobody writes states of the US: `10117 Berlin, DE`.
 */
export function isRegionOf(text: string, city: string, postalCodeFirst: boolean): boolean {
  const place = city.toLowerCase();
  if (/^georgia$/i.test(text)) return !georgian.has(place);
  if (!/^[A-Z]{2}$/.test(text)) return false;
  if (placesOf.get(text)?.includes(place)) return true;
  return !postalCodeFirst && readState(text) !== undefined;
}
