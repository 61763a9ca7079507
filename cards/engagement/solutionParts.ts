import type { CardJson } from '#cards/expand.ts';
import {
  choiceField,
  choiceTitle,
  note,
  problemLine,
  suggestingField,
  textField,
} from '#cards/form/field.ts';
import { markOf } from '#cards/form/mark.ts';
import { bytesOf, clip, clipBytes } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { wantedAtFirst } from './invite.ts';
import {
  type InviteFieldsView,
  inviteInputId,
  inviteProblemAt,
  labelOf,
  optionalLabelOf,
  textIn,
} from './view.ts';

const MOST_OFFERED = 15;
const MOST_SHOWN = 18;
const MANY = 10;
/** Beside long notes the card has less room: what is not offered is found while typing all the same. */
const FEW_OFFERED = 5;
const LONG_NOTES = 3000;

/** The solutions of the deal; those that the guest may bring are ticked at first. */
export function ticks(view: InviteFieldsView): CardJson[] {
  const { facts, reader } = view;
  const { problem } = inviteProblemAt(view, 'solutions');
  if (facts.solutions.length === 0) {
    const text = say(reader.language, 'invite.solutions.none');
    return [note(text), ...(problem ? [problemLine(problem)] : [])];
  }
  const shown = facts.solutions.slice(0, MOST_SHOWN);
  const wanted = wantedAtFirst(facts).filter((one) => shown.includes(one));
  return [
    choiceField({
      id: inviteInputId(view, 'solutions'),
      label: labelOf(view, 'invite.solutions', true),
      hint:
        wanted.length < shown.length && hasRoom(view)
          ? say(reader.language, 'invite.solutions.hint')
          : undefined,
      value: textIn(view, 'solutions', solutionMarks(wanted), 1000),
      style: 'expanded',
      several: true,
      choices: shown.map(({ id, name, publisher }) => ({
        title: titleOf(name, publisher),
        value: markOf(id),
      })),
      ...(problem && { problem }),
    }),
  ];
}

/** Solutions as the form ticks them. */
export function solutionMarks(solutions: readonly { id: string }[]): string {
  return solutions.map(({ id }) => markOf(id)).join(',');
}

/** One more solution, out of our catalog or the partner's own (CR-30). */
export function solutionPart(view: InviteFieldsView): CardJson[] {
  const needed = wantedAtFirst(view.facts).length === 0;
  const choice = {
    id: inviteInputId(view, 'solution'),
    label: needed ? labelOf(view, 'deal.solutions.add') : optionalLabelOf(view, 'deal.solutions.add'),
    value: textIn(view, 'solution'),
    choices: view.found.slice(0, offered(view)).map(({ id, name, publisher }) => ({
      title: titleOf(name, publisher),
      value: id,
    })),
    ...inviteProblemAt(view, 'solution'),
  };
  const several = view.problems.search?.code === 'solution-several';
  return [
    several
      ? choiceField({ ...choice, style: 'expanded' })
      : suggestingField({ ...choice, dataset: 'solutions' }),
    textField({
      id: inviteInputId(view, 'search'),
      label: labelOf(view, 'deal.solutions.search'),
      ...(view.facts.guest === 'partner' && hasRoom(view) && { hint: labelOf(view, 'invite.search.hint') }),
      value: textIn(view, 'search'),
      max: 100,
      ...inviteProblemAt(view, 'search'),
    }),
  ];
}

/** A deal with many solutions leaves no room for lines of help. */
function hasRoom({ facts }: InviteFieldsView): boolean {
  return facts.solutions.length <= MANY;
}

/** How many of what can be chosen a form offers at first. */
export function offered({ typed }: InviteFieldsView): number {
  return bytesOf(typed.notes ?? '') > LONG_NOTES ? FEW_OFFERED : MOST_OFFERED;
}

function titleOf(name: string, publisher = ''): string {
  return clipBytes(choiceTitle([clip(name, 80), clip(publisher, 40)].filter(Boolean).join(' · ')), 120);
}
