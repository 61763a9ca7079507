/** Where a card stands: in someone's own chat, or where a whole team reads it. */
export type Audience = 'personal' | 'channel';

/**
 * Why somebody gets a referral (CR-51, CR-55); `everyone` is the trial mode, where all are admins, `handed` means that
 * it was handed over to them.
 */
export type Why = 'channel' | 'route' | 'handed' | 'admin' | 'location-admin' | 'team' | 'everyone';
