import { listed, of, type SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';

/** Ways of asking for deals, and for what the bot tells by itself, in English, on Monday, 30 November 2026. */
export const askingEn: SpokenTable['means'] = [
  [
    of('referral.view', 'Contoso'),
    `can you pull Contoso up for me · bring the Contoso deal up · let's have a look at Contoso
      I want to see the details for Contoso · could I have a look at the Contoso opportunity?
      take me to the Contoso deal please · show us what we have on Contoso`,
  ],
  [
    of('deal.summary', 'Northwind'),
    `how's it going with Northwind · where are we with northwind · what's new on Northwind?
      what's the latest on the Northwind deal · any updates on Northwind? · any news from Northwind
      is there any movement on Northwind? · what's been going on with Northwind lately
      can you catch me up on Northwind · give me a quick rundown of Northwind
      how far along are we with Northwind · Northwind - any news? · what's up with Northwind
      how are things looking at Northwind`,
  ],
  [
    of('deal.team', 'Contoso'),
    `who's on Contoso · who is on the Contoso team · who works on Contoso? · who's on the team for Contoso
      show the Contoso team · who's working on the Contoso deal? · who owns Contoso
      who's responsible for Contoso? · who else is involved in Contoso · edit the team of Contoso
      who is in charge of Contoso`,
  ],
  [
    of('deal.edit', 'Contoso'),
    `edit Contoso · change the details of Contoso · I need to change something on Contoso
      update the Contoso deal · let me edit Contoso · I want to edit the Contoso deal`,
  ],
  [
    of('deal.solutions', 'Contoso'),
    `solutions of Contoso · what are we selling at Contoso · which solutions are in Contoso
      change the solutions on Contoso · add a solution to Contoso`,
  ],
  [
    of('timeline.show', 'Contoso'),
    `show me the history of Contoso · Contoso timeline · who changed what on Contoso
      show the timeline for Contoso · what's the history of Contoso`,
  ],
  [
    { verb: 'day.show' },
    `what needs me · what needs me today · what's on my plate today · what's on today
      what do I need to do today? · today · anything for me today? · what should I look at first
      what's waiting for me · is anything waiting for me? · my to-do list · what do I have on today
      what's on the agenda · which deals need my attention · what do I need to take care of · anything urgent?
      what's left to do today · what should I be working on`,
  ],
  [
    listed({ overdue: true }),
    `overdue · overdue deals · what's overdue? · which deals are overdue · show me everything that's overdue
      show me everything that's past its close date · deals past their close date
      which deals should have closed already · what is running late · which ones are late · anything overdue?
      list all overdue deals · deals that are past due`,
  ],
  [
    listed({ quiet: true }),
    `quiet deals · deals without news · which deals have gone quiet · which ones went quiet
      deals where nothing happened for three weeks · deals with no activity in weeks
      deals that haven't moved in a while · what has gone stale · stale deals · which deals are stuck?
      deals with no activity for three weeks · where hasn't anything happened lately · what went cold`,
  ],
  [
    listed({ closingFrom: '2026-10-01', closingTo: '2026-12-31' }),
    `closing this quarter · what's closing this quarter · deals that close this quarter
      which deals are due to close this quarter · what will we close this quarter
      anything closing this quarter? · deals due this quarter · what's due this quarter`,
  ],
  [
    listed({ over: { amount: 100000 } }),
    `over 100k · deals over 100k · everything above 100k · deals bigger than 100k
      deals worth more than 100k · show me all deals with a value over 100k
      which deals are worth at least 100k · 100k and up · the big ones over 100k · deals of 100k or more`,
  ],
  [
    listed({ partner: 'Microsoft' }),
    `with Microsoft · deals with Microsoft · which deals are we doing with Microsoft
      what do we have with Microsoft · everything we share with Microsoft · deals Microsoft is involved in
      all deals where Microsoft is involved`,
  ],
  [
    listed({ country: 'DE' }),
    `in Germany · deals in Germany · what do we have in Germany · which deals do we have in Germany?
      everything in Germany · deals with customers in Germany`,
  ],
  [
    listed({ stage: 60 }),
    `deals at proposed · proposed deals · all deals in the proposed stage · which deals are proposed
      deals in stage proposed · deals at 60%`,
  ],
  [
    listed(
      { over: { amount: 50000, currency: 'EUR' }, closingFrom: '2027-01-01', closingTo: '2027-03-31' },
      'mine',
    ),
    `my deals over 50k EUR closing next quarter · which of my deals over 50k EUR close next quarter
      show my deals closing next quarter that are over 50k EUR · my deals next quarter over 50k EUR
      what are my deals over 50k EUR that are closing next quarter?`,
  ],
  [
    listed({ country: 'SE', partner: 'Fabrikam' }),
    `deals with Fabrikam in Sweden · deals in Sweden with Fabrikam
      what do we have in Sweden together with Fabrikam`,
  ],
  [
    listed({ status: 'won' }, 'closed'),
    `won deals · deals we won · which deals have we won · closed won deals · everything we've won`,
  ],
  [
    listed({ status: 'received' }, 'inbound'),
    `unanswered deals · which referrals are still waiting for an answer · referrals we haven't answered yet
      deals waiting for my answer · which ones haven't I answered`,
  ],
  [
    listed({}, 'mine'),
    `my deals · show me my deals · list all my deals · which deals are mine · deals I own
      the deals I work on`,
  ],
  [
    listed({}, 'favorites'),
    `my favorites · show my favourite deals · favourites · starred deals · deals I starred`,
  ],
  [
    { verb: 'pipeline.show' },
    `pipeline · show me the pipeline · pipeline by stage · how does the pipeline look
      what's in the pipeline · the pipeline please · pipeline chart`,
  ],
  [
    { verb: 'pipeline.show', whose: 'mine' },
    `my pipeline · show me my pipeline · how's my pipeline looking · what does my pipeline look like
      what is in my pipeline`,
  ],
  [
    { verb: 'insights.show' },
    `insights · show me the insights · show me our stats · how fast do we answer · what's our win rate
      how are we performing · how many deals did we win this quarter · who answers fastest
      numbers for this quarter · why do we lose deals`,
  ],
  [
    { verb: 'digest.set', text: '8:30' },
    `digest at 8:30 · send me the digest at 8:30 · move my digest to 8:30 · set the daily summary to 8:30
      I want the digest at 8:30 · can I get the digest at 8:30 · send my morning summary at 8:30
      my digest should come at 8:30 · I'd like my digest at 8:30 please`,
  ],
  [
    { verb: 'digest.set', text: 'off' },
    `digest off · turn off the digest · turn the digest off · no digest · stop sending me the digest
      I don't want the digest anymore · stop the morning message · no more digests please
      switch off my digest`,
  ],
  [
    { verb: 'away.set', text: 'until Friday, Ada' },
    `away until Friday, Ada · I'm away until Friday, Ada · I'll be out until Friday, Ada covers for me
      I'm on holiday until Friday, Ada takes over · out of office until Friday, Ada covers for me
      ooo until Friday, Ada covers for me · I'm off until Friday, Ada is covering for me
      I'm away until Friday and Ada covers · I'm out until Friday, Ada is my deputy
      I'm away until Friday, Ada will fill in for me`,
  ],
  [
    { verb: 'away.set', text: 'back' },
    `I'm back · I'm back from holiday · back at work · I'm back in the office · back from vacation
      hey, I'm back again`,
  ],
  [
    { verb: 'deal.undo' },
    `undo · undo that · undo my last change · revert that · oops, undo · take that back · that was a mistake
      change it back · put it back · undo it please · roll that back · please undo what I just did
      oops wrong one`,
  ],
  [
    { verb: 'deal.start', text: '' },
    `new deal · create a new deal · start a deal · I have a new deal · add a new opportunity
      I'd like to create a deal · can I add a deal? · I want to enter a new deal`,
  ],
  [
    { verb: 'deal.start', text: 'Contoso, 45k' },
    `new deal: Contoso, 45k · new deal with Contoso, 45k · create a deal for Contoso, 45k
      I have a new deal with Contoso, 45k · we've got a new opportunity with Contoso, 45k
      start a new deal for Contoso, 45k`,
  ],
  [
    { verb: 'help.show' },
    `help · what can you do · what can I ask you · how does this work? · what can you do for me
      show me what you can do · help me please · what commands are there · I don't know what to do
      what can I say here`,
  ],
  [
    { verb: 'explain', term: 'duns' },
    `what's a DUNS number? · what is a d-u-n-s number · where do I find the DUNS number
      what do you need the DUNS number for? · explain DUNS · tell me what DUNS means`,
  ],
  [
    { verb: 'explain', term: 'expiry' },
    `when does a referral expire? · when do referrals expire · what does expiring mean
      what happens when a referral expires · how long until a referral expires`,
  ],
  [
    { verb: 'explain', term: 'stages' },
    `what are the stages · what do the stages mean · explain the sales stages`,
  ],
  [{ verb: 'explain', term: 'cosell' }, `what is co-selling · what does co-sell mean · what's a cosell deal`],
  [
    { verb: 'deals.search', text: 'cloud migration' },
    `search for cloud migration · find cloud migration · look up cloud migration
      can you search cloud migration · I'm looking for cloud migration · search deals about cloud migration`,
  ],
];
