import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const set = '(flytta|flytt|sätt|ställ|markera|ändra|för|lyft|ta|lägg|uppdatera|skjut|höj|sänk|byt)';
const because = '([,] (eftersom|på grund av|pga|för att|därför att|då|för|anledning :|orsak :)|:|,|-)';

/** Changing deals. */
export const doingSv: Grammar['sentences'] = {
  note: [
    '(anteckning|notering|notis|kommentar) [(på|för|om|till|i|hos)] {deal} (:|-|att) {text}',
    '(lägg till|skriv|gör|lägg|spara|lägg in) [en] (anteckning|notering|notis|kommentar) (på|för|om|till|i|hos) {deal} (:|att|,|om att|-) {text}',
    '(anteckna|notera|skriv) (på|för|om|till|i) {deal} (:|att|,) {text}',
    '(anteckning|notera|notering|anteckna|lägg till anteckning) (:|att) {text}',
    '(på|för|till) {deal} (:|,) (anteckning|notera|notering|anteckna) [:|att] {text}',
    '{deal} (anteckning|notering) : {text}',
  ],
  undo: [
    '(ångra|ångra det|ångra det där|ångra senaste|ångra senaste ändringen|ta tillbaka [det]|återställ [det]|backa)',
    '(ångra|återställ|ta tillbaka) [(ändringen|senaste ändringen|det senaste) (på|för|i)] {deal}',
    'det var (fel|ett misstag)',
    'gör det ogjort',
  ],
  start: [
    '(ny|skapa|starta|lägg till|lägg upp|registrera|påbörja|börja) [(en|ny|en ny)] (affär|deal|affärsmöjlighet) [(med|för|hos|:|,)] {text}',
    '(ny|skapa|starta|lägg till|lägg upp|påbörja|börja) [(en|ny|en ny)] (affär|deal|affärsmöjlighet)',
    '(jag har|vi har|jag har fått|vi har fått) en ny (affär|deal|affärsmöjlighet) [(med|för|hos|:)] {text}',
    '(jag har|vi har|jag har fått|vi har fått) en ny (affär|deal|affärsmöjlighet)',
  ],
  remind: [
    '(påminn|puffa på|knuffa|stöt på) {partner} (om|angående|kring|gällande) {deal}',
    'skicka [en] påminnelse till {partner} (om|angående|för) {deal}',
    'skicka {partner} en påminnelse (om|angående|för) {deal}',
    'skicka [en] påminnelse till {partner}',
    '(påminn|stöt på) {partner}',
    'påminn {partner} om (det|den)',
  ],
  invite: [
    '(bjud in|inbjud|ta in|ta med|lägg till|få med|dra in|koppla in|involvera) {partner} (till|i|på|för) {deal} (med|för|:|,) {text}',
    '(bjud in|inbjud|ta in|ta med|lägg till|få med|dra in|koppla in|involvera|ta) {partner} [(med)] (till|i|på|för) {deal}',
    '(bjud) {partner} (till) {deal}',
    'be {partner} (vara med i|vara med på|delta i|hjälpa till med) {deal}',
    'skicka [en] inbjudan till {partner} (för|till) {deal}',
    '(bjud in|involvera) {partner}',
  ],
  rename: ['(döp om|byt namn på|kalla) {deal} (till|för) {name}', 'ändra namnet på {deal} till {name}'],
  value: [
    '(sätt|lägg|skriv) {money} (på|för|som värde på) {deal}',
    '(sätt|ändra|höj|sänk|uppdatera|öka|minska|ställ|justera|korrigera) (värdet|beloppet|priset|summan|värde) (på|för|av|hos|i) {deal} till {money}',
    '(sätt|ändra|höj|sänk|uppdatera|öka|minska|justera) {deal} [(från {other})] till {money}',
    '(sätt|ändra) {deal} värde till {money}',
    '(värdet|värde|beloppet|priset|summan) (på|för|av|i) {deal} (är|=|:|ska vara|blir|är nu|nu|ökar till|stiger till) [nu] {money}',
    '{deal} (värde|belopp) [(:|=|är|->)] {money}',
    '{deal} (är|är nu|ligger på|ligger nu på|blir|kostar|har) [nu] [(värd|värt|på|ett värde på|cirka|ungefär|runt)] [nu] {money} [värd]',
    '{deal} är [nu] (värd|värt) [nu] [(ungefär|cirka)] {money}',
  ],
  closeDate: [
    '[(sätt|ändra|flytta|skjut|uppdatera)] [(det|den)] (slutdatum|slutdatumet|avslutsdatum|avslutsdatumet|stängningsdatum|stängningsdatumet|datum|datumet|deadline|avslut|avslutet) (för|på|av|i|hos) {deal} (är|till|:|=|blir|är nu|ska vara|flyttas till) [nu] [den] {date}',
    '{deal} (slutdatum|avslutsdatum|stängningsdatum|avslut) [(:|=|är|->)] {date}',
    '{deal} (stänger|stängs|avslutas|slutar|ska stängas|ska avslutas|kommer stänga|beräknas stänga|stänger först|blir klar|skrivs på|skrivs under) [(den|i|på|till|senast|först)] {date}',
    '(flytta|skjut|skjut upp|skjut fram|flytta fram|senarelägg|förläng|tidigarelägg) {deal} [(fram|upp)] (till|tills) [den] {date}',
    '{deal} (flyttas|skjuts upp|skjuts|skjuts fram|är försenad|försenas|har flyttats|har skjutits upp|senareläggs|dröjer) (till|tills) [den] {date}',
  ],
  goes: [
    `${set} {deal} [(vidare|fram|upp|över)] (till|som|i|på|som i) [(fasen|fas|status|steget|läget)] {to}`,
    `${set} [(fasen|fas|status|statusen|steget)] (för|på|av|i|hos) {deal} (till|som) {to}`,
    '(fasen|fas|statusen|steget) (för|på|av|i) {deal} är [nu] {to}',
    '{deal} (är|står|ligger|har blivit|blev) [nu] [(i|på|i fas|i fasen)] [nu] {to} [nu]',
    '{deal} (går|har gått|gick|flyttas|rör sig|kommer) [nu] [(vidare|över)] (till|i|in i) [(fasen|fas)] {to}',
    '{deal} (har nått|når|nådde) {to}',
    '{deal} (->|=>|→|:|=) {to}',
    'vi har {to} {deal}',
  ],
  mark: [
    '(flytta|markera|för) {deal} (till|som|i) [(fasen|fas)] {to}',
    '(ändra|markera|sätt) (fasen|fas|säljfas|säljfasen) (för|på|i) {deal}',
  ],
  handover: [
    '(ge|lämna|lämna över|överlämna|överlåt|tilldela|flytta|skicka|släpp|skicka över) {deal} [(över|vidare)] (till|åt) {to}',
    '{deal} (går|ska|lämnas|tillhör|flyttas) [(över|gå)] (till) {to}',
    '{to} (tar över|tar|får|ska ta över|ska ha|äger) {deal}',
    '(ge|tilldela) {deal} till {to}',
    'låt {to} (ta över|ta|få) {deal}',
    'gör {to} (till ägare av|till ansvarig för|ansvarig för) {deal}',
  ],
  accept: [
    '(acceptera|godkänn|anta|ta|jag tar|vi tar|tacka ja till|jag accepterar|vi accepterar|säg ja till|ta emot) {deal}',
    '(acceptera|jag accepterar|vi accepterar)',
    '{deal} tar (vi|jag)',
  ],
  decline: [
    `(avböj|avvisa|neka|tacka nej till|avslå|säg nej till|vi avböjer|jag avböjer|vi tackar nej till|jag tackar nej till) {deal} ${because} {reason}`,
    '(avböj|avvisa|neka|tacka nej till|avslå|säg nej till|vi avböjer|jag avböjer|vi tackar nej till|jag tackar nej till) {deal}',
    '(avböj|avvisa|tacka nej)',
    `(avböj|avvisa|tacka nej) ${because} {reason}`,
  ],
  win: [
    '{deal} (är hemma|är i hamn|är vår|är vunnet|gick hem|fick vi hem|vann vi)',
    '(vi|jag|vi har|jag har) [(just|äntligen|precis)] (vann|vunnit|fick hem|fått hem|tog hem|fick|tog|tagit|tagit hem|ror hem|rodde hem) {deal}',
    '{deal} (är|har|blev) [nu] (vunnen|vunnet|vunnits|vår|i hamn)',
    '{deal} vunnen',
    `${set} {deal} (till|som) (vunnen|vunnet)`,
    '(vi vann [den|det]|markera som vunnen|vunnen)',
  ],
  lose: [
    `(vi|jag|vi har|jag har) [(just|tyvärr)] (förlorade|förlorat|tappade|tappat) {deal} ([,] (på grund av|pga|eftersom|till|på|för att|för)|:|,|-) {reason}`,
    `{deal} (är|har|blev|gick) [nu] (förlorad|förlorat|förlorats) ([,] (på grund av|pga|eftersom|till|på|för att)|:|,|-) {reason}`,
    '(vi|jag|vi har|jag har) [(just|tyvärr)] (förlorade|förlorat|tappade|tappat) {deal}',
    '{deal} (är|har|blev|gick) [nu] (förlorad|förlorat|förlorats)',
    `{deal} (förlorad|förlorat) ${because} {reason}`,
    '{deal} (förlorad|förlorat)',
    `${set} {deal} (till|som) (förlorad|förlorat) ${because} {reason}`,
    `${set} {deal} (till|som) (förlorad|förlorat)`,
    '(vi förlorade [den|det]|markera som förlorad)',
  ],
  register: [
    '(registrera|anmäl) {deal} [hos microsoft]',
    '(registrera)',
    '(starta|påbörja) registreringen (av|för) {deal}',
  ],
  unmute: [
    '(sluta tysta|avtysta|slå på ljudet för|slå på) {deal} [igen]',
    '(slå på|sätt på) (aviseringar|nyheter|notiser|meddelanden) (för|om|från) {deal} [igen]',
    'ta bort tystningen (av|för|på) {deal}',
  ],
  mute: [
    '(tysta|dämpa) [ner] {deal}',
    '(stäng av|slå av|inga|inga fler|sluta med) (aviseringar|nyheter|notiser|meddelanden) (för|om|från|på) {deal}',
    'sluta (berätta|meddela mig|skicka nyheter) om {deal}',
  ],
  unfavorite: [
    '(ta bort|plocka bort|stryk|ta) {deal} [bort] (från|ur) [mina] (favoriter|favoriterna)',
    '(avfavorisera) {deal}',
  ],
  favorite: [
    '(lägg till|lägg|spara|sätt|markera|gör|ta) {deal} [till] (i|som|bland|till|in i|in bland) [(mina|en|min)] (favoriter|favorit|favoriterna)',
    '(favoritmarkera|favorisera|stjärnmärk|favorit|bevaka) {deal}',
  ],
  edit: ['(redigera|ändra|ändra på|uppdatera|rätta|korrigera) [(uppgifterna för|detaljerna för)] {deal}'],
};
