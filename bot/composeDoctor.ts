import { lookAtFile } from '#adapters/sqlite/lookAtFile.ts';
import { knockAt } from '#adapters/system/knocking.ts';
import { certificatesIn, usualRoots } from '#adapters/system/trustedRoots.ts';
import type { TokenVault } from '#ports/tokenVault.ts';
import { vaultOf } from './composeConnections.ts';
import { answeredInTime, createProveApp, microsoft, type SignInPlace } from './composeProving.ts';
import { orderings } from './composeStore.ts';
import type { Config } from './config/config.ts';

/** What differs where the world outside is another one. */
export interface World extends SignInPlace {
  /** Of the SDK of Cosmos DB. */
  cosmos?: object;
}

const WITHIN = 10_000;
/** Cosmos DB is asked for no more documents that are due than this. */
const MOST_READ = 100;

/** How the doctor sees the store, the network and the identity; nothing of it changes anything. */
export function composeDoctor(world: World = microsoft) {
  const roots = [...usualRoots(), ...world.roots];
  return {
    file: lookAtFile,
    async account({ endpoint, key, database }: Extract<Config['store'], { kind: 'cosmos' }>, now: Date) {
      const { lookAtCosmos } = await import('#adapters/cosmos/lookAtCosmos.ts');
      const seen = await lookAtCosmos({
        endpoint,
        database,
        orderings,
        ...(key && { key }),
        ...world.cosmos,
      });
      const { store } = seen;
      const limits = { total: MOST_READ, perOrganization: MOST_READ };
      // Without its index it can't be asked, and that is told by itself.
      const due = await store?.due(now.toISOString(), limits).catch(() => undefined);
      if (!due) return seen;
      const [since] = due.flatMap(({ dueAt }) => dueAt ?? []).sort();
      return { ...seen, due: { count: due.length, more: due.length >= MOST_READ, since } };
    },
    /** The indexes of a container, as they are entered in the portal. */
    async policy() {
      const { indexingPolicy } = await import('#adapters/cosmos/policy.ts');
      return indexingPolicy(orderings);
    },
    answerOf(url: string, caFile: string | undefined) {
      return knockAt(url, [...roots, ...certificatesIn(caFile)], WITHIN);
    },
    refusalOf: createProveApp(world),
    /** Where sign-ins to Partner Center are kept. */
    vault(settings: NonNullable<Config['partnerCenter']>): Pick<TokenVault, 'take'> {
      const vault = vaultOf(settings, [...roots, ...certificatesIn(settings.caFile)]);
      return { take: (organization, held) => answeredInTime(vault.take(organization, held)) };
    },
  };
}

export type Looking = ReturnType<typeof composeDoctor>;
