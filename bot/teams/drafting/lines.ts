import type { OpenDraft } from '../../../src/app/draftRecord.ts';
import type { DealDraft, DealEntries } from '../../../src/domain/draft.ts';
import { customerOf, searchCustomers } from './looking.ts';
import type { DraftingDeps, Setting } from './setting.ts';

/** What a deal begins with. */
export interface Taken {
  changes: DealEntries;
  /** Taken from the line that was typed. */
  entries?: readonly (keyof DealEntries)[] | undefined;
  from?: DealDraft['from'];
  lead?: string | undefined;
  refused?: OpenDraft['refused'];
  customers?: OpenDraft['customers'];
}

/** Understands the line that a deal begins with. */
export async function linesTaken(deps: DraftingDeps, setting: Setting, text: string): Promise<Taken> {
  const line = text.trim();
  if (!line) return { changes: {} };
  const { kind, found, offered } = await searchCustomers(deps, setting, line);
  const [only, ...more] = found;
  if (kind === 'matches' && only && more.length === 0)
    return { changes: { customer: customerOf(only) }, entries: ['customer'] };
  return { changes: {}, customers: offered };
}
