/** So many conversations that are told to rest within so many milliseconds: then it is the tenant that is to rest. */
const CONVERSATIONS = 3;
const WITHIN = 2_000;

/**
 * Whom a 429 means: Teams does not say whether the conversation is full or the tenant. Of the tenant it is where several
 * conversations are told so at the same time.
 */
export function createThrottled(now: () => number): (conversationId: string) => boolean {
  let told: { conversationId: string; at: number }[] = [];
  return (conversationId) => {
    const at = now();
    told = told.filter((one) => one.at > at - WITHIN && one.conversationId !== conversationId);
    told.push({ conversationId, at });
    return told.length >= CONVERSATIONS;
  };
}
