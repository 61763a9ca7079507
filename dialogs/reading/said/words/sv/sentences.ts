import type { Grammar } from '#dialogs/reading/said/grammar.ts';
import { askingSv } from './asking.ts';
import { doingSv } from './doing.ts';
import { listsSv } from './lists.ts';

/** How deals are spoken of in Swedish. */
export const sv: Grammar = {
  polite: {
    before: [
      '(juhu|hurra|jippi|yes|härligt|japp|hej|hejsan|hallå|tja|ok|okej|så|och|nu|ja|god morgon|då|sen)',
      '(kan jag få|får jag|jag vill|jag skulle vilja|jag skulle behöva|skulle vilja|vill|vi skulle vilja|jag vill gärna|jag behöver|jag måste|vi vill|vi måste|vi behöver|jag ska|vi ska)',
      '(låt oss|låt mig)',
      '(vänligen|snälla)',
      '(tack|gärna) ,',
    ],
    asks: [
      '(kan du|kan ni|skulle du kunna|kan jag|kan vi|vill du|får jag|skulle ni kunna|kunde du|går det att|kan man|skulle jag kunna|kan du hjälpa mig att|skulle jag kunna få|är det möjligt att|orkar du)',
    ],
    behind: ['(tack|tack så mycket|tackar|är du snäll|snälla du|åt mig|för mig|ok|okej|om du kan)'],
    anywhere: [
      '(snälla|vänligen|gärna|bara|nog|väl|pls|please|är du snäll|ju|också|tyvärr|äntligen|egentligen|nu|redan|typ)',
    ],
  },
  ending: [
    '(nu|redan|igen|idag|i dag|genast|direkt|för tillfället|numera|just nu|på sistone|sen sist|sedan sist|nyligen|på senaste tiden|sedan igår|hurra|äntligen|tyvärr|fortfarande|ännu|i dag|idag)',
  ],
  around: {
    articles:
      'en|ett|den|det|de|min|mitt|mina|vår|vårt|denna|detta|den här|det här|med|hos|för|om|på|till|i|av',
    nouns:
      'affären|affär|dealen|deal|affärsmöjligheten|affärsmöjlighet|kunden|kund|affären med|affären hos|affärens|referensen|leadet|inbjudan till|inbjudan för|ärendet|inbjudan från|förfrågan från|affären för|företaget|bolaget',
  },
  it: 'den|det|denna|detta|den här|det här|den där|det där|den affären|honom|henne|dem|denna affär',
  everything:
    '(allt|alla|allting|alla affärer|[mina|våra] affärer|båda|något|ingenting|inget|någon|aviseringar|nyheter|mig|oss|vad|idag)',
  noName:
    'upp|ner|fram|in|ut|bort|hand|mig|oss|dig|imorgon|morgon|lunch|fika|rast|semester|affärer|affärerna|deals|om|ifall|varför|hur|vem|när|vad|var|vilken|vilka|vilket|är|var|har|hade|gör|gjorde|ska|skulle|bör|borde|kan|kunde|får|måste|inte|aldrig|ingen|inga|kanske|eftersom|och|eller|men|jag|vi|du|han|hon|man|över|under|mellan|finns|blir|har',
  inNoName:
    'vi|jag|du|ni|är|har|hade|blir|ger|ska|skulle|vill|kan|kunde|måste|borde|får|fick|inte|aldrig|ingen|inget|kanske|att|om|affärer|deals|sätt|flytta|ställ|markera|visa|nu|förlorad|förlorat|vunnen|vunnet|över|minst|högst|landar|glider|säger|tror|hoppas|nästan|tyvärr|stänger|slutar|gick|går|kommer|tackar|skriv|dra|eftersom',
  not: 'inte|ej|aldrig|ingen|inget|inga|ifall|kanske|eventuellt|möjligen|skulle|borde|bör|kunde|nästan|hoppas|förhoppningsvis|troligen|antagligen|istället för|i stället för|innan|när|tills|varför|vem|hur|undrar|frågar|frågade|säger|sa|sade|tror|funderar|planerar|tänker|glömde|imorgon|morgon|i morgon|om vi|om den|om det|om jag|om de|om kunden|om han|om hon',
  sentences: { ...doingSv, ...askingSv },
  lists: listsSv,
};
