import { z } from 'zod';
import { languages } from '#cards/say.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import { isSolutionId } from '#domain/referral/solutions.ts';
import { readCountry } from '#domain/values/countries.ts';
import { organizationOptions, stageNames } from './organizationOptions.ts';
import { isTimeZone } from './timeZone.ts';
import { isWebAddress } from './webAddress.ts';

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID');
const digest = z.string().regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 digest: npm run intake:key prints one');
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin');

const workingHours = z
  .strictObject({
    timeZone,
    start: clockTime.default(9 * 60),
    end: clockTime.default(17 * 60),
    days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  })
  // Turned round, because what is no time compares with nothing and has a problem of its own already.
  .refine((hours) => !(hours.start >= hours.end), { path: ['end'], message: 'must be later than start' });

/** What differs from the settings of the deployment. */
const partnerCenter = z.strictObject({
  tenantId: guid.transform((id) => id.toLowerCase()).optional(),
  clientId: guid.transform((id) => id.toLowerCase()).optional(),
  mode: z.enum(['write', 'read']).optional(),
});

const member = z.strictObject({
  email: z.email('must be an e-mail address').transform((email) => email.toLowerCase()),
  role: z.enum(['referrals-admin', 'referrals-user']),
  locations: z
    .union([z.literal('all'), z.array(z.string().min(1)).min(1)], {
      error: 'must be "all" or a list of at least one mpnId, such as ["1234567"]',
    })
    .default('all'),
});

/** One organization of the file, field by field. */
export const organizationEntry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9 and -')
    // Data that all organizations share stands under these names.
    .refine((id) => !['customers', 'solutions'].includes(id), 'may not be customers or solutions'),
  name: z.string().min(1).max(120),
  partnerCenterId: z.string().min(1),
  tenantIds: z.array(guid.transform((id) => id.toLowerCase())).min(1),
  intakeKeyDigests: z
    .array(digest.transform((text) => text.toLowerCase()))
    .max(2)
    .default([]),
  customersByHttp: z.boolean().default(false),
  locations: z
    .array(
      z.strictObject({
        mpnId: z.string().min(1),
        name: z.string().min(1),
        country: z
          .string()
          .refine(
            (code) => code.length === 2 && readCountry(code) !== undefined,
            'must be a country in two letters, such as US or DE',
          )
          .transform((code) => readCountry(code) ?? code),
      }),
    )
    .default([]),
  members: z.array(member).default([]),
  routes: z
    .array(
      z.strictObject({
        channel: z.string().min(1),
        location: z.string().min(1).optional(),
        solution: z.string().min(1).optional(),
      }),
    )
    .default([]),
  solutions: z
    .array(
      z.strictObject({
        id: z.string().refine(isSolutionId, 'must be 1 to 100 characters without blanks and commas'),
        name: z.string().trim().min(1).max(250),
        kind: z.enum(solutionKinds).default('own'),
        publisher: z.string().max(250).optional(),
        incentive: z.boolean().default(false),
        ipCosell: z.boolean().default(false),
      }),
    )
    .default([]),
  vetted: z.boolean().default(false),
  crmUrl: z
    .string()
    .refine((text) => isWebAddress(text.replaceAll('{id}', '1')), {
      message: 'must be a complete web address such as https://crm.example/deals/{id}',
    })
    .refine((text) => text.includes('{id}'), {
      message: 'must have {id} where the id of the deal in the CRM belongs',
    })
    .optional(),
  partnerCenter: partnerCenter.optional(),
  options: organizationOptions,
  stageNames,
  workingHours,
  language: z
    .string()
    .refine((tag) => languages.some((one) => one === tag), {
      message: `must be one of ${languages.join(', ')}`,
    })
    .optional(),
});
