import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { askingEn } from './asking.ts';
import { decidingEn } from './deciding.ts';
import { doingEn } from './doing.ts';
import { listsEn } from './lists.ts';

/** How deals are spoken of in English. */
export const en: Grammar = {
  polite: {
    before: [
      '(hi|hello|hey|ok|okay|so|and|now|well|then|also|bot|yes|um|fyi|quick question)',
      '(hi|hello|hey) there',
      "(i want|i would like|i' d like|id like|i need|i wish|i have|i' ve got|we need|we want|we would like) (to|you to)",
      "(let' s|let 's|lets|let us|let me|go ahead and|i' ll|i' m going to|we can|you can|remember to)",
      '(quickly|actually|just|kindly)',
      '(i think|it seems) [that]',
      'time to',
      "(i' m|i am|we' re|we are) (happy|glad|ready|going|about|willing|keen) to",
      "(i' d|we' d|i would|we would) (be (happy|glad) to|love to|like to|like you to)",
      '(i|we) (have|got|ought) to',
      "(i' ve|we' ve) got to",
      '(oops|ups|whoops|sorry|unfortunately|sadly|finally|good news|great news|bad news|thanks|great|alright|right|listen|btw|by the way)',
      'it (looks|seems) (like|that|as if)',
      '(turns out|looks like) [that]',
    ],
    asks: ['(can|could|would|will) (you|u|we|i)', 'would you mind', 'may i', 'do you mind'],
    behind: [
      '(for me|thanks|thank you|thx|cheers|for us|if you can|ok|okay|right away|asap|for now|will you|would you|could you|can you)',
      'thank you (very|so) much',
    ],
    anywhere: ['(please|pls|plz|pleas)'],
  },
  ending: [
    '(now|already|again|today|then|too|as well|right now|immediately|at the moment|currently|lately|recently|these days|so far|since yesterday|still|yet|yay|finally|meanwhile|straight away|instead)',
  ],
  around: {
    articles: 'the|a|an|my|our|this|that|with|on|about|for',
    nouns:
      'deal|opportunity|referral|lead|opp|deal called|deal named|deal with|deal for|customer|case|team|to|at|one called|referral from|referral for|lead from|deal from|opportunity with|opportunity at|opportunity for|deal at|invitation|account|project|invitation to|invitation for|invite to|invitation on|part in',
  },
  it: 'it|this|that|this one|that one|this thing|the one|the last one|them|him|her|these|those',
  everything:
    '(all|everything|anything|all of them|all deals|all [of] [the|my|our] deals|[my|our|the] deals|them all|both|both deals|everyone|someone|something|nothing|none|notifications|[the] news|us|me|you|we|what|today)',
  noName:
    "me|us|show me|tell me|give me|who|if|whether|why|how|who|when|what|what 's|where|which|is|are|was|were|has|have|had|did|does|do|should|shall|would|could|can|might|not|never|don' t|dont|didn' t|no|maybe|perhaps|because|and|or|but|i|i' m|we|you|they|he|she|somebody|someone|there|please|let 's|nobody|everybody|over|under|between|deals",
  not: "has|have|had|did|does|not|never|don' t|dont|didn' t|didnt|doesn' t|doesnt|isn' t|isnt|wasn' t|wasnt|haven' t|havent|hasn' t|hasnt|won' t|wouldn' t|can' t|cannot|couldn' t|shouldn' t|aren' t|weren' t|if|unless|whether|maybe|perhaps|might|should|would|could|almost|nearly|probably|wonder|wondering|hope|hopefully|wish|instead of|before|after|when|until|once|said that|says|said|asks|asked|thinks|thought|heard|told|wants|wanted|believes|reckons|guess|guessed|seems|hear|could|would|rumour|rumor|tells|hopes|expects to|why|who|how|what if|supposed|thinking|think|considering|plan|planning|no longer|nobody|pretend|forgot|imagine|tomorrow",
  sentences: { ...doingEn, ...decidingEn, ...askingEn },
  lists: listsEn,
};
