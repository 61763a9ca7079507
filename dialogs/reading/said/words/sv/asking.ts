import type { Grammar } from '#dialogs/reading/said/grammar.ts';

const show = '(visa|öppna|se|ta fram|ge|hämta|kolla|kolla på|titta på) [(mig|oss)]';

/** Looking at deals, and what the bot tells by itself. */
export const askingSv: Grammar['sentences'] = {
  help: [
    '(hjälp|hjälp mig|jag behöver hjälp|vad kan du [göra]|vad kan jag (säga|göra|fråga|skriva)|hur fungerar det|hur fungerar du|vilka kommandon finns)',
    `${show} [alla] (hjälp|hjälpen|kommandon)`,
  ],
  day: [
    'vad (behöver|kräver|väntar på) [(min|mig|min uppmärksamhet)] [(uppmärksamhet|mig|åtgärd|min uppmärksamhet)] [idag|nu]',
    'vad (behöver|kräver) (mig|min uppmärksamhet|uppmärksamhet|min åtgärd) [(idag|i dag|nu)]',
    'vad (är|finns|står|har jag|händer|gäller) [(på gång|på tapeten|viktigt|brådskande|att göra|på agendan|på|på schemat|nytt)] [(för mig)] [(idag|i dag|nu)] [att göra]',
    'vad (ska|måste|bör|behöver) jag (göra|ta tag i|jobba med|ta hand om|svara på) [(idag|i dag|nu|först|härnäst)]',
    'vad väntar [på mig] [(idag|i dag)]',
    '(min dag|mina uppgifter|idag|i dag|agenda|god morgon|vad händer idag|dagens uppgifter|att göra idag)',
    `${show} (min dag|mina uppgifter|vad som väntar|vad jag ska göra|vad som behöver mig|vad som kräver min uppmärksamhet) [(idag|i dag)]`,
    '(finns det|har jag) (något|nåt) (brådskande|viktigt|nytt|att göra|som behöver mig|som väntar|som väntar på mig) [(idag|i dag)]',
    'vad behöver jag göra [(idag|i dag)]',
  ],
  'pipeline.mine': [
    `[${show}] min (pipeline|säljpipeline|tratt|säljtratt|prognos)`,
    'hur (ser|är) min pipeline [ut]',
    'hur ligger jag till',
  ],
  'pipeline.all': [
    `[${show}] (vår|hela|hela vår|bolagets|företagets|teamets|allas) (pipeline|pipelinen|säljpipeline|tratt)`,
    `[${show}] pipelinen för (alla|hela (bolaget|teamet|företaget))`,
    'hur (ser|är) vår pipeline [ut]',
    'hur ligger vi till',
  ],
  pipeline: [
    `[${show}] [en] (pipeline|pipelinen|säljpipeline|säljpipelinen|säljtratten)`,
    'hur (ser|är) pipelinen [ut]',
    'vad finns i pipelinen',
    '(värde|affärer) per (fas|kvartal)',
  ],
  insights: [
    `[${show}] [lite|vår|våra] (statistik|statistiken|insikter|nyckeltal|analys|rapport|siffror|siffrorna) [(för|över) (kvartalet|året|detta kvartal|det här kvartalet)]`,
    'vem svarar [(hur snabbt|snabbast|långsammast|fort|hur fort)]',
    'hur (snabbt|fort|lång tid|länge) (svarar|tar det|svarade) [(vi|folk|alla|man|våra säljare|innan vi|för oss)] [(att svara|svarar)]',
    '(svarstid|svarstider|vinstfrekvens|svarsfrekvens)',
    'hur många affärer har vi (vunnit|förlorat|avböjt|accepterat)',
    'varför förlorar vi [affärer]',
  ],
  'digest.off': [
    '(stäng|slå) av [(min|den|mitt|det)] [dagliga] (digest|sammanfattning|sammanfattningen|morgonmeddelande|morgonmeddelandet|digesten)',
    '(digest|sammanfattning|morgonmeddelande|digesten) (av|avstängd)',
    '(ingen|inget|sluta skicka|avsluta) [mer|mig|min|den] [dagliga] (digest|sammanfattning|morgonmeddelande|digesten|morgonmeddelandet) [(längre|mer)]',
  ],
  digest: [
    '(skicka|ge|ställ in|sätt|flytta) [mig] [(min|den|en|mitt|ett)] [dagliga] (digest|digesten|sammanfattning|sammanfattningen|morgonmeddelande|morgonmeddelandet) [(klockan|kl|till|på|varje|kl.)] {text}',
    '(digest|sammanfattning|morgonmeddelande|digesten) [(klockan|kl|till|på|varje|:)] {text}',
    '[min|mitt] (digest|digesten|morgonmeddelande|morgonmeddelandet)',
  ],
  back: [
    'jag är (tillbaka|här igen|på plats igen|åter|tillbaka på jobbet|tillbaka från semestern)',
    '(tillbaka|tillbaka igen|åter|semestern är slut|min semester är slut|frånvaro av|borta av)',
  ],
  away: [
    '(jag är|är) (borta|ledig|på semester|frånvarande|inte här|bortrest|inte inne|föräldraledig|sjuk) [,] {text}',
    '(borta|ledig|frånvarande|semester|på semester|frånvaro) {text}',
  ],
  cover: [
    '{person} (tar över|vikarierar|ersätter mig|vikarierar för mig) {until}',
    '(jag är|är) (borta|ledig|på semester|frånvarande) {until} [,|och] {person} (tar över|vikarierar|vikarierar för mig|ersätter mig|täcker för mig|hoppar in)',
    '{person} (tar över|vikarierar|vikarierar för mig|täcker för mig|ersätter mig|tar över mina affärer|är min ersättare|är min vikarie|tar över för mig|hoppar in)',
    '(min ersättare|min vikarie|ersättare|vikarie|ställföreträdare) (är|:|blir) {person}',
  ],
  search: [
    '(sök|sök efter|hitta|leta efter|leta upp|finn|var är|jag letar efter|jag söker) [(affären|affärer|en affär)] [(med|som heter|om)] {text}',
  ],
  team: [
    `[${show}] (teamet|team|medlemmarna|medlemmar|personerna) (för|på|i|av|till|hos|bakom) {deal}`,
    'vem (jobbar|arbetar|är|äger|ansvarar|sitter|har) [(med|på|för|i teamet för|ansvarig för|i teamet på)] {deal}',
    'vilka (jobbar|arbetar|är) [(med|på|i)] {deal}',
    `[${show}] {deal} team`,
    'ändra teamet (för|på) {deal}',
  ],
  solutions: [
    `[${show}] (lösningarna|lösningar|produkterna|produkter) (för|på|i|av|till|hos) {deal}`,
    '(vilka|vad för) (lösningar|produkter) (finns|har|ingår|är|säljer vi) [(i|på|till|för)] {deal}',
    'vad säljer vi till {deal}',
    'ändra lösningarna (för|på|i) {deal}',
  ],
  timeline: [
    `[${show}] (historiken|historik|tidslinjen|tidslinje|loggen|ändringarna|historien) (för|på|i|av|till|hos) {deal}`,
    '(historik|tidslinje) {deal}',
    '(vad|vem) har ändrat [sig|s|vad] (på|i|hos) {deal}',
    'vad har ändrats (på|i|hos|för) {deal}',
  ],
  summary: [
    'hur (går|gick|ser|är|står|ligger|mår) (det|läget|saker|statusen) [ut] (med|för|hos|på|i) {deal}',
    'hur (går|ligger|mår|står) {deal} [till]',
    'hur går det för {deal}',
    '(vad|något) (har|är|hände|händer|nytt) [(hänt|nytt|på gång|som händer)] (med|på|hos|i|för) {deal} [(på sistone)]',
    'vad är (status|statusen|läget|senaste|senaste nytt|nästa steg|värdet|fasen|slutdatumet) (för|på|med|i|av|hos) {deal}',
    '(status|läget|sammanfattning|läge|nyheter|uppdatering|senaste) (för|på|med|av|om|hos|i|:) {deal}',
    `${show} [(en|ett)] [(kort)] (status|sammanfattning|uppdatering|läget|överblick|läge) (för|på|om|av|från|med) {deal}`,
    '(sammanfatta|summera|berätta om|berätta [mer|lite] om|uppdatera mig om) {deal}',
    'var (står|är|ligger) [vi] [(med|i|på)] {deal}',
    '(vilken|i vilken) fas (är|har|ligger) {deal} [i]',
    'hur långt (har|är) [(vi kommit med|kommit med)] {deal} [kommit]',
    'hur långt (är|har) {deal} [kommit]',
    'när (stänger|stängs|avslutas|går|löper) {deal} [ut]',
    'hur mycket är {deal} värd',
    'vad är {deal} (värd|värt)',
    '(har|är|blev) {deal} [(redan|ännu|nu)] (svarat|accepterat|avböjt|vunnen|förlorad|vunnits|registrerad|försenad|öppen|stängd|förhandlad|offererad|kvalificerad|accepterad|klar) [än]',
    '(har|har någon|har microsoft|har partnern|har kunden) (svarat|accepterat|reagerat) (på|om) {deal} [(än|ännu)]',
    '{deal} status',
  ],
  view: [
    `${show} [(kortet för|detaljer om|detaljer för|upp)] {deal} [igen]`,
    '(detaljer|kortet) (för|om|på) {deal}',
    '(gå till|titta på|kolla på|kolla|kika på|låt mig se) {deal}',
  ],
};
