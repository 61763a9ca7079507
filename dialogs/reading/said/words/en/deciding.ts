import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const because =
  '([,] (because of|because|due to|since|as|for|with the reason|with reason|giving the reason|reason :|reason|over|on)|:|,|-)';

/** Accepting and declining, winning and losing, registering. */
export const decidingEn: Grammar['sentences'] = {
  accept: [
    "(go with|go for|accept|say yes to|sign us up for|we' re in on|we are in on|we' re taking|we are taking|we' re accepting|count us in (for|on)) {deal}",
    "{deal} (:|,|-|->) [(please|we)] (accept|accepted|yes|take it|accept it|we' ll take it)",
    '{deal} is accepted',
    "(we' ll take it|we take it|i' ll take it|i take it|we want it|count us in|we' re in)",

    "(accept|take|take on|i' ll take|i will take|we' ll take|we will take|i take|we take|approve|say yes to|we accept|i accept|pick up) {deal}",
    '(accept|accept it|i accept|we accept)',
    '(yes to|we want) {deal}',
  ],
  decline: [
    '{deal} (:|,|-|->) [(please|we)] (decline|declined|no thanks|reject|decline it)',
    '(decline|reject|refuse|turn down|pass on|say no to|dismiss) {deal} (with|giving|for) [(the|as)] reason [:] {reason}',
    '(turn|send) {deal} (down|back) ([,] (because of|because|due to|since|as|for|reason :|over)|:|,|-) {reason}',
    "(we' re|we are|i' m|i am) (passing on|declining|turning down|not taking|rejecting|not doing) {deal}",
    '{deal} is declined',
    "(we' re|we are) (passing on|declining|turning down|rejecting) {deal} ([,] (because of|because|due to|since|as|for)|:|,|-) {reason}",
    "(we' ll pass|we pass|i' ll pass|not for us|no thanks to) {deal}",

    `(decline|reject|refuse|turn down|pass on|say no to|dismiss|drop|we decline|i decline|we reject|we' ll pass on) {deal} ${because} {reason}`,
    "(decline|reject|refuse|turn down|pass on|say no to|dismiss|we decline|i decline|we reject|we' ll pass on) {deal}",
    '(turn|send) {deal} (down|back)',
    '(decline|reject|refuse)',
    `(decline|reject|refuse) ${because} {reason}`,
  ],
  win: [
    '{deal} [(has|have|just|finally|has just|has finally|has now)] (signed|said yes|is in the bag|went through|came through|bought|committed)',
    '{deal} (-|:|,|->) (won|closed won|closed-won|we won|signed)',
    '[(hooray|yay|yes)] [,] {deal} is (ours|in the bag|a done deal|done)',
    '(mark|set|flag|log|record|close) {deal} (as|) [a] (won|win|closed won)',
    '(we|i) [(have|just|finally)] (got|closed|signed|won|landed|bagged|secured|clinched) {deal}',
    '[(we|i)] [(have|just)] (closed|signed) [the] deal (with|at) {deal}',

    "(we|i|we' ve|i' ve|we have|we just|i just|we finally|we' ve just) [just] (won|closed|landed|got|signed) {deal}",
    '(won|win) {deal}',
    "{deal} (is|'s|was|has been|got|is now|is closed and) [now] (won|closed won|signed|a win|ours)",
    '{deal} won',
    '(mark|set|close|move|put|flag) {deal} (as|to|at|into|) (won|closed won|closed-won|a win)',
    '(mark as won|we won)',
  ],
  lose: [
    '(mark|set|close|move|flag) {deal} (as|to|at|into|) (lost|closed lost|a loss) ([,] (because of|because|due to|to|on|over)|:|,|-) {reason}',
    '(mark|set|close|flag) {deal} lost',
    "{deal} (didn' t|did not|didnt) (work out|happen|go through|come through|make it|sign|pan out)",
    '{deal} (fell through|fell apart|went south|slipped away|has fallen through|said no|is off|is off the table|chose (someone else|a competitor))',
    '{deal} (was|is|got|has been|) lost ([,] (to|because of|because|due to|on|over|for|by)|:|,|-) {reason}',
    'lost {deal} ([,] (to|because of|because|due to|over|on)|:|,|-) {reason}',
    '{deal} (-|:|,|->) (lost|closed lost|closed-lost|we lost)',

    `(we|i|we' ve|i' ve|we have|we just|i just) [just] lost {deal} ([,] (to|because of|because|due to|on|over)|:|,|-) {reason}`,
    `{deal} (is|'s|was|has been|got|is now) [now] lost ([,] (to|because of|because|due to|on|over)|:|,|-) {reason}`,
    "(we|i|we' ve|i' ve|we have|we just|i just) [just] lost {deal}",
    `(mark|set|close|move|flag) {deal} (as|to|at|into) (lost|closed lost|closed-lost|a loss) ([,] (because of|because|due to|to|on|over)|:|,|-) {reason}`,
    '(mark|set|close|move|put|flag) {deal} (as|to|at|into) (lost|closed lost|closed-lost|a loss)',
    `lost {deal} ([,] (to|because of|because|due to|over)|:|,|-) {reason}`,
    'lost {deal}',
    "{deal} (is|'s|was|has been|got|is now) [now] (lost|dead|gone|a loss)",
    '{deal} lost ([,] (to|because of|because|due to|over)|:|,|-) {reason}',
    '{deal} lost',
    'mark (it|this) as lost',
  ],
  register: [
    '(get|have|see) {deal} registered [(with|at|in) (microsoft|partner center)]',
    '(submit|file|send|put|enter) {deal} [in] (for|with|to) (registration|microsoft|partner center|the registration)',
    '(do|start|submit|file|make|begin|complete) [(the|a|our)] {deal} registration',
    '(do|start|submit|file|make|begin|complete) [(the|a|our)] registration (of|for) {deal} [(with|at|in) (microsoft|partner center)]',
    '{deal} (needs to|has to|must|can) be registered',
    '(register it|register this) with microsoft',

    '(register|do the registration of|start the registration (of|for)|file the registration (of|for)|submit the registration (of|for)) {deal} [(with|at|in) (microsoft|partner center)]',
    '(register|register it)',
  ],
};
