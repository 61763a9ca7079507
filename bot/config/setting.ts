import { z } from 'zod';

export const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A setting that may be left out. An empty variable is what a deployment template leaves where nothing was filled in. */
export const setting = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);
