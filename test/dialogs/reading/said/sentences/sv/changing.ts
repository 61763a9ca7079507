import type { SentenceTable } from '#test/dialogs/reading/said/sentences/table.ts';

/** What changes a deal, as people say it in Swedish. */
export const changingSv: SentenceTable['means'] = [
  ['flytta upp Contoso till 80%', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80%' }],
  ['sätt Fabrikam som förhandlad', { verb: 'stage.mark', deal: { words: 'Fabrikam' }, stage: 'förhandlad' }],
  ['lyft Northwind till 60%', { verb: 'stage.mark', deal: { words: 'Northwind' }, stage: '60%' }],
  ['Contoso är i förhandling nu', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80%' }],
  ['Tailspin Toys har fått offert', { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: '60%' }],
  ['Litware är kvalificerad', { verb: 'stage.mark', deal: { words: 'Litware' }, stage: 'kvalificerad' }],
  ['Northwind har gått till förhandling', { verb: 'stage.mark', deal: { words: 'Northwind' }, stage: '80%' }],
  [
    'ändra status på Adventure Works till offererad',
    { verb: 'stage.mark', deal: { words: 'Adventure Works' }, stage: 'offererad' },
  ],
  ['lägg Contoso på förhandlad', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'förhandlad' }],
  [
    'kan du ställa om Wingtip till offererad?',
    { verb: 'stage.mark', deal: { words: 'Wingtip' }, stage: 'offererad' },
  ],
  ['byt fas på Contoso', { verb: 'stage.mark', deal: { words: 'Contoso' } }],
  ['Contoso är på 60k', { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 60000 } }],
  [
    'värdet på Fabrikam är nu 120 000 kronor',
    { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 120000, currency: 'SEK' } },
  ],
  [
    'lägg in 75k på Northwind',
    { verb: 'deal.value', deal: { words: 'Northwind' }, value: { amount: 75000 } },
  ],
  [
    'skriv upp Tailspin Toys till 250 tkr',
    { verb: 'deal.value', deal: { words: 'Tailspin Toys' }, value: { amount: 250000, currency: 'SEK' } },
  ],
  ['Litware landar på 30k', { verb: 'deal.value', deal: { words: 'Litware' }, value: { amount: 30000 } }],
  [
    'höj Adventure Works till 90 000 euro',
    { verb: 'deal.value', deal: { words: 'Adventure Works' }, value: { amount: 90000, currency: 'EUR' } },
  ],
  [
    'öka värdet på Contoso till 80k tack',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 80000 } },
  ],
  ['Wingtip värde 40k', { verb: 'deal.value', deal: { words: 'Wingtip' }, value: { amount: 40000 } }],
  ['Fabrikam ger 200k', { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 200000 } }],
  [
    'dra ner Northwind till 45k',
    { verb: 'deal.value', deal: { words: 'Northwind' }, value: { amount: 45000 } },
  ],
  [
    'det handlar om 55k för Contoso',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 55000 } },
  ],
  [
    'Contoso är värt 1,5 miljoner kronor',
    { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 1500000, currency: 'SEK' } },
  ],
  [
    'Contoso stänger först i slutet av mars',
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
  ],
  [
    'Fabrikam skriver på den 15 januari',
    { verb: 'deal.closeDate', deal: { words: 'Fabrikam' }, date: '2027-01-15' },
  ],
  [
    'flytta stängningsdatumet för Northwind till 5 maj',
    { verb: 'deal.closeDate', deal: { words: 'Northwind' }, date: '2027-05-05' },
  ],
  [
    'Tailspin Toys glider till slutet av februari',
    { verb: 'deal.closeDate', deal: { words: 'Tailspin Toys' }, date: '2027-02-28' },
  ],
  [
    'skjut på Litware till 1 april',
    { verb: 'deal.closeDate', deal: { words: 'Litware' }, date: '2027-04-01' },
  ],
  [
    'Adventure Works blir klar i slutet av juni',
    { verb: 'deal.closeDate', deal: { words: 'Adventure Works' }, date: '2027-06-30' },
  ],
  ['slutdatum Wingtip 15 mars', { verb: 'deal.closeDate', deal: { words: 'Wingtip' }, date: '2027-03-15' }],
  [
    'tidigarelägg Fabrikam till slutet av januari',
    { verb: 'deal.closeDate', deal: { words: 'Fabrikam' }, date: '2027-01-31' },
  ],
  [
    'Contoso avslutas 18 december',
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2026-12-18' },
  ],
  [
    'nytt slutdatum för Northwind: 15 februari',
    { verb: 'deal.closeDate', deal: { words: 'Northwind' }, date: '2027-02-15' },
  ],
  ['ge Contoso åt Jonas', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas' }],
  ['lämna Contoso vidare till Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
  ['Mia får ta Fabrikam', { verb: 'deal.handover', deal: { words: 'Fabrikam' }, to: 'Mia' }],
  ['Jonas tar hand om Northwind', { verb: 'deal.handover', deal: { words: 'Northwind' }, to: 'Jonas' }],
  [
    'skicka Tailspin Toys vidare till Mia Svensson',
    { verb: 'deal.handover', deal: { words: 'Tailspin Toys' }, to: 'Mia Svensson' },
  ],
  ['lägg Litware på Jonas', { verb: 'deal.handover', deal: { words: 'Litware' }, to: 'Jonas' }],
  [
    'byt ägare på Adventure Works till Ada',
    { verb: 'deal.handover', deal: { words: 'Adventure Works' }, to: 'Ada' },
  ],
  ['för över Contoso på Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
  ['ge den till Ada', { verb: 'deal.handover', deal: 'it', to: 'Ada' }],
  ['tilldela Jonas Contoso', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas' }],
  [
    'bjud med Fabrikam till Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'kan du bjuda in Litware till Contoso?',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Litware', text: '' },
  ],
  [
    'ta med Fabrikam på Northwind',
    { verb: 'partner.invite', deal: { words: 'Northwind' }, partner: 'Fabrikam', text: '' },
  ],
  ['bjud in Fabrikam till den', { verb: 'partner.invite', deal: 'it', partner: 'Fabrikam', text: '' }],
  [
    'bjud in Litware till Contoso, 30k till slutet av mars',
    {
      verb: 'partner.invite',
      deal: { words: 'Contoso' },
      partner: 'Litware',
      text: '30k till slutet av mars',
    },
  ],
  [
    'jag vill ha med Microsoft på Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Microsoft', text: '' },
  ],
  [
    'skicka en inbjudan till Wingtip för Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Wingtip', text: '' },
  ],
  [
    'koppla in Northwind på Adventure Works',
    { verb: 'partner.invite', deal: { words: 'Adventure Works' }, partner: 'Northwind', text: '' },
  ],
  [
    'få in Fabrikam i Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
  ],
  [
    'fråga Tailspin Toys om de vill vara med på Contoso',
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Tailspin Toys', text: '' },
  ],
  [
    'skriv på Contoso: CIO är på semester',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'CIO är på semester' },
  ],
  [
    'notera på Fabrikam att budgeten är klar',
    { verb: 'note.add', deal: { words: 'Fabrikam' }, text: 'budgeten är klar' },
  ],
  [
    'lägg till en notering på Northwind: demon gick bra',
    { verb: 'note.add', deal: { words: 'Northwind' }, text: 'demon gick bra' },
  ],
  [
    'kommentar på Contoso: workshop den 12:e',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'workshop den 12:e' },
  ],
  [
    'lägg en anteckning på Litware: ny kontakt är Eva',
    { verb: 'note.add', deal: { words: 'Litware' }, text: 'ny kontakt är Eva' },
  ],
  [
    'skriv ner på Contoso: väntar på juristen',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'väntar på juristen' },
  ],
  [
    'Tailspin Toys: anteckning: priset är ok',
    { verb: 'note.add', deal: { words: 'Tailspin Toys' }, text: 'priset är ok' },
  ],
  [
    'kom ihåg på Contoso: inköp kollar',
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'inköp kollar' },
  ],
  [
    'påminn Fabrikam om Contoso igen',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
  ],
  [
    'hör av dig till Litware om Contoso',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Litware' },
  ],
  [
    'stöt på Fabrikam om Northwind',
    { verb: 'partner.remind', deal: { words: 'Northwind' }, partner: 'Fabrikam' },
  ],
  ['skicka en påminnelse till Litware', { verb: 'partner.remind', partner: 'Litware' }],
  [
    'puffa på Microsoft angående Contoso',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Microsoft' },
  ],
  [
    'pinga Tailspin Toys om Contoso',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Tailspin Toys' },
  ],
  [
    'kan du påminna Fabrikam om Contoso?',
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
  ],
];
