import type { WireObject } from '#ports/partnerCenter.ts';
import type { PartnerCenterApi, ReferralQuery } from '#ports/partnerCenterApi.ts';

export const CONTOSO = '11110000-0000-4000-8000-000000000001';

/** Records and how they are asked for, without a wire: for what is ours alone, whatever Partner Center answers. */
export interface MemoryPartnerCenter extends PartnerCenterApi {
  records: Map<string, WireObject>;
  /** Every request, in few words. */
  asked: string[];
  /** Called before each request; what it throws is what the caller gets. */
  before: ((request: string) => void | Promise<void>) | undefined;
  pageSize: number;
  put(...records: WireObject[]): void;
}

export function memoryPartnerCenter(): MemoryPartnerCenter {
  const ask = async (request: string) => {
    memory.asked.push(request);
    await memory.before?.(request);
  };
  const memory: MemoryPartnerCenter = {
    records: new Map(),
    asked: [],
    before: undefined,
    pageSize: 10,
    put(...records) {
      for (const record of records) memory.records.set(String(record.id).toLowerCase(), record);
    },
    async list(query, after) {
      await ask(after === undefined ? query.kind : `${query.kind} ${after}`);
      const all = listed(query, [...memory.records.values()]);
      const from = Number(after ?? 0);
      if (Number.isNaN(from)) throw new RangeError('no such page');
      const referrals = all.slice(from, from + memory.pageSize).map((one) => structuredClone(one));
      const end = from + memory.pageSize;
      return { referrals, ...(end < all.length && { next: String(end) }) };
    },
    async one(id) {
      await ask(`one ${id}`);
      const wire = memory.records.get(id.toLowerCase());
      return wire && { wire: structuredClone(wire) };
    },
    change: () => Promise.reject(new Error('nothing is written here')),
    create: () => Promise.reject(new Error('nothing is written here')),
  };
  return memory;
}

function listed(query: ReferralQuery, records: WireObject[]): WireObject[] {
  const by = (name: string) =>
    records.toSorted((one, other) => text(one, name).localeCompare(text(other, name)));
  switch (query.kind) {
    case 'everything':
      return by('createdDateTime');
    case 'created':
      return by('createdDateTime').reverse();
    case 'changes':
      return by('updatedDateTime').reverse();
    case 'pending':
      return records.filter(({ status }) => status === 'New');
    case 'engagement':
      return records.filter(({ engagementId }) => engagementId === query.engagementId);
  }
}

function text(record: WireObject, name: string): string {
  return String(record[name] ?? '');
}
