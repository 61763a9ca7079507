import { readAgreed } from '#dialogs/reading/readYesNo.ts';

/**
 * A contact behind whom it is said that they agreed: `Dana Reyes, dana@contoso.example, +1 206 555 0114, she agreed`.
 * The rest is the contact; only a yes counts, because a contact with a no is not asked for (CR-20).
 */
export function withAgreement(text: string): { text: string; changes: { consent?: true } } {
  const last = /^([\s\S]*@[\s\S]*?)(?:[,;\n，；。]|\. )\s*([^,;\n，；@\d]{1,60})$/u.exec(text.trim());
  if (!last?.[1] || !last[2] || readAgreed(last[2]) !== true) return { text, changes: {} };
  return { text: last[1], changes: { consent: true } };
}
