import type { Config } from '#bot/config/config.ts';
import { type ProveApp, proveIdentity } from '#bot/config/identity/proveIdentity.ts';
import { about, type Finding } from './finding.ts';

const { ok, wrong } = about('identity');

/** Whether the bot gets a token to send with. */
export async function lookAtIdentity(app: NonNullable<Config['app']>, prove: ProveApp): Promise<Finding[]> {
  const proof = await proveIdentity(app, prove);
  if (proof.kind === 'given') return [ok(`there is a token for app ${app.id} (${app.type})`)];
  return [wrong(proof.words)];
}
