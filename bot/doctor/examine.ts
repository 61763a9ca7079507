import { dirname } from 'node:path';
import type { Looking } from '#bot/composeDoctor.ts';
import { type Config, readAllSettings } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { secretFilesOf } from '#bot/config/secretFiles.ts';
import type { Organization } from '#ports/organizations.ts';
import { type KeptFile, lookAtFiles } from './files.ts';
import { about, type Finding, type Subject } from './finding.ts';
import { lookAtIdentity } from './identity.ts';
import { lookAtClock, lookAtNetwork } from './network.ts';
import { lookAtOrganizations } from './organizations.ts';
import { lookAtConnection } from './partnerCenter.ts';
import { type BotService, botService, placesOf } from './places.ts';
import { lookAtProgram, thisMachine } from './program.ts';
import { lookAtSettings } from './settings.ts';
import { lookAtStore } from './store.ts';
import { lookAtTroubles } from './storeTroubles.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What is looked at, and how. */
interface Examined {
  env: Env;
  looking: Looking;
  now: Date;
  service?: BotService;
}

/** Everything in one pass, and nothing of it changed. Where one thing can't be looked at, the others are all the same. */
export async function examine({ env, looking, now, service = botService }: Examined): Promise<Finding[]> {
  const { config, problems } = readAllSettings(env);
  const { app, partnerCenter } = config;
  const path = config.organizationsFile;
  const listed = path
    ? lookAtOrganizations(path, partnerCenter !== undefined)
    : { findings: [], organizations: [] };
  const isLocal = app === undefined;
  const [files, store, outside, identity] = await Promise.all([
    looked('files', async () => lookAtFiles(filesOf(config, env))),
    looked('store', () => atStore(config, problems, listed.organizations, looking, now)),
    looked('network', () => atNetwork(config, service, looking)),
    looked('identity', async () =>
      app && isWhole(app, problems) ? lookAtIdentity(app, looking.refusalOf) : [],
    ),
  ]);
  return [
    ...lookAtProgram(thisMachine()),
    ...lookAtSettings(env, problems, isLocal),
    ...listed.findings,
    ...files,
    ...store,
    ...outside,
    ...identity,
  ];
}

/** What was found; where looking itself failed, that. */
async function looked(subject: Subject, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return failureWords(error).map(about(subject).wrong);
  }
}

async function atStore(
  config: Config,
  problems: readonly string[],
  organizations: readonly Organization[],
  looking: Looking,
  now: Date,
): Promise<Finding[]> {
  if (problems.some((one) => /^(COSMOS|SQLITE)_/.test(one))) {
    return [about('store').warning('not looked at, because its settings are wrong')];
  }
  const { findings, store } = await lookAtStore(config, looking, now);
  const { partnerCenter } = config;
  try {
    if (!store) return findings;
    const troubles = await Promise.all(
      organizations.map((one) => looked('delivery', () => lookAtTroubles(store, one))),
    );
    if (!partnerCenter) return [...findings, ...troubles.flat()];
    const vault = looking.vault(partnerCenter);
    const connections = organizations.map((one) =>
      looked('partner center', () => lookAtConnection({ store, vault }, one, now)),
    );
    return [...findings, ...troubles.flat(), ...(await Promise.all(connections)).flat()];
  } finally {
    await store?.close();
  }
}

async function atNetwork(config: Config, service: BotService, looking: Looking): Promise<Finding[]> {
  const caFile = config.partnerCenter?.caFile;
  const answers = await Promise.all(
    placesOf(config, service).map(async (place) => ({
      place,
      answer: await looking.answerOf(place.url, place.ownRoots ? caFile : undefined),
    })),
  );
  return [...lookAtNetwork(answers), ...lookAtClock(answers.map(({ answer }) => answer))];
}

/** Without all of it no token can be asked for. */
function isWhole({ id, type }: NonNullable<Config['app']>, problems: readonly string[]): boolean {
  return id !== '' && type !== '' && !problems.some((one) => one.startsWith('MicrosoftApp'));
}

function filesOf({ organizationsFile, partnerCenter, store }: Config, env: Env): KeptFile[] {
  const file = store.kind === 'sqlite' ? store.file : undefined;
  return [
    ...(organizationsFile
      ? [{ path: organizationsFile, what: 'people and digests of keys', isPrivate: true }]
      : []),
    ...secretFilesOf(env).map(([name, path]) => ({ path, what: name, isPrivate: true })),
    ...(partnerCenter?.caFile
      ? [{ path: partnerCenter.caFile, what: 'certificates that are trusted', isPrivate: false }]
      : []),
    ...(file
      ? [
          { path: dirname(file), what: 'folder of the store', isPrivate: false },
          ...['', '-wal', '-shm'].map((end) => ({ path: file + end, what: 'store', isPrivate: true })),
        ]
      : []),
  ];
}
