/**
 * What the real service answers where its contract is silent or contradicts itself: each value was thought possible,
 * the first of each is the likeliest and the default. Numbers are those of the list of silent points.
 */
export const switchValues = {
  /** 1: what `@odata.count` counts. */
  count: ['all', 'page', 'absent'],
  /** 2: the published sample is http and lacks `/engagements`. */
  nextLink: ['http-without-engagements', 'right', 'typo', 'other-host', 'absent'],
  /** 3: what `$top` limits. The sample has both `$top` and a next link. */
  top: ['page', 'total'],
  /** 4: what a page goes on from while rows change. */
  paging: ['key', 'offset', 'snapshot'],
  /** 4: the order among rows that changed in the same moment; shuffled anew at each request, or not. */
  ties: ['by-id', 'shuffled'],
  /** 5: a filter by `updatedDateTime` or `createdDateTime`. */
  dateFilter: ['taken', 'refused', 'ignored'],
  /** 5: how a moment in a filter has to be written; the other way is refused. */
  dateLiteral: ['unquoted', 'either', 'quoted'],
  /** 6: the eTag on rows of a list. */
  rowETag: ['present', 'absent'],
  /** 7: whether Microsoft's copies stand in lists. */
  msftCopies: ['by-engagement', 'always', 'never'],
  /** 8: the direction of a deal that was created here. */
  ownDirection: ['Outgoing', 'Incoming'],
  /** 9: the answer to what one may not see. */
  forbidden: [403, 404],
  /** 10: when a new referral is in lists; how late is said by `faults.listDelay`. */
  newInLists: ['at-once', 'late'],
  /** 11: digits of a second's fraction; trimmed is up to seven without zeros at the end. */
  fractions: ['trimmed', 7, 3, 0],
  /** 12: the status of an answer to POST. */
  createdStatus: [201, 200],
  /** 13: whether an own deal is born accepted, whatever was asked for. */
  bornAs: ['accepted', 'asked'],
  /** 14: whose record the second POST answers with. */
  secondPostRecord: ['microsofts', 'own'],
  /** 14: the direction of Microsoft's copy. */
  copyDirection: ['Outgoing', 'Incoming'],
  /** 14: the substatus in which Microsoft's copy begins. */
  copySubstatus: ['Pending', 'Received', 'Accepted'],
  /** 15: a second invitation of Microsoft. */
  secondInvitation: ['refused', 'copied'],
  /** 16: the header by which a repeated POST is known. */
  idempotency: ['none', 'ms-requestid', 'request-id'],
  /** 17: how a private deal becomes co-sell. */
  becomesCoSell: ['second-post', 'second-post-type-stays', 'help-path', 'never'],
  /** 18: properties of a POST that the contract does not know. */
  unknownProperties: ['dropped', 'refused'],
  /** 18: the parts of an address that must be there. */
  addressRequired: ['bulk', 'country', 'full'],
  /** 18: when the customer needs a contact. */
  contactRequired: ['co-sell', 'never', 'always'],
  /** 18: the location of a deal that was created without one. */
  locationWhenNone: ['first', 'none', 'refused'],
  /** 19: which paths a patch may name beside registrations. */
  patchPaths: ['editable', 'connector', 'everything'],
  /** 20: the code of a 412. */
  clashCode: ['preconditionFailed', 'resourceModified'],
  /** 21: the answer to a patch of a closed referral. */
  closedPatch: [400, 409, 403],
  /** 21: whether a closed referral may still become a favorite. */
  closedFavorite: ['refused', 'allowed'],
  /** 22: by the table of the documents New may become Won and Active may become Declined. */
  transitions: ['table', 'rules'],
  /** 23: how a sales stage is answered. */
  salesStage: ['percentage', 'word', 'number'],
  /** 23: how a sales stage has to be sent. */
  salesStageTaken: ['any', 'as-answered'],
  /** 24: whether the whole team may be replaced, the one way to remove a member. */
  teamReplace: ['allowed', 'refused'],
  /** 25: the first state of a registration. */
  registrationStart: ['ReviewPending', 'ActionRequired', 'Approved'],
  /** 25: whether eligibility is checked. */
  eligibility: ['unchecked', 'checked'],
  /** 25: a second registration. */
  secondRegistration: ['refused', 'added'],
  /** 25: when a registration may be edited. */
  registrationEdit: ['action-required', 'until-final'],
  /** 26: where the code 900421 stands in the body. */
  mfaCodeIn: ['classic', 'code', 'inner', 'message'],
  /** 27: the refresh token that was used, once there is a new one. */
  oldRefreshToken: ['lives', 'dies'],
  /** 28: the answer to a token without the claims that are needed. */
  missingClaims: [403, 'challenge'],
  /** 29: whether the host is known to instance discovery. */
  instanceDiscovery: ['known', 'unknown'],
  /** 30: which record the id in `related-referral-*` names. */
  relatedId: ['microsofts', 'own'],
  /** 31: whether what was changed by the API comes back as an event. */
  ownChanges: ['come-back', 'silent'],
  /** 31: a second registration of a webhook by POST. */
  secondWebhook: ['replaces', 'fails'],
  /**
   * 32: who issued the certificate of deliveries, and where that issuer is found. The real one probably names the
   * address of its issuer; the root is first because every receiver gets along with it.
   */
  issuer: ['root', 'by-aia', 'in-file', 'nowhere'],
  /** 33: the host that serves the certificate: 127.0.0.1 as everything, or localhost. */
  certificateHost: ['same', 'other'],
  /** 33: the form of the certificate file. */
  certificateForm: ['der', 'base64'],
  /** Section 9 of the contract: whether only the roles that are listed may register a webhook. */
  webhookRoles: ['any', 'listed'],
  /** Section 12: whether the host of the referrals asks for MFA as the other one does. */
  mfaEnforced: ['yes', 'no'],
  /** 34: how the body of a delivery is written. */
  deliveryBody: ['compact', 'pretty'],
} as const;

export type Switches = { -readonly [Name in keyof typeof switchValues]: (typeof switchValues)[Name][number] };

/** The first value of each, but for those that are set. */
export function switchesWith(set: Partial<Switches> = {}): Switches {
  const first = Object.entries(switchValues).map(([name, values]) => [name, values[0]]);
  return { ...Object.fromEntries(first), ...set };
}
