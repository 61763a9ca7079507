/** Where a card stands: in someone's own chat, or where a whole team reads it. */
export type Audience = 'personal' | 'channel';
