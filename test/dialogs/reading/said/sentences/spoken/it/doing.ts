import { of, type SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';

/** Ways of changing deals in Italian, on Monday, 30 November 2026. */
export const doingIt: SpokenTable['means'] = [
  [
    { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: 'negoziata' },
    `sposta Tailspin Toys a negoziata · segna Tailspin Toys come negoziata · metti Tailspin Toys in negoziata
      Tailspin Toys è negoziata · Tailspin Toys adesso è negoziata · porta Tailspin Toys a negoziata
      Tailspin Toys passa a negoziata · imposta la fase di Tailspin Toys su negoziata
      puoi mettere Tailspin Toys su negoziata? · la fase di Tailspin Toys è negoziata
      fai avanzare Tailspin Toys a negoziata · Tailspin Toys ormai è negoziata`,
  ],
  [
    { verb: 'stage.mark', deal: { words: 'Tailspin Toys' }, stage: '60%' },
    `metti Tailspin Toys al 60% · Tailspin Toys è al 60% · Tailspin Toys al 60% · porta Tailspin Toys al 60%`,
  ],
  [
    { verb: 'stage.mark', deal: 'it', stage: 'proposta' },
    `spostala a proposta · mettila in proposta · segnala come proposta · portala a proposta`,
  ],
  [
    { verb: 'deal.value', deal: { words: 'Fabrikam' }, value: { amount: 45000 } },
    `Fabrikam vale 45k · Fabrikam vale 45mila · Fabrikam ora vale 45k
      imposta il valore di Fabrikam a 45.000 · metti Fabrikam a 45k · il valore di Fabrikam è 45k
      cambia il valore di Fabrikam in 45k · il valore di Fabrikam è salito a 45k
      porta il valore di Fabrikam a 45k · aggiorna Fabrikam a 45k · Fabrikam sale a 45k
      valore di Fabrikam: 45k · per Fabrikam metti 45k · l'importo di Fabrikam è di 45k · alza Fabrikam a 45k`,
  ],
  [
    { verb: 'deal.value', deal: 'it', value: { amount: 45000, currency: 'EUR' } },
    `mettila a 45k EUR · portala a 45.000 €`,
  ],
  [
    { verb: 'deal.value', value: { amount: 45000, currency: 'EUR' } },
    `il valore è 45.000 euro · imposta il valore a 45k EUR · cambia il valore in 45k euro · valore: 45.000 €`,
  ],
  [{ verb: 'stage.mark', stage: 'proposta' }, `imposta la fase su proposta`],
  [
    { verb: 'deal.closeDate', date: '2027-03-31' },
    `sposta la data di chiusura al 31 marzo · la data di chiusura è il 31 marzo
      cambia la data di chiusura in 31 marzo`,
  ],
  [{ verb: 'deal.handover', to: 'Jonas' }, `la prende Jonas · se ne occupa Jonas`],
  [{ verb: 'referral.accept' }, `la accettiamo · la prendiamo · accetto · prendiamola`],
  [{ verb: 'deal.win' }, `abbiamo vinto · l'abbiamo vinta · è vinta · ce l'abbiamo fatta`],
  [
    { verb: 'deal.closeDate', deal: { words: 'Contoso' }, date: '2027-03-31' },
    `Contoso chiude il 31 marzo · la data di chiusura di Contoso è il 31 marzo
      sposta la chiusura di Contoso al 31 marzo · sposta Contoso a fine marzo · rimanda Contoso a fine marzo
      Contoso si chiude entro il 31 marzo · Contoso slitta al 31 marzo
      cambia la data di chiusura di Contoso al 31 marzo · imposta la data di chiusura di Contoso al 31 marzo
      Contoso chiuderà a fine marzo · chiusura di Contoso: 31 marzo · Contoso è stata rimandata al 31 marzo
      Contoso sarà chiusa il 31 marzo · posticipa la chiusura di Contoso al 31/3/2027`,
  ],
  [
    { verb: 'deal.closeDate', deal: 'it', date: '2027-03-31' },
    `spostala a fine marzo · rimandala al 31 marzo`,
  ],
  [
    { verb: 'deal.handover', deal: { words: 'Contoso' }, to: 'Jonas Weber' },
    `passa Contoso a Jonas Weber · assegna Contoso a Jonas Weber · dai Contoso a Jonas Weber
      affida la trattativa Contoso a Jonas Weber · Jonas Weber prende in carico Contoso
      di Contoso si occupa Jonas Weber · Contoso passa a Jonas Weber · Contoso va a Jonas Weber
      puoi passare Contoso a Jonas Weber? · cedi Contoso a Jonas Weber · gira Contoso a Jonas Weber
      Jonas Weber segue Contoso · trasferisci la trattativa Contoso a Jonas Weber`,
  ],
  [
    { verb: 'deal.handover', deal: 'it', to: 'Jonas' },
    `passala a Jonas · assegnala a Jonas · affidala a Jonas · girala a Jonas · questa va a Jonas
      lasciala a Jonas`,
  ],
  [
    { verb: 'partner.invite', deal: { words: 'Contoso' }, partner: 'Wide World Importers', text: '' },
    `invita Wide World Importers a Contoso · invita Wide World Importers su Contoso
      invita Wide World Importers alla trattativa Contoso · coinvolgi Wide World Importers in Contoso
      coinvolgi Wide World Importers nella trattativa Contoso · aggiungi Wide World Importers a Contoso
      porta Wide World Importers su Contoso · manda un invito a Wide World Importers per Contoso
      manda a Wide World Importers un invito per Contoso
      chiedi a Wide World Importers di partecipare a Contoso
      puoi invitare Wide World Importers a partecipare a Contoso?
      facciamo entrare Wide World Importers in Contoso · per Contoso invita Wide World Importers
      aggiungi Wide World Importers come partner a Contoso`,
  ],
  [
    { verb: 'note.add', deal: { words: 'Contoso' }, text: 'chiamare il CFO venerdì' },
    `nota su Contoso: chiamare il CFO venerdì · aggiungi una nota a Contoso: chiamare il CFO venerdì
      annota su Contoso: chiamare il CFO venerdì · metti una nota su Contoso: chiamare il CFO venerdì
      nota per Contoso: chiamare il CFO venerdì · scrivi su Contoso: chiamare il CFO venerdì
      appunto su Contoso: chiamare il CFO venerdì · prendi nota per Contoso: chiamare il CFO venerdì
      segnati su Contoso: chiamare il CFO venerdì · lascia un commento su Contoso: chiamare il CFO venerdì
      aggiungi alle note di Contoso: chiamare il CFO venerdì`,
  ],
  [
    of('referral.accept', 'Litware'),
    `accetta Litware · accettiamo Litware · accetto Litware · prendiamo Litware
      accetta la segnalazione Litware · accetta pure Litware · vogliamo accettare Litware
      sì, accetta la trattativa di Litware · Litware la accettiamo · Litware: accetta
      Litware la prendiamo noi`,
  ],
  [of('referral.accept', 'it'), `accettala · accetta questa`],
  [
    of('referral.decline', 'Wingtip Toys'),
    `rifiuta Wingtip Toys · rifiutiamo Wingtip Toys · declina Wingtip Toys
      respingi la segnalazione Wingtip Toys · dobbiamo rifiutare Wingtip Toys · Wingtip Toys la rifiutiamo
      scarta Wingtip Toys · Wingtip Toys: rifiuta`,
  ],
  [
    { verb: 'referral.decline', deal: { words: 'Wingtip Toys' }, reason: 'non abbiamo tempo' },
    `rifiuta Wingtip Toys perché non abbiamo tempo · rifiuta Wingtip Toys, non abbiamo tempo
      rifiuta Wingtip Toys: non abbiamo tempo · rifiutiamo Wingtip Toys perché non abbiamo tempo
      declina Wingtip Toys dato che non abbiamo tempo · rifiuta Wingtip Toys, motivo: non abbiamo tempo
      rifiuta Wingtip Toys, perché non abbiamo tempo · rifiuta Wingtip Toys visto che non abbiamo tempo`,
  ],
  [
    of('deal.win', 'Northwind'),
    `abbiamo vinto Northwind · Northwind è vinta · Northwind vinta! · segna Northwind come vinta
      chiudi Northwind come vinta · Northwind l'abbiamo vinta · Northwind è nostra · Northwind ha firmato
      abbiamo chiuso Northwind · abbiamo portato a casa Northwind · Northwind è stata vinta oggi
      abbiamo vinto la trattativa con Northwind`,
  ],
  [of('deal.win', 'it'), `segnala come vinta · questa è vinta`],
  [
    of('deal.lose', 'Northwind'),
    `abbiamo perso Northwind · Northwind è persa · segna Northwind come persa · chiudi Northwind come persa
      purtroppo abbiamo perso Northwind · Northwind l'abbiamo persa · Northwind è andata persa
      Northwind è sfumata · Northwind è saltata`,
  ],
  [
    { verb: 'deal.lose', deal: { words: 'Northwind' }, reason: 'il prezzo' },
    `abbiamo perso Northwind per il prezzo · Northwind persa per il prezzo
      Northwind è persa per via di il prezzo · abbiamo perso Northwind, il prezzo
      segna Northwind come persa: il prezzo · Northwind l'abbiamo persa per il prezzo
      persa Northwind per il prezzo`,
  ],
  [
    { verb: 'partner.remind', deal: { words: 'Contoso' }, partner: 'Fabrikam' },
    `sollecita Fabrikam per Contoso · manda un sollecito a Fabrikam per Contoso
      ricorda a Fabrikam di Contoso · manda un altro promemoria a Fabrikam per Contoso
      sollecita una risposta da Fabrikam per Contoso · sollecita di nuovo Fabrikam su Contoso
      ricorda a Fabrikam di rispondere su Contoso · invia a Fabrikam un promemoria per Contoso
      fai un sollecito a Fabrikam su Contoso · ricorda a Fabrikam l'invito a Contoso`,
  ],
  [
    { verb: 'partner.remind', partner: 'Fabrikam' },
    `sollecita Fabrikam · manda un sollecito a Fabrikam · manda un promemoria a Fabrikam
      sollecita ancora Fabrikam`,
  ],
  [
    of('registration.register', 'Contoso'),
    `registra Contoso · registra Contoso con Microsoft · registra la trattativa Contoso
      registriamo Contoso presso Microsoft · puoi registrare Contoso? · avvia la registrazione di Contoso
      fai la registrazione di Contoso · Contoso va registrata · dobbiamo registrare Contoso`,
  ],
  [
    of('news.mute', 'Contoso'),
    `silenzia Contoso · silenzia la trattativa Contoso · silenzia tutto su Contoso
      basta notifiche su Contoso · basta messaggi su Contoso · niente più notifiche su Contoso
      niente più novità su Contoso · non voglio più notifiche su Contoso · non avvisarmi più su Contoso
      disattiva le notifiche per Contoso · smetti di avvisarmi su Contoso · metti Contoso in silenzioso
      togli le notifiche di Contoso`,
  ],
  [
    of('news.unmute', 'Contoso'),
    `riattiva Contoso · riattiva le notifiche di Contoso · riattiva le notifiche per Contoso
      togli il silenzioso a Contoso · avvisami di nuovo su Contoso · attiva le notifiche per Contoso
      voglio di nuovo le notifiche su Contoso · tienimi di nuovo aggiornato su Contoso`,
  ],
  [
    { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: true },
    `aggiungi Contoso ai preferiti · metti Contoso tra i preferiti · metti Contoso nei preferiti
      salva Contoso tra i preferiti · aggiungi la trattativa Contoso ai miei preferiti · Contoso nei preferiti
      segna Contoso come preferita`,
  ],
  [
    { verb: 'deal.favorite', deal: { words: 'Contoso' }, on: false },
    `togli Contoso dai preferiti · rimuovi Contoso dai preferiti
      togli la trattativa Contoso dai miei preferiti · Contoso non è più tra i preferiti
      cancella Contoso dai preferiti`,
  ],
  [
    { verb: 'deal.rename', deal: { words: 'Contoso' }, name: 'Contoso Italia' },
    `rinomina Contoso in Contoso Italia · cambia il nome di Contoso in Contoso Italia
      cambia nome a Contoso in Contoso Italia · dai a Contoso il nome Contoso Italia`,
  ],
];
