import { escaped } from '#cards/outside.ts';

/** A link in a text that reads markdown; the text alone where the address is none. */
export function markdownLink(text: string, url: string | undefined): string {
  const address = url
    ?.replace(/[\s<>"]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return address && /^https?:\/\//i.test(address) ? `[${escaped(text)}](${address})` : escaped(text);
}

const MOST_PEOPLE = 20;
const MOST_LENGTH = 1800;

/** The documented Teams link that opens a chat with these people; as many of them as a link can hold. */
export function chatUrl(addresses: readonly string[], topic: string): string {
  const spelled = addresses
    .slice(0, MOST_PEOPLE)
    .map((address) => encodeURIComponent(address.toWellFormed()));
  // Only a chat of several has a name.
  const named = spelled.length > 1 && topic ? `&topicName=${encodeURIComponent(topic.toWellFormed())}` : '';
  const room = MOST_LENGTH - named.length;
  let users = '';
  for (const address of spelled) {
    const next = users === '' ? address : `${users},${address}`;
    if (next.length > room) break;
    users = next;
  }
  return `https://teams.microsoft.com/l/chat/0/0?users=${users}${named}`;
}
