import type { CardJson } from '#cards/expand.ts';
import { escaped } from '#cards/outside.ts';

interface Look {
  /** Markdown of ours, such as a link; what comes from outside is escaped in it. */
  markdown?: boolean;
  bold?: boolean;
  small?: boolean;
  subtle?: boolean;
  problem?: boolean;
}

/** A paragraph of a card's body, shown literally unless it is our own markdown. */
export function textPart(text: string, look: Look = {}): CardJson {
  return {
    ...{ type: 'TextBlock', text: look.markdown ? text : escaped(text), wrap: true, spacing: 'Small' },
    ...(look.bold && { weight: 'Bolder' }),
    ...(look.small && { size: 'Small' }),
    ...(look.subtle && { isSubtle: true }),
    ...(look.problem && { color: 'Attention' }),
  };
}
