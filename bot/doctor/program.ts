import { totalmem } from 'node:os';
import { about, type Finding } from './finding.ts';

const { ok, warning, wrong } = about('program');
const LEAST_NODE = 24;
/** What the bot takes when little happens, and what it should have. */
const LEAST_MEMORY = 200 * 1024 ** 2;
const GOOD_MEMORY = 400 * 1024 ** 2;

/** What the program runs on. */
export interface Machine {
  node: string;
  /** What this process may take at most, in bytes. */
  memory: number;
  root: boolean;
}

/** This process and the machine under it. */
export function thisMachine(): Machine {
  const total = totalmem();
  // Without a limit it is none at all, or more than there is.
  const limit = process.constrainedMemory() || total;
  return {
    node: process.versions.node,
    memory: Math.min(limit, total),
    root: process.getuid?.() === 0,
  };
}

/** Whether the bot can run on it. */
export function lookAtProgram({ node, memory, root }: Machine): Finding[] {
  const megabytes = `${Math.round(memory / 1024 ** 2).toLocaleString('en')} MB`;
  return [
    Number.parseInt(node, 10) >= LEAST_NODE
      ? ok(`Node ${node}`)
      : wrong(`Node ${node}: Node ${LEAST_NODE} is needed; run npm ci, which brings it along`),
    memory >= GOOD_MEMORY
      ? ok(`${megabytes} of memory at most`)
      : (memory < LEAST_MEMORY ? wrong : warning)(
          `${megabytes} of memory at most: the bot takes about 200 MB at rest, so give it 400 MB`,
        ),
    ...(root
      ? [
          warning(
            'this runs as root, who may do everything: as the user of the bot it also sees what the bot may not do',
          ),
        ]
      : []),
  ];
}
