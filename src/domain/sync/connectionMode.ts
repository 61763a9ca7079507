/** How far an organization is connected with Partner Center. */
export type ConnectionMode =
  /** Nobody signed in. */
  | 'none'
  /** Referrals come in, nothing goes out: `PARTNER_CENTER_MODE=read`. */
  | 'read'
  | 'write';
