import { listed, of, type SpokenTable } from '#test/dialogs/reading/said/sentences/spoken/table.ts';

/** Ways of asking for deals, and for what the bot tells by itself, in Italian, on Monday, 30 November 2026. */
export const askingIt: SpokenTable['means'] = [
  [
    of('referral.view', 'Contoso'),
    `mostrami Contoso · mi apri Contoso? · fammi vedere la trattativa Contoso · puoi aprirmi Contoso
      mi mostri la trattativa con Contoso? · voglio vedere Contoso · diamo un'occhiata a Contoso
      vediamo Contoso · mi fai vedere Contoso? · portami su Contoso`,
  ],
  [
    of('deal.summary', 'Northwind'),
    `come va Northwind? · come sta andando Northwind · come siamo messi con Northwind?
      a che punto siamo con Northwind · novità su Northwind? · ci sono novità su Northwind?
      qualche novità da Northwind? · che succede con Northwind · cosa succede con Northwind?
      come procede la trattativa Northwind · aggiornami su Northwind · mi fai un riassunto di Northwind?
      mi aggiorni su Northwind? · cosa c'è di nuovo su Northwind · fammi il punto su Northwind
      a che punto è Northwind · come stanno andando le cose con Northwind · qual è la situazione di Northwind?`,
  ],
  [
    of('deal.team', 'Contoso'),
    `chi lavora su Contoso? · chi segue Contoso · chi c'è nel team di Contoso? · chi si occupa di Contoso
      chi sta lavorando su Contoso? · il team di Contoso · mostrami il team di Contoso
      chi è il responsabile di Contoso? · di chi è Contoso? · chi altro lavora su Contoso
      chi sta seguendo Contoso · modifica il team di Contoso · chi fa parte del team di Contoso`,
  ],
  [
    of('deal.edit', 'Contoso'),
    `modifica Contoso · devo modificare Contoso · vorrei modificare la trattativa Contoso
      cambia i dati di Contoso · devo cambiare qualcosa su Contoso · aggiorna i dettagli di Contoso`,
  ],
  [
    of('deal.solutions', 'Contoso'),
    `soluzioni di Contoso · quali soluzioni ci sono in Contoso · cosa vendiamo a Contoso?
      modifica le soluzioni di Contoso · aggiungi una soluzione a Contoso`,
  ],
  [
    of('timeline.show', 'Contoso'),
    `cronologia di Contoso · mostrami lo storico di Contoso · chi ha cambiato cosa in Contoso
      la storia di Contoso · fammi vedere la cronologia di Contoso`,
  ],
  [
    { verb: 'day.show' },
    `cosa devo fare oggi · cosa mi aspetta oggi? · oggi · che devo fare oggi? · cosa c'è da fare
      cosa ho in programma oggi · cosa richiede la mia attenzione · di cosa devo occuparmi stamattina
      da dove comincio · c'è qualcosa di urgente? · cosa ho da fare oggi
      quali trattative hanno bisogno di me · cosa devo guardare per prima · su cosa devo lavorare oggi
      c'è qualcosa per me? · cosa c'è in agenda oggi · che ho da fare stamattina
      cosa aspetta una mia risposta · qualcosa di urgente oggi?`,
  ],
  [
    listed({ overdue: true }),
    `scadute · trattative scadute · quali trattative sono in ritardo? · cosa è scaduto
      mostrami tutte le trattative in ritardo · quelle oltre la data di chiusura
      elenco delle trattative in ritardo · trattative oltre la data di chiusura
      quali avrebbero già dovuto chiudersi · ci sono trattative in ritardo? · che cosa è in ritardo?
      trattative che dovevano già essere chiuse`,
  ],
  [
    listed({ quiet: true }),
    `trattative ferme · quali trattative sono ferme? · trattative senza novità
      trattative ferme da tre settimane · quelle ferme da settimane
      trattative senza attività da tre settimane · dove non succede nulla
      trattative che non si muovono da un po · quali sono bloccate · cosa è fermo
      trattative in cui non è successo niente ultimamente · dove non si muove niente?`,
  ],
  [
    listed({ closingFrom: '2026-10-01', closingTo: '2026-12-31' }),
    `in chiusura questo trimestre · trattative che chiudono questo trimestre · cosa chiude questo trimestre?
      cosa chiudiamo questo trimestre · quali trattative si chiudono in questo trimestre
      trattative da chiudere questo trimestre`,
  ],
  [
    listed({ over: { amount: 100000 } }),
    `sopra i 100k · trattative sopra i 100k · trattative oltre 100mila · quelle che valgono più di 100k
      trattative di almeno 100k · tutte le trattative con un valore superiore a 100k
      quali trattative superano i 100k · trattative da 100k in su · le trattative più grandi di 100k`,
  ],
  [
    listed({ partner: 'Microsoft' }),
    `con Microsoft · trattative con Microsoft · cosa abbiamo con Microsoft · quelle condivise con Microsoft
      trattative in cui è coinvolta Microsoft · tutte le trattative insieme a Microsoft
      trattative dove partecipa Microsoft`,
  ],
  [
    listed({ country: 'DE' }),
    `in Germania · trattative in Germania · cosa abbiamo in Germania? · quali trattative abbiamo in Germania
      tutte quelle in Germania · trattative con clienti in Germania`,
  ],
  [
    listed({ stage: 60 }),
    `trattative in fase proposta · trattative in proposta · quali trattative sono in fase proposta
      trattative al 60% · quelle in fase di proposta`,
  ],
  [
    listed(
      { over: { amount: 50000, currency: 'EUR' }, closingFrom: '2027-01-01', closingTo: '2027-03-31' },
      'mine',
    ),
    `le mie trattative sopra i 50k EUR in chiusura il prossimo trimestre
      le mie trattative che chiudono il prossimo trimestre sopra i 50k EUR
      quali delle mie trattative sopra i 50k EUR chiudono il prossimo trimestre
      le mie trattative del prossimo trimestre sopra 50.000 euro`,
  ],
  [
    listed({ country: 'SE', partner: 'Fabrikam' }),
    `trattative con Fabrikam in Svezia · trattative in Svezia con Fabrikam
      cosa abbiamo in Svezia insieme a Fabrikam`,
  ],
  [
    listed({ status: 'won' }, 'closed'),
    `trattative vinte · quali trattative abbiamo vinto · le trattative che abbiamo vinto
      mostrami quelle vinte`,
  ],
  [
    listed({ status: 'received' }, 'inbound'),
    `trattative senza risposta · quali segnalazioni aspettano una risposta · a cosa non ho ancora risposto
      trattative a cui non abbiamo risposto · quelle in attesa di una mia risposta`,
  ],
  [
    listed({}, 'mine'),
    `le mie trattative · mostrami le mie trattative · quali sono le mie trattative
      mi fai vedere le mie trattative? · le trattative che seguo · trattative che gestisco io`,
  ],
  [
    listed({}, 'favorites'),
    `preferiti · i miei preferiti · mostrami i preferiti · le mie trattative preferite
      mi mostri i preferiti?`,
  ],
  [
    { verb: 'pipeline.show' },
    `pipeline · mostrami la pipeline · la pipeline per favore · mi fai vedere la pipeline?
      come va la pipeline · pipeline per fase · com’è messa la pipeline? · cosa c'è nella pipeline`,
  ],
  [
    { verb: 'pipeline.show', whose: 'mine' },
    `la mia pipeline · mostrami la mia pipeline · com'è la mia pipeline? · come va la mia pipeline
      come è messa la mia pipeline`,
  ],
  [
    { verb: 'insights.show' },
    `statistiche · mi mostri le statistiche? · mostrami i numeri · fammi vedere le statistiche
      quanto ci mettiamo a rispondere · quante trattative abbiamo vinto questo trimestre
      chi risponde più in fretta · qual è il nostro tasso di vittoria · perché perdiamo le trattative
      come stiamo performando · insights · i numeri di questo trimestre`,
  ],
  [
    { verb: 'digest.set', text: '8:30' },
    `digest alle 8:30 · mandami il digest alle 8:30 · sposta il riepilogo alle 8:30
      vorrei il riepilogo alle 8:30 · il mio digest alle 8:30 · mi mandi il riepilogo alle 8:30
      voglio il digest alle 8:30 · riepilogo mattutino alle 8:30 · imposta il digest alle 8:30
      puoi mandarmi il riepilogo alle 8:30?`,
  ],
  [
    { verb: 'digest.set', text: 'off' },
    `disattiva il digest · digest off · niente digest · basta digest · non voglio più il riepilogo
      non mandarmi più il digest · spegni il riepilogo · niente più riepilogo al mattino
      smetti di mandarmi il digest`,
  ],
  [
    { verb: 'away.set', text: 'fino a venerdì, Ada' },
    `assente fino a venerdì, Ada · sono via fino a venerdì, Ada
      sarò in ferie fino a venerdì, mi sostituisce Ada · sono in ferie fino a venerdì, Ada mi sostituisce
      sono fuori ufficio fino a venerdì, mi copre Ada · sono via fino a venerdì, al mio posto Ada
      non ci sono fino a venerdì, Ada mi sostituisce · fuori ufficio fino a venerdì, mi sostituisce Ada
      in ferie fino a venerdì, Ada segue le mie trattative · sono assente fino a venerdì e mi sostituisce Ada`,
  ],
  [
    { verb: 'away.set', text: 'back' },
    `sono tornato · sono tornata · sono di nuovo in ufficio · rieccomi · eccomi di nuovo
      sono rientrato dalle ferie · sono di nuovo qui · tornato dalle ferie`,
  ],
  [
    { verb: 'deal.undo' },
    `annulla l’ultima modifica · rimetti com'era · rimettila com'era · torna indietro
      annulla quello che ho fatto · ho sbagliato · ops, annulla tutto · era un errore
      riporta tutto come prima · annulla l'ultima cosa · disfa · ho sbagliato, torna indietro · ripristina
      annulla l'ultima operazione`,
  ],
  [
    { verb: 'deal.start', text: '' },
    `nuova trattativa · crea una trattativa · ho una nuova trattativa · vorrei creare una trattativa
      aggiungi una nuova opportunità · posso inserire una nuova trattativa? · inserisci una trattativa
      vorrei inserire una nuova trattativa`,
  ],
  [
    { verb: 'deal.start', text: 'Contoso, 45k' },
    `nuova trattativa: Contoso, 45k · nuova trattativa con Contoso, 45k
      crea una trattativa per Contoso, 45k · ho una nuova trattativa con Contoso, 45k
      abbiamo una nuova opportunità con Contoso, 45k · inserisci una nuova trattativa con Contoso, 45k`,
  ],
  [
    { verb: 'help.show' },
    `aiuto · cosa sai fare? · cosa puoi fare · come funziona? · mi aiuti? · cosa posso chiederti?
      quali comandi ci sono · che cosa posso scriverti · non so cosa fare · cosa puoi fare per me
      mi serve aiuto`,
  ],
  [
    { verb: 'explain', term: 'duns' },
    `cos'è il numero DUNS? · che cos’è un D-U-N-S · a cosa serve il numero DUNS · dove trovo il DUNS?
      spiegami il DUNS · cosa vuol dire DUNS`,
  ],
  [
    { verb: 'explain', term: 'expiry' },
    `quando scade una segnalazione? · cosa vuol dire in scadenza · cosa succede se scade
      che succede quando una trattativa scade · quando scadono le segnalazioni`,
  ],
  [{ verb: 'explain', term: 'stages' }, `cosa significano le fasi? · spiegami le fasi di vendita`],
  [
    { verb: 'explain', term: 'cosell' },
    `cos'è il co-sell · cosa significa co-selling · che vuol dire co-sell?`,
  ],
  [
    { verb: 'deals.search', text: 'migrazione cloud' },
    `cerca migrazione cloud · cercami migrazione cloud · trova migrazione cloud
      sto cercando migrazione cloud · mi cerchi migrazione cloud? · puoi cercare migrazione cloud`,
  ],
];
