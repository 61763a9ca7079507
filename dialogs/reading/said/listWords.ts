/** What a list is asked by; each is a list of templates with its places. */
export interface ListWords {
  /** What opens the question: show me, which, what. */
  opening: readonly string[];
  /** Deals, opportunities: what makes a list of it. */
  nouns: readonly string[];
  mine: readonly string[];
  all: readonly string[];
  inbound: readonly string[];
  outbound: readonly string[];
  favorites: readonly string[];
  expiring: readonly string[];
  action: readonly string[];
  closed: readonly string[];
  open: readonly string[];
  won: readonly string[];
  lost: readonly string[];
  declined: readonly string[];
  accepted: readonly string[];
  received: readonly string[];
  expired: readonly string[];
  unanswered: readonly string[];
  overdue: readonly string[];
  quiet: readonly string[];
  /** With `{money}`. */
  over: readonly string[];
  under: readonly string[];
  /** With both `{money}` and `{most}`. */
  between: readonly string[];
  /** With `{period}`; `before` and `after` exclude the day, `by` does not. */
  closing: readonly string[];
  by: readonly string[];
  before: readonly string[];
  after: readonly string[];
  /** With `{place}`: a country. */
  country: readonly string[];
  /** With `{partner}`. */
  partner: readonly string[];
  /** With `{customer}`. */
  customer: readonly string[];
  /** With `{stage}`. */
  stage: readonly string[];
  /** With `{words}`. */
  words: readonly string[];
  /** Words between, which say nothing. */
  filler: readonly string[];
}
