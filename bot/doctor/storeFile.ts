import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { about, type Finding } from './finding.ts';
import { type Due, lookAtDue } from './storeDue.ts';

const { ok, warning, wrong } = about('store');

/** What was seen in a store's file; undefined where there is none. */
export interface SeenFile {
  bytes: number;
  logBytes: number | undefined;
  useless?: string;
  layout?: { file: number; program: number };
  damage?: string | undefined;
  documents?: number;
  unreadable?: number;
  due?: Due;
}

const MEGABYTE = 1024 ** 2;
const LEAST_FREE = 100 * MEGABYTE;
/** A log grows beyond this only while somebody who reads holds it back. */
const LARGE_LOG = 1024 * MEGABYTE;
/** Of NFS and of SMB in its versions: locks of SQLite mean nothing there. */
const networkDisks = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42]);

/** The file of the embedded store, its folder and its disk. */
export function lookAtStoreFile(file: string, seen: SeenFile | undefined, now: Date): Finding[] {
  const path = resolve(file);
  if (!seen) return [...lookAtAbsent(path), ...lookAtDisk(path, 0)];
  return [
    ...lookAtContents(path, seen),
    ...lookAtRights(path),
    ...lookAtDisk(path, seen.bytes),
    ...lookAtDue(seen.due, now),
  ];
}

function lookAtAbsent(path: string): Finding[] {
  const folder = presentFolder(path);
  const isFolder = statSync(folder).isDirectory();
  if (isFolder && !may(folder, constants.X_OK)) {
    return [wrong(`this user may not look into ${folder}: run this as the user of the bot`)];
  }
  return isFolder && mayWrite(folder)
    ? [
        warning(
          `there is no file ${path} yet: the bot makes it at its first start; else SQLITE_FILE is another path`,
        ),
      ]
    : [wrong(`there is no file ${path}, and this user may not make it: give it the folder ${folder}`)];
}

function lookAtContents(
  path: string,
  { bytes, logBytes, useless, layout, damage, documents = 0, unreadable = 0 }: SeenFile,
): Finding[] {
  if (useless !== undefined) return [wrong(`${path} can't be read as a store of the bot: ${useless}`)];
  if (layout && layout.file > layout.program) {
    return [
      wrong(
        `${path} was written by a later version (layout ${layout.file}, here ${layout.program}): start that one`,
      ),
    ];
  }
  const size = `${documents.toLocaleString('en')} ${documents === 1 ? 'document' : 'documents'}, ${megabytes(bytes)}`;
  return [
    damage !== undefined && damage !== 'unread'
      ? wrong(`${path} is damaged (${damage}): stop the bot and restore a backup, npm run restore`)
      : ok(`${path}: ${size}, ${damage === 'unread' ? 'too large to be read through here' : 'whole'}`),
    ...(unreadable > 0
      ? [
          wrong(
            `${unreadable} of its documents can't be read and are left aside, the rest works: restore a backup, npm run restore`,
          ),
        ]
      : []),
    ...(layout && layout.file < layout.program
      ? [
          warning(
            `its layout is of an older version (${layout.file}, here ${layout.program}): back it up before the next start brings it up to date`,
          ),
        ]
      : []),
    ...((logBytes ?? 0) > LARGE_LOG
      ? [
          warning(
            `${path}-wal has grown to ${megabytes(logBytes ?? 0)}: some program keeps the file open for reading; end it`,
          ),
        ]
      : []),
  ];
}

function lookAtRights(path: string): Finding[] {
  const [folder, owner, me] = [dirname(path), statSync(path).uid, process.getuid?.()];
  const shut = [path, `${path}-wal`, `${path}-shm`, folder].filter(
    (one) => existsSync(one) && !mayWrite(one),
  );
  if (shut.length > 0) {
    return [
      wrong(
        `user ${me} may not write ${shut.join(', ')}: run this as the user of the bot, or give them to it`,
      ),
    ];
  }
  return me === undefined || me === 0 || owner === me
    ? []
    : [warning(`${path} belongs to user ${owner}, and this is user ${me}: run it as the user of the bot`)];
}

function lookAtDisk(path: string, bytes: number): Finding[] {
  const { bavail, bsize, type } = statfsSync(presentFolder(path));
  const free = bavail * bsize;
  const words = `${megabytes(free)} free on the disk of ${path}`;
  const space =
    free < LEAST_FREE
      ? wrong(`${words}: make room before it is full`)
      : free < bytes
        ? warning(
            `${words}: less than the file has itself; a backup beside it, or erasing a person, needs as much`,
          )
        : ok(words);
  return networkDisks.has(type)
    ? [space, wrong(`${path} lies on a network disk, where a store of SQLite gets damaged: use a local one`)]
    : [space];
}

function presentFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? folder : presentFolder(folder);
}

function mayWrite(path: string): boolean {
  return may(path, constants.W_OK);
}

function may(path: string, what: number): boolean {
  try {
    accessSync(path, what);
    return true;
  } catch {
    return false;
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
