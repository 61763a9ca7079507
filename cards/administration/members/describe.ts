import { problemText } from '#cards/form/problems.ts';
import { formatList, type Reader } from '#cards/format.ts';
import type { PanelInput } from '#cards/panel/inputs.ts';
import type { Panel, PanelRow } from '#cards/panel/panel.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Match, MemberField, MemberForm, MemberResult, MemberRow, PlaceChoice } from './view.ts';

/** What a role may do. */
export const roleDoesTexts = {
  'referrals-admin': 'admin.role.referrals-admin.does',
  'referrals-user': 'admin.role.referrals-user.does',
} satisfies Record<string, TextKey>;

/** A role by its name. */
export const roleTexts = {
  'referrals-admin': 'admin.role.referrals-admin',
  'referrals-user': 'admin.role.referrals-user',
} satisfies Record<string, TextKey>;

const resultTexts = {
  added: 'admin.result.added',
  addedNotInstalled: 'admin.result.addedNotInstalled',
  changed: 'admin.result.changed',
  removed: 'admin.result.removed',
  exists: 'admin.result.exists',
  lastAdmin: 'admin.result.lastAdmin',
  memberGone: 'admin.result.memberGone',
  handing: 'admin.result.handing',
  notManaged: 'admin.result.notManaged',
  refused: 'admin.result.refused',
  chooseFirst: 'admin.result.chooseFirst',
} satisfies Record<string, TextKey>;

type Place = { places: readonly PlaceChoice[] };

/** The value of the choice that stands for all locations. */
export const ALL = '*';

/** The locations somebody works for, by name. */
function locationsText(locations: MemberRow['locations'], reader: Reader & Place): string {
  if (locations === 'all') return say(reader.language, 'admin.allLocations');
  const names = locations.map((id) => reader.places.find(({ mpnId }) => mpnId === id)?.name ?? id);
  return formatList(names, reader);
}

/** A member in a list. */
export function memberPanelRow(member: MemberRow, reader: Reader & Place): PanelRow {
  const { language } = reader;
  return {
    title: member.name ?? member.email,
    value: say(language, roleTexts[member.role]),
    lines: [
      member.name ? member.email : '',
      locationsText(member.locations, reader),
      member.installed ? '' : say(language, 'admin.members.notInstalled'),
    ],
  };
}

/** The line of what has just happened. */
export function resultLineOf(view: Reader & { resultLine?: MemberResult | undefined }): Panel['resultLine'] {
  const { resultLine, language } = view;
  if (!resultLine) return undefined;
  const { code, ...values } = resultLine;
  const good = code === 'added' || code === 'addedNotInstalled' || code === 'changed';
  const done = good || code === 'removed' || code === 'handing';
  return { text: say(language, resultTexts[code], values), tone: done ? 'good' : 'warning' };
}

/** Who is meant: picked from the directory, chosen among those who fit, or typed. */
export function personInputs(
  view: Reader & { form: MemberForm; matches: readonly Match[] },
  label: string,
): PanelInput[] {
  const { language, form, matches } = view;
  const id = (field: MemberField) => `${field}.${form.formVersion}`;
  const problem = (field: MemberField) => {
    const found = form.problems[field];
    return found && problemText(found, view);
  };
  const choice: PanelInput = {
    kind: 'choice',
    id: id('match'),
    label: say(language, 'admin.add.match'),
    value: form.typed.match,
    expanded: true,
    choices: matches.map(({ name, email }) => ({ title: `${name} (${email})`, value: email })),
    problem: problem('match'),
  };
  return [
    ...(matches.length > 0 ? [choice] : []),
    { kind: 'picker', id: id('picked'), label, problem: problem('picked') },
    {
      kind: 'text',
      id: id('person'),
      label: say(language, 'admin.add.person'),
      value: form.typed.person,
      placeholder: 'name@company.com',
      problem: problem('person'),
    },
  ];
}

/** Role and locations, as far as who asks may give them. */
export function standingInputs(
  view: Reader & Place & { form: MemberForm; reach: 'company' | 'locations' },
  present: Pick<MemberRow, 'role' | 'locations'>,
): PanelInput[] {
  const { language, form, reach, places } = view;
  const id = (field: MemberField) => `${field}.${form.formVersion}`;
  const roles =
    reach === 'company' ? (['referrals-user', 'referrals-admin'] as const) : (['referrals-user'] as const);
  const locations = present.locations === 'all' ? ALL : present.locations.join(',');
  const problem = (field: MemberField) => {
    const found = form.problems[field];
    return found && problemText(found, view);
  };
  return [
    {
      kind: 'choice',
      id: id('role'),
      label: say(language, 'admin.member.role'),
      value: form.typed.role ?? present.role,
      expanded: true,
      choices: roles.map((role) => ({ title: say(language, roleDoesTexts[role]), value: role })),
      problem: problem('role'),
    },
    {
      kind: 'choice',
      id: id('locations'),
      label: say(language, 'admin.member.locations'),
      value: form.typed.locations ?? locations,
      multi: true,
      expanded: places.length < 10,
      typed: say(language, reach === 'company' ? 'admin.locations.typeMany' : 'admin.locations.typeSome'),
      choices: [
        ...(reach === 'company' ? [{ title: say(language, 'admin.allLocations'), value: ALL }] : []),
        ...places.map(({ mpnId, name }) => ({ title: `${name} (${mpnId})`, value: mpnId })),
      ],
      problem: problem('locations'),
    },
  ];
}
