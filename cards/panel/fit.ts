/** The parts of a panel that grow with what there is. */
export interface Growing {
  rows: readonly unknown[];
  inputs: readonly GrowingInput[];
}
interface GrowingInput {
  isText: boolean;
  isChoice: boolean;
  value: string;
  placeholder: string;
  choices: readonly { title: string; value: string }[];
}

/** Teams takes 28 KB; the template and the rest of the message need their part. */
const MOST_BYTES = 16_500;
const KEPT = 4 / 5;

/**
 * Makes a panel small enough to be sent, however many locations, teams or routes there are: a list too long to choose
 * from is typed instead where `typed` says how, else it ends earlier, as the rows do.
 */
export function fitting<T extends Growing>(panel: T, typed: (at: number) => string | undefined): T {
  let fit = panel;
  while (bytesOf(fit) > MOST_BYTES) {
    const next = smaller(fit, typed);
    if (!next) return fit;
    fit = next;
  }
  return fit;
}

function smaller<T extends Growing>(panel: T, typed: (at: number) => string | undefined): T | undefined {
  const { rows, inputs } = panel;
  const sizes = inputs.map(({ choices }) => bytesOf(choices));
  const most = Math.max(0, ...sizes);
  const at = sizes.indexOf(most);
  const input = inputs[at];
  const shorter = rows.slice(0, Math.floor(rows.length * KEPT));
  if (!input || bytesOf(rows) > most) return rows.length > 0 ? { ...panel, rows: shorter } : undefined;
  if (input.choices.length === 0) return undefined;
  const how = typed(at);
  const changed =
    how === undefined
      ? { ...input, choices: fewer(input) }
      : { ...input, isText: true, isChoice: false, choices: [], placeholder: how };
  return { ...panel, inputs: inputs.with(at, changed) };
}

/** What is chosen stays among the choices. */
function fewer({ choices, value }: GrowingInput): GrowingInput['choices'] {
  const most = Math.floor(choices.length * KEPT);
  return choices.filter((one, at) => at < most || (one.value === value && most > 0));
}

function bytesOf(json: unknown): number {
  return Buffer.byteLength(JSON.stringify(json));
}
