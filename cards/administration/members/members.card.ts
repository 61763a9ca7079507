import type { CardJson } from '#cards/expand.ts';
import { formatList } from '#cards/format.ts';
import { type FoldedForm, panelCard } from '#cards/panel/panel.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { addCard } from './addCard.ts';
import { memberPanelRow, resultLineOf } from './describe.ts';
import { memberCard } from './memberCard.ts';
import { removeCard } from './removeCard.ts';
import type { MembersCardView } from './view.ts';

/** The members of an organization, one of them, or the form to add or remove one (CR-1 to CR-5). */
export function membersCard(view: MembersCardView): CardJson {
  switch (view.kind) {
    case 'list':
      return listCard(view);
    case 'member':
      return memberCard(view);
    case 'add':
      return addCard(view);
    case 'remove':
      return removeCard(view);
    default:
      return view satisfies never;
  }
}

function listCard(view: Extract<MembersCardView, { kind: 'list' }>): CardJson {
  const { language, rows, search, trial } = view;
  const empty = search
    ? say(language, 'admin.members.none', { text: search })
    : say(language, trial ? 'admin.members.trial' : 'admin.members.empty');
  const paged = Boolean(view.previous || view.next || search);
  const to = (data: object | undefined, title: string): Pressable[] =>
    data ? [{ verb: 'members.show', title, data: { ...data }, inputs: false }] : [];
  const own =
    view.reach === 'locations'
      ? say(language, 'admin.members.yourLocations', {
          locations: formatList(
            (view.own ?? []).map((mpnId) => view.places.find((one) => one.mpnId === mpnId)?.name ?? mpnId),
            view,
          ),
        })
      : '';
  return panelCard({
    language,
    title: say(language, 'admin.members.title', { organization: view.organization }),
    resultLine: resultLineOf(view),
    intro: [
      own,
      trial && rows.length > 0 ? say(language, 'admin.members.trial') : '',
      rows.length ? '' : empty,
    ],
    rows: rows.map((row) => ({
      ...memberPanelRow(row, view),
      press: {
        verb: 'member.show',
        title: say(language, 'admin.members.open'),
        data: { member: row.email },
      },
    })),
    forms: paged ? [searching(view)] : [],
    buttons: [
      ...(trial
        ? []
        : [{ verb: 'member.add' as const, title: say(language, 'admin.members.add'), inputs: false }]),
      ...to(view.previous, say(language, 'admin.previous')),
      ...to(view.next, say(language, 'admin.next')),
    ],
    ways: [
      { verb: 'locations.show', title: say(language, 'admin.locations.title'), inputs: false },
      { verb: 'routes.show', title: say(language, 'admin.routes.title'), inputs: false },
    ],
    notes: [view.page > 1 || view.next ? say(language, 'admin.members.page', { page: view.page }) : ''],
  });
}

function searching({ language, search }: Extract<MembersCardView, { kind: 'list' }>): FoldedForm {
  const title = say(language, 'admin.members.searchButton');
  return {
    title,
    inputs: [{ kind: 'text', id: 'search', label: say(language, 'admin.members.search'), value: search }],
    buttons: [{ verb: 'members.show', title }],
  };
}
