import type { ListWords } from '#dialogs/reading/said/listWords.ts';

const deals = '(deals|opportunities|referrals|leads)';

/** What lists are asked by in English. */
export const listsEn: ListWords = {
  opening: [
    '(show|list|give|find|get|display|open|see|view|pull up|bring up) [me|us]',
    '(which|what|any|where|how many) [of]',
    '(do we|do i|do you|have we|have i) (have|got) [any]',
    '(are|is) there [any]',
    "what [is|are|'s]",
  ],
  nouns: [deals, `(things|stuff|everything|anything|ones|those)`],
  mine: ['(my|mine|our)', 'of mine', '[that|which] i (work on|own|have)', '(assigned to|owned by) me'],
  all: ['(all|every) [of] [the]', "everyone 's"],
  inbound: ['(inbound|incoming)', '[that] (came|come) in'],
  outbound: ['(outbound|outgoing)'],
  favorites: ['[my] (favorites|favourites|favorite|favourite|starred)'],
  expiring: [
    '(expiring|about to expire|running out)',
    '[that|which] (expire|expires|run out|are expiring) [soon]',
    'expiring soon',
  ],
  action: ['[that] (need|needs|require|requires|needing) action'],
  closed: ['(closed|archived)'],
  open: ['(open|active)', 'still open'],
  won: ['won', '[that] we (won|have won)', "[that] we' ve won"],
  lost: ['lost', '[that] we (lost|have lost)', "[that] we' ve lost"],
  declined: ['declined', '[that] we declined'],
  accepted: ['accepted'],
  received: ['(received|new|undecided)'],
  expired: ['expired'],
  unanswered: [
    '[received [but]] (unanswered|not answered|not [yet] answered|without [an] (answer|response|reply))',
    '(waiting|waits|pending) [for] [(my|our|an)] (answer|decision|response|reply)',
    "[that] (we|i) (haven' t|havent|have not|did not|didn' t) (answered|answer|replied [to]|responded to|decided)",
    "(haven' t|havent|have not) been answered",
    'awaiting [(my|our|an)] (answer|decision|response|reply)',
  ],
  overdue: [
    '(overdue|late|past due|past [their|its|the] close date)',
    '[that] should have (closed|been closed)',
  ],
  quiet: [
    '(stale|quiet|stuck|idle|sleeping|dormant|gone quiet|cold)',
    'without [any|recent] (news|activity|movement|progress|update|updates)',
    'with no [recent] (news|activity|movement|progress|update|updates)',
    '(where|in which) nothing (happened|happens|moves|is happening|has happened|moved) [lately|recently]',
    "[that] (haven' t|havent|have not|hasn' t|did not|didn' t) (moved|changed|move|change) [lately|recently|for a while|in weeks]",
    '(not moving|no movement|no news|no activity)',
  ],
  over: [
    '[(worth|with [a] value|valued)] (over|above|more than|greater than|bigger than|larger than|at least|upwards of|>|from) {money}',
    '{money} (or more|and more|and up|plus|and above)',
    '(bigger|larger|higher) than {money}',
  ],
  under: [
    '[(worth|with [a] value|valued)] (under|below|less than|at most|up to|smaller than|lower than|<) {money}',
    '{money} (or less|and below)',
  ],
  between: ['[worth] between {range}', 'from {range}'],
  by: [
    '[that|which] [(closing|close|closes|due|are due|will close)] (by|until|till|up to|no later than) {period}',
  ],
  before: ['[that|which] (closing|close|closes|due|are due) before {period}'],
  after: ['[that|which] (closing|close|closes|due|are due) (after|past) {period}'],
  closing: [
    '[that|which|to] (closing|close|closes|due|ending|expected|are due|are closing|will close|is due|should close) [(in|on|during|within|for|at|over)] [the] {period}',
    '[with] [a] close date (in|on|within|during) {period}',
    '(due|closing|close) by the end of {period}',
    '(for|in|during) {period}',
    '{period}',
  ],
  country: ['[based] (in|from) {place}', 'from (customers|companies) in {place}'],
  partner: [
    '[(together|shared|we share|done|co-selling|cosell|i share|working)] with {partner}',
    '[where] {partner} (is involved|takes part|is on board|is in)',
    'involving {partner}',
  ],
  customer: ['(for|of|from|at) {customer}'],
  stage: ['[(in|at)] [the] [stage] {stage} [stage]', '(in|at) [the] {stage} (stage|phase)'],
  words: ['(about|named|called|containing|mentioning|regarding) {words}', 'in {words}'],
  filler: [
    '(the|of|that|which|are|is|and|but|,|:|with|currently|still|right now|at the moment|value|were|do|have|we|i|been|soon|by me|there)',
  ],
};
