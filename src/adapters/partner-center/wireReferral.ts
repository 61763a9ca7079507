import { z } from 'zod';
import { isMeant, readWireTime, wireInstant } from './wireInstant.ts';

// Partner Center writes null where it has nothing, and mixes cases in names: see anyCase.ts.
const text = (max: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((value) => {
      const trimmed = value?.trim();
      return trimmed ? trimmed.slice(0, max) : undefined;
    });

// A date is nothing that a referral must have: one that can't be read costs it nothing, and is told (leftOut.ts).
const written = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined));

/** `wholeDay`: what a day without a time means. */
const moment = (wholeDay: (day: string) => string | undefined = (day) => day) =>
  written.transform((text) => {
    const instant = text === undefined ? undefined : wireInstant(text);
    if (text === undefined || instant === undefined || !isMeant(instant)) return undefined;
    return readWireTime(text)?.timed ? instant : wholeDay(instant);
  });

const amount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context) => {
    if (value === undefined || value === null || String(value).trim() === '') return undefined;
    const number = Number(value);
    if (Number.isFinite(number) && number >= 0) return number;
    context.addIssue({ code: 'custom', message: 'is not an amount (a number, zero or more)' });
    return z.NEVER;
  });

// Some stored dumps hold a single member where the API sends an array.
const listOf = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]),
    // Empty places go last, so that a problem is named by its place in what was sent.
    z.array(item.nullable()).transform((items) => items.filter((one): one is z.output<S> => one !== null)),
  );

/** A person in a team. */
export const wireMember = z.object({
  firstname: text(120),
  lastname: text(120),
  phonenumber: text(60),
  email: text(254),
  title: text(120),
});

/** Something named by id, as text or object; solutions say more of themselves. */
export const wireTag = z.union([
  z.string().transform((id) => ({ ...nothing, id: id.trim().slice(0, 200) || undefined })),
  z.object({
    id: text(200),
    name: text(200),
    type: text(60),
    publishername: text(200),
    solutiontype: text(60),
  }),
]);

const nothing = { name: undefined, type: undefined, publishername: undefined, solutiontype: undefined };

const address = z.object({
  addressline1: text(200),
  addressline2: text(200),
  city: text(120),
  state: text(120),
  region: text(120),
  postalcode: text(40),
  country: text(60),
});

// Written by everybody in another way: what can't be read says nothing.
const flag = z
  .unknown()
  .optional()
  .transform((value) => {
    const word = String(value).toLowerCase();
    return word === 'true' ? true : word === 'false' ? false : undefined;
  });

const required = (max: number) =>
  text(max).transform((value, context) => {
    if (value) return value;
    context.addIssue({ code: 'custom', message: 'is required' });
    return z.NEVER;
  });

/** A referral as Partner Center sends it, with property names in lower case; unknown properties pass. */
export const wireReferral = z.object({
  // Cut short, two ids could become one.
  id: required(101)
    .refine((id) => id.length <= 100, { message: 'is longer than 100 characters' })
    .refine((id) => /^[ -~]*$/.test(id), { message: 'holds characters that no id has' })
    // In an address these two mean another place, so the record could never be asked for.
    .refine((id) => !/^\.{1,2}$/.test(id), { message: 'must be more than dots' }),
  engagementid: text(200),
  organizationid: text(200),
  organizationname: text(200),
  name: text(250),
  externalreferenceid: text(200),
  campaignid: text(200),
  createddatetime: moment(),
  // A day alone doesn't say which of two deliveries of it is the later one.
  updateddatetime: moment(() => undefined),
  // Nobody's time has run out while that day lasts.
  expirationdatetime: moment((day) => `${day.slice(0, 10)}T23:59:59.0000000Z`),
  accepteddatetime: moment(),
  closeddatetime: moment(),
  status: text(60),
  substatus: text(60),
  statusreason: text(2000),
  salesstage: text(60).catch(undefined),
  qualification: text(60),
  direction: text(60),
  mpnid: text(60),
  customerprofile: z.object({
    name: required(250),
    address: address.nullish(),
    team: listOf(wireMember),
    ids: listOf(z.object({ profiletype: text(60), id: text(100) })).catch([]),
  }),
  consent: z
    .object({ consenttotoshareinfowithothers: flag, consenttosharereferralwithmicrosoftsellers: flag })
    .nullish()
    .catch(undefined),
  registrationstatus: text(60).catch(undefined),
  registrations: listOf(
    z.object({ status: text(60).catch(undefined), statusreason: text(2000).catch(undefined) }),
  ).catch([]),
  type: text(60).catch(undefined),
  details: z
    .object({
      notes: text(10_000),
      dealvalue: amount,
      currency: text(10),
      closingdatetime: written,
      requirements: z
        .object({
          industries: listOf(wireTag),
          products: listOf(wireTag),
          services: listOf(wireTag),
          solutions: listOf(wireTag),
        })
        .nullish(),
    })
    .nullish(),
  team: listOf(wireMember),
  invitecontext: z
    .object({
      notes: text(10_000),
      assistancerequestcode: text(100),
      invitedby: z.object({ organizationid: text(200), organizationname: text(200) }).nullish(),
    })
    .nullish(),
});

export type WireReferral = z.output<typeof wireReferral>;
export type WireMember = z.output<typeof wireMember>;
export type WireTag = z.output<typeof wireTag>;
