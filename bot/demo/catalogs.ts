import type { Solution } from '#domain/referral/referral.ts';
import type { CustomerFacts } from '#ports/customers.ts';

/** Solutions of the demo's own organization (CR-23); everything here is invented. */
export const demoSolutions: readonly Solution[] = [
  { id: 'SOL-15974-MQF', name: 'Contoso Analytics', kind: 'own', publisher: 'Contoso', incentive: true },
  {
    id: 'SOL-15975-KLD',
    name: 'Contoso Migration Factory',
    kind: 'own',
    publisher: 'Contoso',
    incentive: true,
    ipCosell: true,
  },
  { id: 'SOL-15976-WPX', name: 'Contoso Workplace', kind: 'own', publisher: 'Contoso' },
  { id: 'SOL-15977-SHD', name: 'Contoso Shield', kind: 'own', publisher: 'Contoso', incentive: true },
  { id: 'SOL-15978-STR', name: 'Contoso Store Cockpit', kind: 'own', publisher: 'Contoso' },
  { id: 'SOL-15979-LRN', name: 'Contoso Learning Paths', kind: 'own', publisher: 'Contoso' },
  { id: 'SOL-40001-FAB', name: 'Fabrikam Ledger', kind: 'third-party', publisher: 'Fabrikam' },
  { id: 'SA-2001', name: 'Cloud migration assessment', kind: 'assessment', publisher: 'Microsoft' },
  { id: 'SA-2002', name: 'Security posture assessment', kind: 'assessment', publisher: 'Microsoft' },
];

/** Those of the partner that can be invited. */
export const demoPartnerSolutions: readonly Solution[] = [
  { id: 'SOL-40001-FAB', name: 'Fabrikam Ledger', kind: 'own', publisher: 'Fabrikam' },
];

/** Microsoft's, as all organizations share them. */
export const demoMicrosoftSolutions: readonly Solution[] = [
  'Azure Kubernetes Service',
  'Azure OpenAI Service',
  'Azure SQL Database',
  'Dynamics 365 Sales',
  'Microsoft 365 E5',
  'Microsoft Copilot for Microsoft 365',
  'Microsoft Fabric',
  'Power Platform',
].map((name, number) => ({ id: `MS-${101 + number}`, name, kind: 'microsoft', publisher: 'Microsoft' }));

/** Companies for the directory of customers; two of one name in one place, told apart by their D-U-N-S numbers. */
export const demoCustomers: readonly CustomerFacts[] = [
  customer(
    'Northwind Traders',
    '14 Harbor Street',
    'Seattle',
    'WA',
    '98101',
    'US',
    '000000101',
    '6-NWTRADERS',
  ),
  customer('Contoso Retail', '400 Pike Street', 'Seattle', 'WA', '98101', 'US', '000000102', '6-CRETAIL001'),
  customer(
    'Contoso Retail',
    '12 Occidental Avenue S',
    'Seattle',
    'WA',
    '98104',
    'US',
    '000000103',
    '6-CRETAIL002',
  ),
  customer('Fabrikam Inc', '1 Main Street', 'Cleveland', 'OH', '44114', 'US', '000000104'),
  customer(
    'Adventure Works GmbH',
    'Lindenallee 8',
    'Köln',
    undefined,
    '50668',
    'DE',
    '000000105',
    '6-ADVWORKSDE',
  ),
  customer('Tailspin Toys Ltd', '7 Quay Road', 'Cork', undefined, 'T12 X1', 'IE', '000000106'),
  customer(
    'Wide World Importers',
    'Via Torino 21',
    'Milano',
    'MI',
    '20123',
    'IT',
    '000000107',
    '6-WWIMPORTIT',
  ),
  customer('Litware Nordic AB', 'Sveavägen 44', 'Stockholm', undefined, '111 34', 'SE', '000000108'),
  customer('Blue Yonder Airlines', '233 S Wacker Drive', 'Chicago', 'IL', '60606', 'US', '000000109'),
  customer('Coho Winery', 'Rua do Ouro 5', 'Porto', undefined, '4150-553', 'PT', '000000110'),
  customer('蓝天制造有限公司', '南京西路 1266 号', '上海', undefined, '200040', 'CN', '000000111'),
  customer(
    'ООО «Северный ветер»',
    'Невский проспект, 28',
    'Санкт-Петербург',
    undefined,
    '191186',
    'RU',
    '000000112',
  ),
];

function customer(
  name: string,
  street: string,
  city: string,
  state: string | undefined,
  postalCode: string,
  country: string,
  duns: string,
  microsoftAccountId?: string,
): CustomerFacts {
  return { name, addressLines: [street], city, state, postalCode, country, duns, microsoftAccountId };
}
