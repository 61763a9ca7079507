import type { TurnContext } from 'botbuilder';
import { type ContactDeps, claimWelcome } from '#app/contact/contact.remember.ts';
import { channelDocumentId, personDocumentId } from '#app/contact/contactRecord.ts';
import { namesOfAdmins } from '#app/organization/admins.ts';
import { routesOf } from '#app/organization/routes.ts';
import { type WelcomeCardView, welcomeCard } from '#cards/general/welcome/welcome.card.ts';
import { languageOf, say } from '#cards/say.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Organization } from '#ports/organizations.ts';
import type { Identified } from './identify.ts';
import { toActivity } from './outgoing.ts';

/** Welcomes once per chat or team, however many events announce the installation. */
export interface Welcoming {
  welcome(identified: Identified, context: TurnContext): Promise<void>;
}

export function createWelcoming(deps: Pick<ContactDeps, 'store' | 'clock'>): Welcoming {
  const once = async (
    context: TurnContext,
    organization: Organization,
    contactId: string,
    view: WelcomeCardView,
  ): Promise<void> => {
    if (!(await claimWelcome(deps, organization, contactId))) return;
    const summary = say(view.language, 'welcome.title');
    await context.sendActivity(toActivity({ card: welcomeCard(view), summary }));
  };
  return {
    async welcome(identified, context) {
      if (identified.kind === 'other-channel') return;
      const { locale } = context.activity;
      if (identified.kind === 'unknown-tenant') {
        const language = languageOf(locale);
        const tenantId = identified.tenantId || '–';
        await context.sendActivity(say(language, 'notice.unknownTenant', { tenantId }));
        return;
      }
      const { conversation, organization } = identified.kind === 'known' ? identified.turn : identified;
      const trial = organization.open;
      const language = languageOf(locale, organization.language);
      if (conversation.kind === 'channel' && conversation.teamChannelId) {
        const addedBy = context.activity.from?.name || undefined;
        const contactId = channelDocumentId(conversation.teamChannelId);
        const admins = await namesOfAdmins(deps, organization);
        const routes = await routesOf(deps, organization);
        const routed = routes.some(({ channel }) => channel === conversation.teamChannelId);
        const view = { language, scope: 'team', addedBy, trial, routed, admins } as const;
        await once(context, organization, contactId, view);
      } else if (conversation.kind === 'personal' && identified.kind === 'known') {
        const { turn } = identified;
        const contactId = personDocumentId(turn.person.personId);
        const { reader } = turn;
        await once(context, organization, contactId, {
          language: reader.language,
          scope: 'personal',
          trial,
          why: whyOf(turn),
        });
      }
    },
  };
}

function whyOf({ member }: Turn): WelcomeCardView['why'] {
  if (!member) return 'none';
  if (member.role === 'referrals-user') return 'team';
  return member.locations === 'all' ? 'admin' : 'location-admin';
}
