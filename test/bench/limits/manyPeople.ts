import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type PersonRecord, personDraft } from '#app/contact/contactRecord.ts';
import { orderings } from '#bot/composeStore.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';

/** Writes people into the file of a bot in Local mode, each of whom has the bot installed and so gets every referral. */
export async function writePeople(
  file: string,
  serviceUrl: string,
  conversations: readonly string[],
): Promise<void> {
  const store = openSqliteStore({ file, orderings, bulk: true });
  const asOf = new Date().toISOString();
  for (let first = 0; first < conversations.length; first += 500) {
    const some = conversations.slice(first, first + 500);
    await Promise.all(some.map((one) => store.create(personDraft('local', personOf(one), undefined))));
  }
  await store.close();

  function personOf(name: string): PersonRecord {
    return {
      kind: 'person',
      personId: `${TENANT}:${name}`,
      profile: { name, email: `${name}@contoso.example`, guest: false, asOf },
      chat: {
        serviceUrl,
        conversationId: `a:${name}`,
        tenantId: TENANT,
        botId: '28:bot',
        installed: true,
        locale: 'en-US',
      },
      welcomed: true,
      outbox: [],
    };
  }
}
