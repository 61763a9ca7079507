import type { TextKey } from '#cards/say.ts';

export const setupItemTexts = {
  identity: 'admin.setup.identity',
  organization: 'admin.setup.organization',
  intake: 'admin.setup.intake',
  admin: 'admin.setup.admin',
  members: 'admin.setup.members',
  delivery: 'admin.setup.delivery',
  locations: 'admin.setup.locations',
  channels: 'admin.setup.channels',
  customers: 'admin.setup.customers',
  solutions: 'admin.setup.solutions',
  partnerCenter: 'admin.setup.partnerCenter',
  crm: 'admin.setup.crm',
} satisfies Record<string, TextKey>;

export const setupTodoTexts = {
  identity: 'admin.setup.identity.todo',
  organization: 'admin.setup.organization.todo',
  intake: 'admin.setup.intake.todo',
  admin: 'admin.setup.admin.todo',
  members: 'admin.setup.members.todo',
  delivery: 'admin.setup.delivery.todo',
  locations: 'admin.setup.locations.todo',
  channels: 'admin.setup.channels.todo',
  customers: 'admin.setup.customers.todo',
  solutions: 'admin.setup.solutions.todo',
  partnerCenter: 'admin.setup.partnerCenter.todo',
  crm: 'admin.setup.crm.todo',
} satisfies Record<string, TextKey>;
