import type { CardJson } from '#cards/expand.ts';
import { problemText } from '#cards/form/problems.ts';
import { formatInstantDay, type Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import type { PanelInput } from '#cards/panel/inputs.ts';
import { type PanelRow, panelCard } from '#cards/panel/panel.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { say } from '#cards/say.ts';
import type { Instant } from '#domain/values/instant.ts';

/** Who stands in for the reader, for whom the reader does, and the form to be away. */
export interface AwaySettingView extends Reader {
  kind: 'setting';
  own?: { name: string; until: Instant } | undefined;
  others: readonly { personId: string; name: string; until: Instant }[];
  formVersion: number;
  typed: Readonly<{ until?: string | undefined; person?: string | undefined }>;
  problems: Readonly<{ until?: FieldProblem | undefined; person?: FieldProblem | undefined }>;
  /** Several colleagues are meant. */
  people: readonly { id: string; name: string; email?: string | undefined }[];
}

/** To the colleague: they stand in, for whom and until when. */
export interface AwayAskedView extends Reader {
  kind: 'asked';
  name: string;
  absent: string;
  until: Instant;
}

/** Being away: what is so, what to fill in, and for the colleague the way to say no. */
export function awayCard(view: AwaySettingView | AwayAskedView): CardJson {
  return view.kind === 'asked' ? askedCard(view) : settingCard(view);
}

function askedCard(view: AwayAskedView): CardJson {
  const { language, absent } = view;
  const name = clip(oneLine(view.name), 100);
  const date = formatInstantDay(view.until, view);
  return frameCard({
    language,
    title: say(language, 'away.asked.title', { name }),
    hints: [say(language, 'away.asked.what', { name, date })],
    buttons: [{ verb: 'away.set', title: say(language, 'away.refuse'), data: { refuse: absent } }],
    notes: [say(language, 'away.asked.why', { name })],
  });
}

function settingCard(view: AwaySettingView): CardJson {
  const { language, own, others, formVersion } = view;
  return panelCard({
    language,
    title: say(language, 'away.title'),
    intro: own ? [] : [say(language, 'away.none')],
    rows: [
      ...(own ? [ownRow(own, view)] : []),
      ...others.map(
        (one): PanelRow => ({
          title: sentence('away.standing', one, view),
          lines: [],
          side: { verb: 'away.set', title: say(language, 'away.refuse'), data: { refuse: one.personId } },
        }),
      ),
    ],
    inputs: inputsOf(view),
    buttons: [
      { verb: 'away.set', title: say(language, 'away.save'), data: { form: formVersion }, style: 'positive' },
    ],
    notes: [say(language, 'away.what')],
  });
}

function ownRow(own: { name: string; until: Instant }, view: AwaySettingView): PanelRow {
  const title = say(view.language, 'away.back');
  return {
    title: sentence('away.own', own, view),
    lines: [],
    side: { verb: 'away.set', title, data: { back: 'yes' } },
  };
}

function sentence(
  key: 'away.own' | 'away.standing',
  { name, until }: { name: string; until: Instant },
  view: Reader,
): string {
  return say(view.language, key, { name: clip(oneLine(name), 100), date: formatInstantDay(until, view) });
}

function inputsOf(view: AwaySettingView): PanelInput[] {
  const { language, formVersion, typed, problems, people } = view;
  const id = (field: string) => `${field}.${formVersion}`;
  const problem = (one: FieldProblem | undefined) => one && problemText(one, view);
  const choices = people.map(({ id: value, name, email }) => ({
    title: literal(email ? `${clip(name, 80)} (${clip(email, 100)})` : clip(name, 80)),
    value,
  }));
  const whom: PanelInput =
    choices.length > 0
      ? { kind: 'choice', id: id('chosen'), label: say(language, 'away.which'), choices }
      : { kind: 'picker', id: id('colleague'), label: say(language, 'away.colleague') };
  return [
    {
      kind: 'text',
      id: id('until'),
      label: say(language, 'away.until'),
      placeholder: say(language, 'away.untilExample'),
      value: clip(typed.until ?? '', 100),
      problem: problem(problems.until),
    },
    whom,
    {
      kind: 'text',
      id: id('person'),
      label: say(language, 'away.person'),
      value: clip(typed.person ?? '', 100),
      problem: problem(problems.person),
    },
  ];
}
