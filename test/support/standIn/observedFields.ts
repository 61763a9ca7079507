/** Names of fields that real answers of Partner Center were seen to have, by where they stand. */
export const observedFields: Readonly<Record<string, string>> = {
  '': `id engagementId name organizationId organizationName lastModifiedVia lastRunId externalReferenceId
    createdDateTime updatedDateTime expirationDateTime status substatus statusReason qualification type
    referralSource eTag favorite campaignId salesStage quality isSpam direction mpnId referralProgram
    dealSensitivity createdVia tags acceptedDateTime closedDateTime callToAction registrationStatus target
    customerProfile consent details team inviteContext links trackingInfo registrations`,
  customerProfile: 'name size isMatchingComplete address team ids',
  'customerProfile/address': 'addressLine1 addressLine2 city state postalCode country region',
  'customerProfile/team/0': 'firstName lastName phoneNumber email title contactPreference',
  'customerProfile/team/0/contactPreference': 'locale disableNotifications',
  consent: 'consentToToShareInfoWithOthers consentToContact consentToShareReferralWithMicrosoftSellers',
  details: `notes dealValue currency closingDateTime customerRequestedContact customerAction incentiveLevel
    requirements`,
  'details/requirements': 'industries products services solutions salesPlays additionalRequirements',
  'details/requirements/solutions/0': `id name type price quantity currency publisherName solutionType
    closingDateTime`,
  'details/requirements/additionalRequirements/iot': `customerLicenseAgreementNumber deviceCategory siliconType
    azureCertifiedDevice attachServices`,
  'team/0': 'firstName lastName phoneNumber email title contactPreference',
  inviteContext: 'notes assistanceRequestCode invitedMpnId invitedBy',
  'inviteContext/invitedBy': 'organizationId organizationName',
  'links/relatedReferrals': 'uri method',
  'links/self': 'uri method',
  trackingInfo: `microsoftMsxId microsoftUSFedOpportunityId microsoftUSFedLeadId migratedPSCDealId
    migratedPSCPartnerDealId`,
  'registrations/0': `id registrationDateTime status statusReason contract solutionDetails statusHistory`,
  'registrations/0/contract': 'value currency startDateTime endDateTime signDateTime term',
  'registrations/0/solutionDetails/0': `id name value isDeployedOnAzure primaryDeploymentOn pricingModel
    marketplaceTransactionDetails`,
  'registrations/0/statusHistory': `reviewPendingDateTime actionRequiredDateTime passedDateTime failedDateTime
    approvedDateTime`,
};
