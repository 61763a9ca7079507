import { type SyncField, syncFields } from '#domain/referral/unsynced.ts';

/** What somebody says that they entered; none where nothing was chosen or the button is too old. */
export function parseEntered(data: Readonly<Record<string, unknown>>): readonly SyncField[] {
  const sent = data.fields ?? data[`fields.${String(data.form)}`];
  const named = typeof sent === 'string' ? sent.split(',').map((one) => one.trim()) : [];
  return syncFields.filter((field) => named.includes(field));
}
