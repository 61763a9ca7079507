import { of, type SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';

/** Ways of changing deals in English, on Monday, 30 November 2026. */
export const doingEn: SpokenTable['means'] = [
  [
    { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: 'negotiated' },
    `mark Tailspin Toys as negotiated · Tailspin Toys should be at negotiated
      Tailspin Toys has now been negotiated · please bump Tailspin Toys up to negotiated
      we have negotiated Tailspin Toys · we've just negotiated Tailspin Toys · Tailspin Toys: negotiated
      set the sales stage of Tailspin Toys to negotiated · stage of Tailspin Toys to negotiated
      Tailspin Toys stage negotiated · I'd like to move Tailspin Toys on to negotiated`,
  ],
  [
    { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: '60%' },
    `Tailspin Toys is at 60% now · put Tailspin Toys at 60%`,
  ],
  [
    { verb: 'stage.mark', deal: 'it', stage: 'proposed' },
    `move it to proposed · it's proposed now · mark this one as proposed · we proposed it`,
  ],
  [
    { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 45000 } },
    `set Fabrikam to 45k · Fabrikam is worth 45k · make Fabrikam 45k · Fabrikam's now 45k
      the Fabrikam deal is about 45k · the value of Fabrikam went up to 45k · put Fabrikam down for 45k
      change the amount on Fabrikam to 45k · Fabrikam grew to 45k · it looks like Fabrikam is 45k
      Fabrikam deal value 45,000 · set the deal value for Fabrikam to 45,000 · update Fabrikam: 45k
      bump the Fabrikam value up to 45k`,
  ],
  [
    { verb: 'deal.value', deal: 'it', value: { amount: 45000, currency: 'EUR' } },
    `it's worth 45k EUR · make it 45,000 EUR · set it at €45k`,
  ],
  [
    { verb: 'deal.value', value: { amount: 45000, currency: 'EUR' } },
    `change the value to 45k euros · the value is now €45,000 · value: 45k EUR`,
  ],
  [{ verb: 'stage.mark', stage: 'proposed' }, `set the stage to proposed`],
  [
    { verb: 'deal.closeDate', date: '2027-03-31' },
    `move the close date to 31 March · close date is 31 March`,
  ],
  [
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    `Contoso will close on 31 March · move the close date of Contoso to March 31
      Contoso is going to close end of March · push Contoso out to the end of March
      we expect Contoso to close by 31 March · Contoso should be done by 31 March · Contoso closing 31 March
      set the Contoso close date to 31 March · reschedule Contoso for 31 March
      Contoso got pushed back to 31 March · Contoso now closes 31 March · Contoso slipped to the end of March
      the Contoso deal has been postponed to 31 March · change Contoso's closing date to 31/3/2027`,
  ],
  [
    { verb: 'deal.closeDate', deal: 'it', date: '2027-03-31' },
    `push it to end of March · it closes on 31 March · we'll close it by 31 March`,
  ],
  [
    { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas Weber' },
    `hand Contoso over to Jonas Weber · hand over Contoso to Jonas Weber
      give the Contoso deal to Jonas Weber · Jonas Weber is taking over Contoso
      can you assign Contoso to Jonas Weber? · pass the Contoso deal on to Jonas Weber
      Jonas Weber will handle Contoso · Jonas Weber should own Contoso · let Jonas Weber take over Contoso
      Contoso should go to Jonas Weber · make Jonas Weber the owner of Contoso
      reassign Contoso to Jonas Weber please`,
  ],
  [
    { verb: 'deal.handover', deal: 'it', to: 'Jonas' },
    `hand it over to Jonas · hand it off to Jonas · give it to Jonas · pass this on to Jonas please
      let Jonas take it · assign this one to Jonas · Jonas will take it from here`,
  ],
  [
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Wide World Importers', text: '' },
    `invite Wide World Importers to Contoso · bring Wide World Importers in on Contoso
      bring in Wide World Importers on the Contoso deal · loop Wide World Importers in on Contoso
      get Wide World Importers on board for Contoso · add Wide World Importers as a partner to Contoso
      add Wide World Importers to the Contoso deal · send Wide World Importers an invite for Contoso
      send an invitation for Contoso to Wide World Importers
      can we invite Wide World Importers to join Contoso? · I want Wide World Importers on Contoso
      have Wide World Importers join Contoso · ask Wide World Importers to join us on Contoso`,
  ],
  [
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'call the CFO on Friday' },
    `note on Contoso: call the CFO on Friday · add a note to Contoso: call the CFO on Friday
      put a note on Contoso - call the CFO on Friday · take a note for Contoso: call the CFO on Friday
      note for the Contoso deal: call the CFO on Friday · add to the notes of Contoso: call the CFO on Friday
      leave a comment on Contoso: call the CFO on Friday · Contoso note: call the CFO on Friday
      jot this down on Contoso: call the CFO on Friday · please note on Contoso that call the CFO on Friday`,
  ],
  [
    of('referral.accept', 'Litware'),
    `accept Litware · we'll take Litware · I'm happy to accept Litware · we'd love to take on Litware
      yes, accept the Litware referral · go ahead and accept Litware · please accept the referral from Litware
      we are going to accept Litware · Litware: accept`,
  ],
  [of('referral.accept', 'it'), `accept it · I accept this one · let's take it · accept the deal`],
  [
    of('referral.decline', 'Wingtip Toys'),
    `decline Wingtip Toys · turn Wingtip Toys down · turn down Wingtip Toys · we're passing on Wingtip Toys
      let's pass on Wingtip Toys · say no to Wingtip Toys · reject the Wingtip Toys referral
      we have to decline Wingtip Toys · Wingtip Toys: decline`,
  ],
  [
    { verb: 'referral.decline', deal: { words: 'Wingtip Toys' }, reason: 'no capacity' },
    `decline Wingtip Toys because of no capacity · decline Wingtip Toys, no capacity
      turn down Wingtip Toys - no capacity · turn Wingtip Toys down, no capacity
      decline Wingtip Toys with the reason no capacity · decline Wingtip Toys (no capacity)`,
  ],
  [
    of('deal.win', 'Northwind'),
    `we won Northwind · Northwind is won! · we've won the Northwind deal · Northwind is a win
      Northwind signed today · Northwind has signed · mark Northwind as won · close Northwind as won
      we got Northwind! · we closed the Northwind deal today · we landed Northwind yay
      Northwind - closed won · Northwind said yes`,
  ],
  [of('deal.win', 'it'), `we won it · it's won · mark it as won · this one is won · we got it`],
  [
    of('deal.lose', 'Northwind'),
    `we lost Northwind · Northwind is lost · mark Northwind as lost · unfortunately we lost Northwind
      Northwind is dead · close Northwind as lost · Northwind didn't work out · Northwind fell through`,
  ],
  [
    { verb: 'deal.lose', deal: { words: 'Northwind' }, reason: 'price' },
    `we lost Northwind because of price · Northwind lost on price · lost Northwind: price
      Northwind was lost due to price · close Northwind as lost because of price · mark Northwind lost, price
      we lost the Northwind deal over price`,
  ],
  [
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
    `remind Fabrikam about Contoso · send Fabrikam a reminder about Contoso
      send another reminder to Fabrikam about Contoso · give Fabrikam a nudge on Contoso
      nudge Fabrikam again on Contoso · chase Fabrikam for an answer on Contoso · chase up Fabrikam on Contoso
      follow up with Fabrikam about Contoso · ping Fabrikam about the Contoso invitation
      remind Fabrikam to answer on Contoso · poke Fabrikam regarding Contoso`,
  ],
  [
    { verb: 'partner.remind', partner: 'Fabrikam' },
    `remind Fabrikam · send Fabrikam a reminder · give Fabrikam a nudge · chase Fabrikam again`,
  ],
  [
    of('registration.register', 'Contoso'),
    `register Contoso · register the Contoso deal with Microsoft · get Contoso registered
      get Contoso registered with Microsoft · submit Contoso for registration
      start the registration for Contoso · file Contoso with Microsoft · please do the Contoso registration`,
  ],
  [
    of('news.mute', 'Contoso'),
    `mute Contoso · mute everything about Contoso · mute the Contoso deal · stop the updates on Contoso
      no more news about Contoso · no more messages about Contoso please · stop messaging me about Contoso
      turn off notifications for Contoso · silence Contoso · I don't want to hear about Contoso
      don't notify me about Contoso · put Contoso on mute · turn notifications for Contoso off
      mute Contoso for now`,
  ],
  [
    of('news.unmute', 'Contoso'),
    `unmute Contoso · turn notifications for Contoso back on · turn on notifications for Contoso
      keep me posted on Contoso again · start telling me about Contoso again · take Contoso off mute
      I want to hear about Contoso again · notify me about Contoso again`,
  ],
  [
    { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: true },
    `favorite Contoso · star Contoso · add Contoso to my favorites · make Contoso a favourite
      pin the Contoso deal · put Contoso in my favourites · bookmark Contoso · Contoso is a favourite`,
  ],
  [
    { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: false },
    `unfavorite Contoso · remove Contoso from favorites · take Contoso off my favourites · unstar Contoso
      unpin Contoso · Contoso is no longer a favourite`,
  ],
  [
    { verb: 'deal.rename', deal: { words: 'Contoso' }, name: 'Contoso Rollout' },
    `rename Contoso to Contoso Rollout · call Contoso Contoso Rollout from now on
      change the name of Contoso to Contoso Rollout · give Contoso the name Contoso Rollout`,
  ],
];
