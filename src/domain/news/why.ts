/**
 * Why somebody gets a message (CR-51, CR-55). `everyone`: trial mode, in which all are admins; `handed`: the deal was
 * handed over to them; `deputy`: they stand in for a colleague in its team.
 */
export type Why = PersonalWhy | ChannelWhy;
/** `route`: an administrator led such referrals there. */
export type ChannelWhy = 'channel' | 'route';
export type PersonalWhy = 'handed' | 'team' | 'deputy' | 'admin' | 'location-admin' | 'everyone';
