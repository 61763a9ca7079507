import type { ListWords } from '#dialogs/reading/said/listWords.ts';

const deals = '(affärer|affärerna|deals|affärsmöjligheter|referenser|leads|möjligheter)';

/** What lists are asked by in Swedish. */
export const listsSv: ListWords = {
  opening: [
    '(visa|lista|ge|hitta|öppna|se|sök|sök efter|ta fram) [(mig|oss|för mig)]',
    '(vilka|vilken|vad|hur många) [av]',
    '(har vi|har jag|finns det|finns)',
    '(vilka|vad) är',
  ],
  nouns: [deals, '(allt|saker|dem|de)'],
  mine: ['(mina|min|våra|vår)', 'som jag (jobbar med|arbetar med|äger|har)'],
  all: ['(alla|samtliga|varje)'],
  inbound: ['(inkommande|inkomna)'],
  outbound: ['utgående'],
  favorites: ['[mina] favoriter'],
  expiring: [
    '[som] [(snart)] (löper ut|går ut|förfaller) [snart]',
    'utgående snart',
    'på väg att (löpa|gå) ut',
    'vad (löper|går) ut',
  ],
  action: ['som kräver åtgärd'],
  closed: ['(avslutade|stängda|arkiverade)'],
  open: ['(öppna|öppen|aktiva|pågående)'],
  won: ['(vunna|vunnen|vunnit)', 'som vi (vann|har vunnit)'],
  lost: ['(förlorade|förlorad|förlorat)', 'som vi (förlorade|har förlorat)'],
  declined: ['(avböjda|avböjd|avvisade|nekade|avslagna)'],
  accepted: ['(accepterade|accepterad|antagna)'],
  received: ['(mottagna|nya|obesvarade nya|ej beslutade)'],
  expired: ['(utgångna|förfallna)'],
  unanswered: [
    '[(mottagna|mottaget|fått|inkomna) [,] [men|och]] [ännu] (obesvarade|obesvarat|obesvarad|inte besvarade|ej besvarade|utan svar|inte besvarat)',
    '[som] väntar på (svar|mitt svar|vårt svar|beslut|ett svar|mitt beslut)',
    'som (jag|vi) inte har (svarat på|besvarat)',
    '(jag|vi) inte (svarat på|besvarat|har svarat på)',
  ],
  overdue: [
    '(har passerat|som har passerat|som passerat|passerat) (sitt|sina|sitt planerade) (slutdatum|stängningsdatum|avslutsdatum|datum)',
    '(är|som är) (försenade|sena|för sena|försenat)',
    '(borde|skulle) [(redan)] ha (stängts|avslutats|varit stängda)',
    '(försenade|försenad|försenat|sena|för sent|över tiden|passerat slutdatum|efter slutdatum)',
    'som (har passerat sitt slutdatum|är försenade|borde ha stängts)',
  ],
  quiet: [
    '(stilla|tysta|stillastående|avstannade|vilande|kalla|inaktiva)',
    'utan (nyheter|nytt|aktivitet|rörelse|händelser|framsteg|uppdateringar)',
    '[(där|som)] (inget|ingenting) (har hänt|händer|hänt|rör sig) [(på länge|på ett tag|nyligen)]',
    'som (står stilla|inte rör sig|har stannat av|stannat av)',
    'står stilla',
  ],
  over: [
    '[(värda|värd|med ett värde|värde|med värde)] (över|mer än|större än|minst|på över|på mer än|från|>) {money}',
    '{money} (eller mer|och uppåt)',
  ],
  under: [
    '[(värda|värd|med ett värde|värde|med värde)] (under|mindre än|högst|upp till|på under|på mindre än|<) {money}',
    '{money} (eller mindre|och nedåt)',
  ],
  between: ['[värda] mellan {range}'],
  by: ['[(som stänger|stänger|som avslutas)] (senast|till|fram till|till och med) {period}'],
  before: ['[(som stänger|stänger|som avslutas)] (före|innan) {period}'],
  after: ['[(som stänger|stänger|som avslutas)] efter {period}'],
  closing: [
    '[som] (stänger|stängs|avslutas|avslut|slutar|förfaller|ska stängas|ska avslutas|beräknas stänga|med slutdatum|med avslut) [(i|under|på|inom)] {period}',
    '[(i|under|för)] {period}',
  ],
  country: ['(i|från) {place}', 'med kunder (i|från) {place}', 'hos kunder i {place}'],
  partner: ['[(tillsammans|ihop)] med {partner}', 'där {partner} (är med|deltar)'],
  customer: ['(för|från|hos|åt) {customer}'],
  stage: ['[(i|på)] [(fas|fasen|steg|läge|läget|stadiet)] {stage}'],
  words: ['(om|som heter|kallade|som handlar om) {words}', 'i {words}'],
  filler: [
    '(som|är|och|men|,|:|med|just nu|fortfarande|de|den|det|har|vi|jag|har vi|finns|av|värde|ännu|snart|för tillfället)',
  ],
};
