import type { Switches } from '#bot/demo/standIn/switches.ts';

const OF_STATUS = ['/status', '/substatus', '/statusReason'];
const OF_DETAILS = ['/details/notes', '/details/dealValue', '/details/currency', '/details/closingDateTime'];

/** Those that a client of Microsoft's own is known to send. */
const connector = [
  ...OF_STATUS,
  ...OF_DETAILS,
  '/salesStage',
  '/externalReferenceId',
  '/campaignId',
  '/team',
  '/consent/consentToShareReferralWithMicrosoftSellers',
  '/customerProfile/team',
  '/customerProfile/size',
  '/details/requirements',
  '/inviteContext/notes',
  '/inviteContext/assistanceRequestCode',
  '/qualification',
];

const editable = [
  ...OF_STATUS,
  '/name',
  '/favorite',
  '/externalReferenceId',
  '/campaignId',
  '/salesStage',
  '/tags',
  '/team',
  '/customerProfile/team',
  '/consent',
  '/details',
];

/** What only the service writes, or what nobody changes once there is a referral. */
const OF_SERVICE =
  /^\/(id|engagementId|organizationId|organizationName|type|direction|createdDateTime|updatedDateTime|eTag|mpnId|links|trackingInfo|registrationStatus|target|expirationDateTime|acceptedDateTime|closedDateTime)(\/|$)/;

/** Whether a patch may name the path, registrations aside. */
export function isEditable(path: string, { patchPaths, becomesCoSell, teamReplace }: Switches): boolean {
  if (path === '/inviteContext/assistanceRequestCode') return becomesCoSell === 'help-path';
  if (path === '/team' && teamReplace === 'refused') return false;
  if (patchPaths === 'everything') return !OF_SERVICE.test(path);
  const paths = patchPaths === 'connector' ? connector : editable;
  return paths.some((one) => path === one || path.startsWith(`${one}/`));
}
