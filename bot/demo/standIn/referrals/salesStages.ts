import type { Switches } from '#bot/demo/standIn/switches.ts';

const words: Readonly<Record<string, string>> = {
  20: 'Qualify',
  40: 'Develop',
  60: 'Propose',
  80: 'Propose',
  100: 'Close',
};
const percentages = ['10', '20', '40', '60', '80', '100'];

/** A stage in the form in which this stand-in answers it. */
export function answeredStage(sent: unknown, { salesStage }: Switches): unknown {
  const percentage = percentageOf(sent);
  if (percentage === undefined) return null;
  if (salesStage === 'number') return Number(percentage);
  return salesStage === 'word' ? (words[percentage] ?? null) : percentage;
}

export function stageProblem(sent: unknown, { salesStage, salesStageTaken }: Switches): string | undefined {
  const percentage = percentageOf(sent);
  const form = typeof sent === 'number' ? 'number' : sent === percentage ? 'percentage' : 'word';
  const known = percentage !== undefined && (salesStageTaken === 'any' || form === salesStage);
  return known || sent === null ? undefined : "The value of '/salesStage' is not valid.";
}

function percentageOf(sent: unknown): string | undefined {
  const text = String(sent);
  if (percentages.includes(text)) return text;
  return Object.keys(words).find((percentage) => words[percentage]?.toLowerCase() === text.toLowerCase());
}
