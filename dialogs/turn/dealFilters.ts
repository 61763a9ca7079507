import { z } from 'zod';
import { markedStages } from '#domain/deal/decideProgress.ts';
import { type DealFilters, registrationStatuses, statusFilters } from '#domain/list/dealList.ts';
import { dealTypes } from '#domain/referral/dealType.ts';

/** They travel in both buttons of each row; a card has room for so much. */
const MOST_BYTES = 300;

const words = z.string().trim().min(1).max(100);
const worth = z.strictObject({
  amount: z.number().min(0).max(1e15),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

/** What a list is narrowed to this once, as a press says it; nothing else may stand in it. */
export const dealFilters = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    customer: words.optional(),
    type: z.enum(dealTypes).optional(),
    solution: words.optional(),
    status: z.enum(statusFilters).optional(),
    registration: z.enum(registrationStatuses).optional(),
    over: worth.optional(),
    under: worth.optional(),
    closingFrom: z.iso.date().optional(),
    closingTo: z.iso.date().optional(),
    stage: z.literal([...markedStages]).optional(),
    words: words.optional(),
    partner: words.optional(),
    overdue: z.literal(true).optional(),
    quiet: z.literal(true).optional(),
  })
  .refine(
    (filters) => Buffer.byteLength(JSON.stringify(filters)) <= MOST_BYTES,
  ) satisfies z.ZodType<DealFilters>;
