import { z } from 'zod';
import { defaultOptions, registrationPolicyDefaults, stagePercents } from '#domain/values/options.ts';

const policy = registrationPolicyDefaults;

/** CR-49; `{}` keeps to all of its thresholds. */
const registrationPolicy = z.strictObject({
  minimumValueUsd: z.number().min(0).default(policy.minimumValueUsd),
  hoursBeforeWon: z.int().min(0).default(policy.hoursBeforeWon),
  daysAfterSignature: z.int().min(1).default(policy.daysAfterSignature),
  daysSinceStart: z.int().min(0).default(policy.daysSinceStart),
  managedByMicrosoft: z.boolean().default(policy.managedByMicrosoft),
});

/** The later rules as the organizations file switches them on; everything is off without. */
export const organizationOptions = z
  .strictObject({
    partnerLed: z.boolean().default(defaultOptions.partnerLed),
    notesRequired: z.boolean().default(defaultOptions.notesRequired),
    closeAsError: z.boolean().default(defaultOptions.closeAsError),
    assessmentsFixed: z.boolean().default(defaultOptions.assessmentsFixed),
    assessmentDetailsRequired: z.boolean().default(defaultOptions.assessmentDetailsRequired),
    channelTexts: z.boolean().default(defaultOptions.channelTexts),
    registrationPolicy: registrationPolicy.optional(),
    escalateAfterDays: z.int().min(1).max(13).optional(),
    fiscalYearStart: z.int().min(1).max(12).optional(),
    keepClosedMonths: z.int().min(1).max(120).optional(),
  })
  .default(defaultOptions);

const stageName = z.string().trim().min(1).max(40);

/** A company's own names of the sales stages, by percentage (CR-40). */
export const stageNames = z
  .strictObject(Object.fromEntries(stagePercents.map((percent) => [percent, stageName.optional()])))
  .optional();
