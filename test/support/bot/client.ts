import { ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';
import type { Posted } from './fakeConnector.ts';
import type { FakeTeams, InvokeAnswer, Place, TestPerson } from './fakeTeams.ts';

/** The card of a message, or of the answer to a press. */
export function cardOf(from: Posted | InvokeAnswer): Part {
  if ('body' in from) return from.body?.value as Part;
  return (from.activity.attachments as { content: Part }[])[0]?.content ?? {};
}

/** Everything that a message or an answer lets people read. */
export function readable(from: Posted | InvokeAnswer | object): string {
  return partsOf(from)
    .flatMap((part) => ['text', 'title', 'value', 'label', 'summary'].map((name) => part[name]))
    .filter((text) => typeof text === 'string')
    .join('\n');
}

/** What a client sends for a button of this card, with what was typed into the inputs by their plain names. */
export function executed(card: unknown, verb: string, typed: Record<string, unknown> = {}): Part {
  return { ...(buttonOf(card, verb).data as object), ...filled(card, typed) };
}

/** The same from a client that knows the fallback only. */
export function submitted(card: unknown, verb: string, typed: Record<string, unknown> = {}): Part {
  const fallback = buttonOf(card, verb).fallback as Part;
  if (fallback.type !== 'Action.Submit') throw new Error(`${verb} has no Action.Submit to fall back to`);
  return { ...(fallback.data as object), ...filled(card, typed) };
}

/** Presses a button on a message that stands in Teams. */
export function pressOn(
  teams: FakeTeams,
  person: TestPerson,
  place: Place,
  posted: Posted,
  verb: string,
  typed: Record<string, unknown> = {},
): Promise<InvokeAnswer> {
  const data = executed(cardOf(posted), verb, typed);
  return teams.press(person, place, verb, data, { replyToId: posted.id });
}

/** The answer to a press that shows a line of text beside the card. */
export function textAnswer(value: string): InvokeAnswer {
  const type = 'application/vnd.microsoft.activity.message';
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** Whether a card offers a button with this verb. */
export function offers(card: unknown, verb: string): boolean {
  return ofType(card, 'Action.Execute').some((action) => action.verb === verb);
}

function buttonOf(card: unknown, verb: string): Part {
  const found = partsOf(card).find((part) => part.type === 'Action.Execute' && part.verb === verb);
  if (!found) throw new Error(`the card has no button ${verb}`);
  return found;
}

// Input ids end in the version of their form; what people see is the field.
function filled(card: unknown, typed: Record<string, unknown>): Record<string, unknown> {
  const inputs: Record<string, unknown> = Object.fromEntries(
    ofType(card, 'Input.').map((input) => [String(input.id), String(input.value ?? '')]),
  );
  for (const [field, value] of Object.entries(typed)) {
    const id = Object.keys(inputs).find((one) => one.split('.')[0] === field);
    if (!id) throw new Error(`the card has no input ${field}`);
    inputs[id] = value;
  }
  return inputs;
}
