import { formatList, type Reader } from '#cards/format.ts';
import { clip, literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { helpKinds, type ReferralFacts } from '#domain/referral/referral.ts';

/** What Microsoft can help with. */
export const helpTexts = {
  WorkloadSpecificValueProposition: 'referral.help.WorkloadSpecificValueProposition',
  CustomerTechnicalArchitecture: 'referral.help.CustomerTechnicalArchitecture',
  ProofOfConceptOrDemo: 'referral.help.ProofOfConceptOrDemo',
  QuotesOrLicensing: 'referral.help.QuotesOrLicensing',
  PostSalesCustomerSuccess: 'referral.help.PostSalesCustomerSuccess',
  GeneralOrOther: 'referral.help.GeneralOrOther',
} satisfies Record<string, TextKey>;

const serviceTexts = {
  ConsultingAndProfessional: 'referral.service.ConsultingAndProfessional',
  CustomSolution: 'referral.service.CustomSolution',
  DeploymentOrMigration: 'referral.service.DeploymentOrMigration',
  Hardware: 'referral.service.Hardware',
  Integration: 'referral.service.Integration',
  IPServices: 'referral.service.IPServices',
  LearningAndCertification: 'referral.service.LearningAndCertification',
  Licensing: 'referral.service.Licensing',
  ManagedServices: 'referral.service.ManagedServices',
  ProjectServices: 'referral.service.ProjectServices',
} satisfies Record<string, TextKey>;

/** Products whose code is no readable name. */
const products = new Map(
  Object.entries({
    enterprisemobilityandsecurity: 'Enterprise Mobility + Security',
    developertools: 'Developer Tools',
    dynamics365business: 'Dynamics 365 Business',
    dynamics365enterprise: 'Dynamics 365 Enterprise',
    microsoft365: 'Microsoft 365',
    powerbi: 'Power BI',
    skypeforbusiness: 'Skype for Business',
    surfacehub: 'Surface Hub',
  }),
);

const services = [
  'ConsultingAndProfessional',
  'CustomSolution',
  'DeploymentOrMigration',
  'Hardware',
  'Integration',
  'IPServices',
  'LearningAndCertification',
  'Licensing',
  'ManagedServices',
  'ProjectServices',
] as const;

const SHOWN = 6;

/** What the customer looks for, in one line; empty when nothing is stated. */
export function wantedText(wanted: ReferralFacts['wanted'], reader: Reader): string {
  const names = [
    ...wanted.solutions.map(productName),
    ...wanted.products.map(productName),
    ...wanted.services.map((code) => serviceName(code, reader)),
  ].filter((name) => name !== '');
  const unique = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  const shown = unique.slice(0, SHOWN).map((name) => clip(literal(name), 60));
  const more = unique.length - shown.length;
  if (more > 0) shown.push(say(reader.language, 'referral.card.andMore', { count: more }));
  return formatList(shown, reader);
}

/** The kind of help asked for; a code we do not know as it came, nothing when none is wanted. */
export function assistanceText(code: string | undefined, reader: Reader): string {
  if (!code || /^(unknown|none)$/i.test(code)) return '';
  const known = helpKinds.find((one) => one.toLowerCase() === code.toLowerCase());
  return known ? say(reader.language, helpTexts[known]) : clip(literal(code), 80);
}

function productName(name: string): string {
  return products.get(name.toLowerCase()) ?? name.trim();
}

function serviceName(name: string, reader: Reader): string {
  const bare = name
    .replace(/\(.*\)$/, '')
    .trim()
    .toLowerCase();
  const known = services.find((one) => one.toLowerCase() === bare);
  return known ? say(reader.language, serviceTexts[known]) : name.trim();
}
