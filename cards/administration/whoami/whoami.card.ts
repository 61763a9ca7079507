import { roleDoesTexts, roleTexts } from '#cards/administration/members/describe.ts';
import type { CardJson } from '#cards/expand.ts';
import { formatList, type Reader } from '#cards/format.ts';
import { displayNames } from '#cards/intl.ts';
import { type PanelRow, panelCard } from '#cards/panel/panel.ts';
import { say } from '#cards/say.ts';
import type { Role } from '#domain/referral/rights.ts';

/** What the bot knows of who asks. */
export interface WhoamiCardView extends Reader {
  name: string;
  addresses: readonly string[];
  organization: string;
  tenantId: string;
  role?: Role | undefined;
  /** Names of the locations, or all. */
  locations: 'all' | readonly string[];
  trial: boolean;
  /** A guest, or somebody whose account is at home elsewhere. */
  outsider: boolean;
  /** Whether the bot can write to this person. */
  reachable: boolean;
  /** How many things this person muted or snoozed. */
  quiet: number;
  /** Names of admins to ask, at most three. */
  admins: readonly string[];
}

/** Role, locations, how one is known, and what one may not do, why, and whom to ask. */
export function whoamiCard(view: WhoamiCardView): CardJson {
  const { language, role, outsider, trial } = view;
  const standing = trial
    ? say(language, 'admin.whoami.trial')
    : role
      ? say(language, roleDoesTexts[role])
      : say(language, outsider ? 'notice.guest' : 'admin.whoami.unlisted');
  const places =
    view.locations === 'all' ? say(language, 'admin.allLocations') : formatList(view.locations, view);
  const name = displayNames(language, { type: 'language' }).of(language) ?? language;
  const fact = (label: string, text: string, ...lines: string[]): PanelRow =>
    text.length > MOST_BESIDE
      ? { title: label, lines: [text, ...lines] }
      : { title: label, value: text, lines };
  return panelCard({
    language,
    title: view.name,
    figure: role && say(language, roleTexts[role]),
    intro: [standing],
    rows: [
      ...(role ? [fact(say(language, 'admin.member.locations'), places)] : []),
      ...mayNot(view),
      { title: say(language, 'admin.whoami.notices'), lines: noticesOf(view) },
    ],
    more: [
      fact(
        say(language, 'admin.whoami.organization'),
        view.organization,
        say(language, 'admin.whoami.tenant', { tenantId: view.tenantId }),
      ),
      fact(
        say(language, 'admin.whoami.known'),
        view.addresses.length > 0
          ? formatList(view.addresses, view)
          : say(language, 'admin.whoami.noAddress'),
      ),
      fact(say(language, 'admin.whoami.language'), name),
    ],
    buttons: [...(role ? [{ verb: 'news.quiet' as const, title: say(language, 'news.quiet.title') }] : [])],
    ways: [
      { verb: 'language.show', title: say(language, 'help.languageButton') },
      { verb: 'whoami.show', title: say(language, 'admin.refresh') },
      { verb: 'help.show', title: say(language, 'welcome.helpButton') },
    ],
  });
}

/** Longer ones stand below what they belong to. */
const MOST_BESIDE = 20;

function noticesOf({ language, role, reachable, quiet }: WhoamiCardView): string[] {
  if (!role) return [say(language, 'admin.whoami.noNotices')];
  return [
    say(language, reachable ? 'admin.whoami.reachable' : 'admin.whoami.unreachable'),
    say(language, 'news.quiet.count', { count: quiet }),
  ];
}

function mayNot(view: WhoamiCardView) {
  const { language, role, locations, outsider, trial, admins } = view;
  if (trial || outsider) return [];
  const ask = say(language, 'admin.whoami.ask', {
    who: admins.length > 0 ? formatList(admins, view) : say(language, 'notice.noRights.admins'),
  });
  const limits = [
    ...(role ? [] : [say(language, 'admin.whoami.mayNot.unlisted')]),
    ...(role && locations !== 'all' ? [say(language, 'admin.whoami.mayNot.locations')] : []),
    ...(role === 'referrals-user' ? [say(language, 'admin.whoami.mayNot.team')] : []),
    ...(role === 'referrals-user' ? [say(language, 'admin.whoami.mayNot.members')] : []),
    ...(role === 'referrals-admin' && locations !== 'all'
      ? [say(language, 'admin.whoami.mayNot.organization')]
      : []),
  ];
  if (limits.length === 0) return [];
  return [{ title: say(language, 'admin.whoami.mayNot'), lines: [...limits, ask] }];
}
