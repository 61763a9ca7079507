import type { CardJson } from '#cards/expand.ts';
import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatCountry, formatList, formatNumber, type Reader } from '#cards/format.ts';
import { freshForm, type PanelForm } from '#cards/panel/form.ts';
import { type FoldedForm, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import { readCountry } from '#domain/values/countries.ts';

const resultTexts = {
  locationAdded: 'admin.result.locationAdded',
  locationRemoved: 'admin.result.locationRemoved',
  locationExists: 'admin.result.locationExists',
  locationGone: 'admin.result.locationGone',
  refused: 'admin.result.refused',
  chooseFirst: 'admin.result.chooseFirst',
} satisfies Record<string, TextKey>;

const fieldTexts = {
  mpnId: 'admin.locations.mpnId',
  name: 'admin.locations.name',
  country: 'admin.locations.country',
} satisfies Record<string, TextKey>;

/** A partner location as it is shown. */
export interface PlaceRow {
  mpnId: string;
  name: string;
  country: string;
}

export type LocationField = 'mpnId' | 'name' | 'country';
export type LocationForm = PanelForm<LocationField>;

export type LocationResult =
  | { code: 'locationAdded' | 'locationRemoved' | 'locationExists'; name: string }
  | { code: 'locationGone' | 'refused' | 'chooseFirst' }
  | {
      code: 'locationUsed';
      name: string;
      deals: string;
      members: readonly string[];
      memberCount: number;
      routes: number;
    };

export type LocationsCardView = Reader & {
  resultLine?: LocationResult | undefined;
} & (
    | {
        kind: 'list';
        places: readonly PlaceRow[];
        /** Locations that referrals named lately and nobody has listed. */
        stray: readonly string[];
        /** Whether who looks may change them. */
        manageable: boolean;
      }
    | { kind: 'add'; form?: LocationForm | undefined; mpnId?: string | undefined }
  );

/** The partner locations (MPN ids) of an organization, or the form to add one. */
export function locationsCard(view: LocationsCardView): CardJson {
  return view.kind === 'list' ? listCard(view) : addCard(view);
}

const MOST_SHOWN = 10;

function listCard(view: Extract<LocationsCardView, { kind: 'list' }>): CardJson {
  const { language, places, stray, manageable } = view;
  const [first] = stray;
  const add: Pressable[] = [
    ...(first === undefined
      ? []
      : [
          {
            verb: 'location.add' as const,
            title: say(language, 'admin.locations.addNamed', { mpnId: first }),
            data: { location: first },
            style: 'positive' as const,
            inputs: false,
          },
        ]),
    { verb: 'location.add', title: say(language, 'admin.locations.add'), inputs: false },
  ];
  return panelCard({
    language,
    title: say(language, 'admin.locations.title'),
    figure: places.length > 0 ? formatNumber(places.length, view) : undefined,
    resultLine: resultLineOf(view),
    intro: [
      places.length > 0 ? '' : say(language, 'admin.locations.empty'),
      stray.length > 0
        ? say(language, 'admin.locations.stray', { locations: formatList(stray.slice(0, 5), view) })
        : '',
    ],
    mostRows: MOST_SHOWN,
    rows: places.map(({ mpnId, name, country }) => ({
      title: name,
      value: mpnId,
      lines: [formatCountry(country, view)],
    })),
    forms: manageable && places.length > 0 ? [removal(view)] : [],
    buttons: manageable ? add : [],
    ways: [
      { verb: 'members.show', title: say(language, 'admin.members.back'), inputs: false },
      { verb: 'routes.show', title: say(language, 'admin.routes.title'), inputs: false },
    ],
  });
}

function removal({ language, places }: Extract<LocationsCardView, { kind: 'list' }>): FoldedForm {
  const title = say(language, 'admin.member.remove');
  return {
    title,
    inputs: [
      {
        kind: 'choice',
        id: 'location',
        label: say(language, 'admin.location'),
        typed: say(language, 'admin.locations.type'),
        choices: places.map(({ mpnId, name }) => ({ title: `${name} (${mpnId})`, value: mpnId })),
      },
    ],
    buttons: [{ verb: 'location.remove', title }],
  };
}

function addCard(view: Extract<LocationsCardView, { kind: 'add' }>): CardJson {
  const { language, mpnId } = view;
  const form: LocationForm = view.form ?? freshForm();
  const input = (field: LocationField, placeholder = '') => {
    const found = form.problems[field];
    return {
      kind: 'text' as const,
      id: `${field}.${form.formVersion}`,
      label: say(language, fieldTexts[field]),
      value: form.typed[field] ?? (field === 'mpnId' ? mpnId : undefined),
      placeholder,
      problem: found && problemText(found, view),
    };
  };
  return panelCard({
    language,
    title: say(language, 'admin.locations.add'),
    resultLine: resultLineOf(view),
    inputs: [input('mpnId', '1234567'), input('name'), input('country', formatCountry('DE', view))],
    buttons: [
      {
        verb: 'location.add',
        title: say(language, 'admin.add.submit'),
        style: 'positive',
        data: { form: form.formVersion, send: true },
      },
      { verb: 'locations.show', title: say(language, 'referral.view.cancel'), inputs: false },
    ],
  });
}

function resultLineOf({ resultLine, ...reader }: LocationsCardView) {
  if (!resultLine) return undefined;
  const { language } = reader;
  const good = resultLine.code === 'locationAdded' || resultLine.code === 'locationRemoved';
  if (resultLine.code !== 'locationUsed') {
    const { code, ...values } = resultLine;
    return {
      text: say(language, resultTexts[code], values),
      tone: good ? ('good' as const) : ('warning' as const),
    };
  }
  const { members, memberCount } = resultLine;
  const more =
    memberCount > members.length
      ? [say(language, 'referral.card.andMore', { count: memberCount - members.length })]
      : [];
  const uses = [
    resultLine.deals === '0' ? '' : say(language, 'admin.locations.usedByDeals', { count: resultLine.deals }),
    memberCount === 0
      ? ''
      : say(language, 'admin.locations.usedByMembers', {
          members: formatList([...members, ...more], reader),
        }),
    resultLine.routes === 0
      ? ''
      : say(language, 'admin.locations.usedByRoutes', { count: resultLine.routes }),
  ].filter(Boolean);
  const text = say(language, 'admin.result.locationUsed', { name: resultLine.name, uses: uses.join(' ') });
  return { text, tone: 'warning' as const };
}

export type ParsedLocation = { ok: true; location: PlaceRow } | { ok: false; form: LocationForm };

const MOST_NAME = 100;

/** Reads the form of a new location as it was sent by a client; never throws. */
export function parseLocation(sent: unknown): ParsedLocation {
  const { typed, problems } = readInputs(sent, ['mpnId', 'name', 'country'] as const);
  const { mpnId = '', name = '' } = typed;
  const country = readCountry(typed.country ?? '');
  if (!/^[0-9A-Za-z-]{1,20}$/.test(mpnId)) problems.mpnId ??= { code: 'mpn-invalid' };
  if (name === '') problems.name ??= { code: 'location-name-missing' };
  if (name.length > MOST_NAME) {
    problems.name = { code: 'name-too-long', values: { length: name.length, max: MOST_NAME } };
  }
  if (!country) problems.country ??= { code: 'country-unread' };
  if (country && Object.keys(problems).length === 0) return { ok: true, location: { mpnId, name, country } };
  return { ok: false, form: { formVersion: formVersionOf(sent) + 1, typed, problems } };
}
