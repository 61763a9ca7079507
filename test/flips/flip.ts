import { verbs } from '#bot/dispatch/verbs.ts';

// Loaded before the tests: `FLIP='deal.win right admin'` makes one row say something else.
const [verb = '', flag = '', value = ''] = (process.env.FLIP ?? '').split(' ');
const row: Record<string, unknown> = (verbs as Readonly<Record<string, object>>)[verb] as never;
if (value === '') delete row[flag];
else row[flag] = value === 'true' ? true : value;
