import { changingSv } from './sv/changing.ts';
import { endingSv } from './sv/ending.ts';
import { lookingSv } from './sv/looking.ts';
import { nothingSv } from './sv/nothing.ts';
import type { SentenceTable } from './table.ts';

/** Sentences in Swedish with what they mean on Monday, 30 November 2026. */
export const sv: SentenceTable = {
  means: [
    ...changingSv,
    ...endingSv,
    ...lookingSv,
    ['visa Contoso', { verb: 'referral.view', deal: { words: 'Contoso' } }],
    ['hur går det med Contoso?', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['vad har hänt med Contoso', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    [
      'flytta Contoso till förhandlad',
      { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'förhandlad' },
    ],
    ['sätt Contoso till 80 %', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80 %' }],
    ['Contoso är offererad nu', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'offererad' }],
    ['Contoso 45k', { verb: 'deal.value', value: { amount: 45000 }, deal: { words: 'Contoso' } }],
    [
      'Contoso är nu värd 45 000 kr',
      { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 45000, currency: 'SEK' } },
    ],
    [
      'ändra värdet på Contoso till 45 000 EUR',
      { verb: 'deal.value', deal: { words: 'Contoso' }, value: { amount: 45000, currency: 'EUR' } },
    ],
    [
      'slutdatum för Contoso är 31 mars',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'Contoso stänger i slutet av mars',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'flytta Contoso till nästa kvartal',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'skjut upp Contoso till 5 maj',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-05-05' },
    ],
    ['lämna över Contoso till Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
    ['ge Contoso till Ada', { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Ada' }],
    [
      'bjud in Fabrikam till Contoso',
      { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Fabrikam', text: '' },
    ],
    [
      'anteckning på Contoso: ringde CFO',
      { verb: 'note.add', deal: { words: 'Contoso' }, text: 'ringde CFO' },
    ],
    ['acceptera Contoso', { verb: 'referral.accept', deal: { words: 'Contoso' } }],
    ['acceptera den', { verb: 'referral.accept', deal: 'it' }],
    [
      'avböj Contoso eftersom vi saknar kapacitet',
      { verb: 'referral.decline', deal: { words: 'Contoso' }, reason: 'vi saknar kapacitet' },
    ],
    ['vi vann Contoso', { verb: 'deal.win', deal: { words: 'Contoso' } }],
    [
      'vi förlorade Contoso på grund av priset',
      { verb: 'deal.lose', deal: { words: 'Contoso' }, reason: 'priset' },
    ],
    [
      'påminn Fabrikam om Contoso',
      { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
    ],
    ['registrera Contoso', { verb: 'registration.register', deal: { words: 'Contoso' } }],
    ['tysta Contoso', { verb: 'news.mute', deal: { words: 'Contoso' } }],
    ['sluta tysta Contoso', { verb: 'news.unmute', deal: { words: 'Contoso' } }],
    ['lägg till Contoso i favoriter', { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: true }],
    ['redigera Tailspin', { verb: 'deal.edit', deal: { words: 'Tailspin' } }],
    ['teamet för Contoso', { verb: 'deal.team', deal: { words: 'Contoso' } }],
    ['lösningar för Contoso', { verb: 'deal.solutions', deal: { words: 'Contoso' } }],
    ['ångra', { verb: 'deal.undo' }],
    ['vad behöver jag göra idag?', { verb: 'day.show' }],
    ['vad kräver min uppmärksamhet idag?', { verb: 'day.show' }],
    ['försenade', { verb: 'deals.list', list: 'all', filters: { overdue: true } }],
    [
      'stänger detta kvartal',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2026-10-01', closingTo: '2026-12-31' } },
    ],
    [
      'stänger i mars',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2027-03-01', closingTo: '2027-03-31' } },
    ],
    ['över 100k', { verb: 'deals.list', list: 'all', filters: { over: { amount: 100000 } } }],
    [
      'under 50k EUR',
      { verb: 'deals.list', list: 'all', filters: { under: { amount: 50000, currency: 'EUR' } } },
    ],
    ['med Microsoft', { verb: 'deals.list', list: 'all', filters: { partner: 'Microsoft' } }],
    ['i Tyskland', { verb: 'deals.list', list: 'all', filters: { country: 'DE' } }],
    [
      'mina affärer över 50k i Sverige som stänger den här månaden',
      {
        verb: 'deals.list',
        list: 'mine',
        filters: {
          over: { amount: 50000 },
          country: 'SE',
          closingFrom: '2026-11-01',
          closingTo: '2026-11-30',
        },
      },
    ],
    ['affärer utan nyheter', { verb: 'deals.list', list: 'all', filters: { quiet: true } }],
    ['mottagna men obesvarade', { verb: 'deals.list', list: 'inbound', filters: { status: 'received' } }],
    ['pipeline', { verb: 'pipeline.show' }],
    ['min pipeline', { verb: 'pipeline.show', whose: 'mine' }],
    ['statistik', { verb: 'insights.show' }],
    ['vem svarar snabbast', { verb: 'insights.show' }],
    ['digest klockan 8:30', { verb: 'digest.set', text: '8:30' }],
    ['stäng av digest', { verb: 'digest.set', text: 'off' }],
    ['borta till fredag', { verb: 'away.set', text: 'till fredag' }],
    ['Ada tar över', { verb: 'away.set', text: 'Ada' }],
    ['jag är tillbaka', { verb: 'away.set', text: 'back' }],
    ['ny affär', { verb: 'deal.start', text: '' }],
    [
      'kan du flytta Contoso till förhandlad?',
      { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: 'förhandlad' },
    ],
    ['kan du visa affären med Northwind tack', { verb: 'referral.view', deal: { words: 'Northwind' } }],
    ['vad är status för "Lost Lake"?', { verb: 'deal.summary', deal: { words: 'Lost Lake' } }],
    ['när stänger Contoso?', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['vem jobbar med Contoso?', { verb: 'deal.team', deal: { words: 'Contoso' } }],
    ['historik för Contoso', { verb: 'timeline.show', deal: { words: 'Contoso' } }],
    ['markera Contoso som förlorad', { verb: 'deal.lose', deal: { words: 'Contoso' } }],
    ['Contoso är vunnen', { verb: 'deal.win', deal: { words: 'Contoso' } }],
    [
      'döp om Contoso till Contoso Norden',
      { verb: 'deal.rename', deal: { words: 'Contoso' }, name: 'Contoso Norden' },
    ],
    ['sök fabrikam', { verb: 'deals.search', text: 'fabrikam' }],
    ['hjälp', { verb: 'help.show' }],
    ['flytta Contoso till förhanlad', { verb: 'stage.mark', deal: { words: 'Contoso' }, stage: '80%' }],
    ['affärer i fas förhandlad', { verb: 'deals.list', list: 'all', filters: { stage: 80 } }],
    [
      'affärer med Fabrikam över 1 miljon kr',
      {
        verb: 'deals.list',
        list: 'all',
        filters: { partner: 'Fabrikam', over: { amount: 1000000, currency: 'SEK' } },
      },
    ],
    ['går ut snart', { verb: 'deals.list', list: 'expiring', filters: {} }],
    ['ta bort Contoso från favoriter', { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: false }],
    ['öppna tailspin toys', { verb: 'referral.view', deal: { words: 'tailspin toys' } }],
    ['Hur går det med Contoso?', { verb: 'deal.summary', deal: { words: 'Contoso' } }],
    ['vad har hänt på northwind sen sist', { verb: 'deal.summary', deal: { words: 'northwind' } }],
    ['flytta fabrikam till förhandlat', { verb: 'stage.mark', deal: { words: 'fabrikam' }, stage: '80%' }],
    [
      'contoso ligger på 450 tkr nu',
      { verb: 'deal.value', deal: { words: 'contoso' }, value: { amount: 450000, currency: 'SEK' } },
    ],
    [
      'sätt värdet på Adventure Works till 1,2 miljoner',
      { verb: 'deal.value', deal: { words: 'Adventure Works' }, value: { amount: 1200000 } },
    ],
    [
      'Stängningsdatum för Contoso blir den 31 mars.',
      { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    ],
    [
      'låt Mia Svensson ta över Northwind',
      { verb: 'deal.handover', deal: { words: 'Northwind' }, to: 'Mia Svensson' },
    ],
    [
      'bjud in fabrikam till contoso',
      { verb: 'partner.invite', deal: { words: 'contoso' }, partner: 'fabrikam', text: '' },
    ],
    [
      'anteckna på Tailspin Toys: kunden vill ha en pilot i januari',
      { verb: 'note.add', deal: { words: 'Tailspin Toys' }, text: 'kunden vill ha en pilot i januari' },
    ],
    ['aceptera Litware tack', { verb: 'referral.accept', deal: { words: 'Litware' } }],
    [
      'tacka nej till Wingtip, vi hinner inte',
      { verb: 'referral.decline', deal: { words: 'Wingtip' }, reason: 'vi hinner inte' },
    ],
    ['vi fick hem contoso!', { verb: 'deal.win', deal: { words: 'contoso' } }],
    [
      'northwind är förlorad, de valde en annan leverantör',
      { verb: 'deal.lose', deal: { words: 'northwind' }, reason: 'de valde en annan leverantör' },
    ],
    [
      'påmin Fabrikam om Contoso',
      { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
    ],
    ['registrera den hos Microsoft', { verb: 'registration.register', deal: 'it' }],
    ['tysta tailspin toys', { verb: 'news.mute', deal: { words: 'tailspin toys' } }],
    ['vad väntar på mig', { verb: 'day.show' }],
    [
      'vilka affärer har passerat sitt stängningsdatum?',
      { verb: 'deals.list', list: 'all', filters: { overdue: true } },
    ],
    [
      'vad ska stängas i januari',
      { verb: 'deals.list', list: 'all', filters: { closingFrom: '2027-01-01', closingTo: '2027-01-31' } },
    ],
    [
      'affärer över 500 000 kr i Tyskland',
      {
        verb: 'deals.list',
        list: 'all',
        filters: { over: { amount: 500000, currency: 'SEK' }, country: 'DE' },
      },
    ],
    ['kolla min pipeline', { verb: 'pipeline.show', whose: 'mine' }],
    ['visa insikter', { verb: 'insights.show' }],
    ['borta till fredag, Jonas', { verb: 'away.set', text: 'till fredag, Jonas' }],
  ],
  nothing: nothingSv,
};
