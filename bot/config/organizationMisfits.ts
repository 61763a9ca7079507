import { z } from 'zod';
import { ruleKey } from '#domain/referral/routing.ts';

const text = z.string().catch('');
const lower = text.transform((value) => value.toLowerCase());
const listOf = <S extends z.ZodType>(one: S) => z.array(one).catch([]);

/** The file as far as it can be read, so that one wrong field hides nothing that is wrong with the others. */
const readable = z
  .object({
    organizations: listOf(
      z
        .object({
          id: text,
          tenantIds: listOf(lower),
          intakeKeyDigests: listOf(lower),
          locations: listOf(z.object({ mpnId: text }).catch({ mpnId: '' })),
          members: listOf(
            z.object({ email: lower, locations: listOf(text) }).catch({ email: '', locations: [] }),
          ),
          routes: listOf(
            z
              .object({ channel: text, location: text.optional(), solution: text.optional() })
              .catch({ channel: '' }),
          ),
          solutions: listOf(z.object({ id: lower }).catch({ id: '' })),
        })
        .catch({
          id: '',
          ...{ tenantIds: [], intakeKeyDigests: [], locations: [], members: [], routes: [], solutions: [] },
        }),
    ),
  })
  .catch({ organizations: [] });

type File = z.output<typeof readable>;
type Entry = File['organizations'][number];

/** What does not fit together: where in the file, and in words. */
interface Misfit {
  path: string;
  message: string;
}

/** What is listed twice or names something that is not there; what can't be read at all is nobody's double. */
export function organizationMisfits(json: unknown): Misfit[] {
  const { organizations } = readable.parse(json);
  const inside = organizations.flatMap((one, number) =>
    misfitsIn(one).map(({ path, message }) => ({ path: `organizations.${number}.${path}`, message })),
  );
  return [...inside, ...shared(organizations)];
}

function misfitsIn(one: Entry): Misfit[] {
  return [
    ...doubles(one.locations, 'locations', 'mpnId', ({ mpnId }) => mpnId),
    ...doubles(one.solutions, 'solutions', 'id', ({ id }) => id),
    ...doubles(one.members, 'members', 'email', ({ email }) => email),
    ...sameRules(one.routes),
    ...strayLocations(one),
  ];
}

function doubles<T>(list: readonly T[], name: string, field: string, read: (one: T) => string): Misfit[] {
  const values = list.map(read);
  return values.flatMap((value, number) =>
    value !== '' && values.indexOf(value) < number
      ? [{ path: `${name}.${number}.${field}`, message: `${value} is listed twice` }]
      : [],
  );
}

function sameRules(routes: Entry['routes']): Misfit[] {
  const leads = new Map<string, string>();
  return routes.flatMap((route, number) => {
    const other = leads.get(ruleKey(route));
    leads.set(ruleKey(route), route.channel);
    return other === undefined
      ? []
      : [
          {
            path: `routes.${number}`,
            message: `one rule leads to one channel, and this one leads to ${other} already`,
          },
        ];
  });
}

function strayLocations({ locations, routes, members }: Entry): Misfit[] {
  const known = new Set(locations.map(({ mpnId }) => mpnId));
  // One that can't be read may be any.
  if (known.has('')) return [];
  const stray = (path: string, mpnId: string) =>
    known.has(mpnId) || mpnId === ''
      ? []
      : [{ path, message: `${mpnId} is none of this organization's locations` }];
  return [
    ...routes.flatMap(({ location = '' }, number) => stray(`routes.${number}`, location)),
    ...members.flatMap((member, number) =>
      member.locations.flatMap((mpnId) => stray(`members.${number}.locations`, mpnId)),
    ),
  ];
}

/** What two organizations may not share, or one list twice. */
function shared(organizations: readonly Entry[]): Misfit[] {
  const lists = {
    id: organizations.map(({ id }) => [id]),
    tenantIds: organizations.map(({ tenantIds }) => tenantIds),
    intakeKeyDigests: organizations.map(({ intakeKeyDigests }) => intakeKeyDigests),
  };
  return Object.entries(lists).flatMap(([what, values]) => {
    const seen = new Map<string, number>();
    return values.flatMap((list, number) =>
      list.flatMap((value) => {
        const other = seen.get(value);
        seen.set(value, number);
        if (other === undefined || value === '') return [];
        const message =
          other === number
            ? `${value} is listed twice`
            : `${value} belongs to another organization already (organizations.${other})`;
        return [{ path: `organizations.${number}.${what}`, message }];
      }),
    );
  });
}
