/** How cards point to Partner Center. */
export interface Links {
  partnerCenter: (referralId: string) => string;
  /** True while decisions made here do not reach Partner Center by themselves. */
  mustEnterInPartnerCenter: boolean;
}
