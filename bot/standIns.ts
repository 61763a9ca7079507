import type { CustomerDirectory } from '../src/ports/customers.ts';
import type { Organizations } from '../src/ports/organizations.ts';
import type { SolutionCatalog } from '../src/ports/solutions.ts';

export const noCustomers: CustomerDirectory = {
  search: async () => ({ kind: 'nearest', customers: [] }),
  byId: async () => undefined,
};

export function fileSolutions(organizations: Organizations): SolutionCatalog {
  const all = (id: string) => organizations.byId(id)?.solutions ?? [];
  return {
    search: async ({ organization, text, kinds, limit }) =>
      all(organization)
        .filter((one) => kinds.includes(one.kind))
        .filter((one) => `${one.id} ${one.name}`.toLowerCase().includes(text.toLowerCase()))
        .slice(0, limit),
    byId: async (organization, id) =>
      all(organization).find((one) => one.id.toLowerCase() === id.toLowerCase()),
  };
}
