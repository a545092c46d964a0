// The page's own words in both languages. Everything else comes from the solution's labels.

const english = {
  about: "BuyerPath · local stand-in, not Dataverse", skip: "Skip to content", menu: "Menu", language: "Language",
  reset: "Reset", resetAsk: "Undo everything that was done since the start?", trace: "Trace", actingAs: "Acting as", siteMap: "Site map", area: "Area",
  snapshot: "Snapshot", snapshotAbout: "All rows of this sandbox as a file: save it to return to this point later, or to hand it to somebody.",
  snapshotSave: "Save to a file", snapshotLoad: "Load from a file", snapshotAsk: "Replace all rows by those of {0}? What is here now is lost.",
  snapshotLoaded: "{0} was loaded.", snapshotNot: "{0} is not a snapshot: {1}",
  create: "New", refresh: "Refresh", save: "Save", saveAndClose: "Save and close", cancel: "Cancel", remove: "Delete",
  search: "Search in {0}", view: "View", showAs: "Show as", grid: "Grid", form: "Form", rows: "{0} rows", row: "1 row", shown: "{0} of {1} shown", more: "Show more",
  none: "No rows here.", noneFound: "Nothing was found for “{0}”.", newRow: "New {0}", addExisting: "Add existing {0}", add: "Add", unsaved: "Unsaved changes",
  leaveAsk: "Leave without saving the changes?", removeAsk: "Delete “{0}”?", required: "Please fill in: {0}",
  saveFirst: "Save first, then rows can be added here.", failed: "That did not work", notFound: "There is no such page.",
  lookFor: "Look for {0}", clear: "Clear {0}", nobody: "No match", yes: "Yes", no: "No", unset: "---", readOnlyRow: "Read-only: this row is {0}.", readOnlyRights: "Read-only: you may not change this row.",
  notReadable: "You may not see: {0}.", noEntry: "{0} has no role that lets them see anything of this app.",
  standInForm: "The solution has no form for this table: this is a plain stand-in.",
  undrawn: "The local page does not draw this ({0}).",
  noPlatform: "Code components need React, which is not built here yet. Run: npm ci && npm run build in webresources, and start again.",
  noComponent: "The code component {0} is not in the solution.", componentFailed: "The code component {0} failed: {1}",
  saveClose: "Save & close", assign: "Assign", assignTo: "Assign {0} to", win: "Close as won", lose: "Close as lost", reopen: "Reopen", closeWon: "Close “{0}” as won", closeLost: "Close “{0}” as lost",
  chosen: "{0} selected", chooseAll: "Select all rows", choose: "Select {0}", removeMany: "Delete {0} rows?", rowsOf: "{0} rows", chart: "Chart", showChart: "Show chart", hideChart: "Hide chart", chartEmpty: "There is nothing to draw.", noCharts: "Charts need the chart library, which is not built here yet. Run: npm ci && npm run build in webresources, and start again.", unknownChart: "The local page does not draw charts of the kind {0}.",
  quickViewEmpty: "{0} is not set.", noScript: "The local page has no {0}.",
  traceAbout: "What happened in this sandbox, newest first. Open a request to see the steps that ran, what their plugins asked for and wrote to the trace, and what was refused.",
  traceKind: "What", traceMessage: "Message", traceTable: "Table", traceTables: "All tables", traceUser: "User", traceText: "Text", traceFind: "Find in the trace", traceShow: "Show", traceEmpty: "Nothing happened yet, or nothing that fits.",
  traceCounts: "{0} steps, {1} calls", traceClosed: "Last {0} requests",
  kinds: "All requests", kindStep: "Those that ran steps", kindRefusal: "Refusals and failures", kindText: "With trace text of plugins",
  Request: "Request", PluginCall: "Plugin call", Step: "Step", Text: "Trace text", Refusal: "Refusal", AsynchronousFailure: "Failed in the background", lost: "The sandbox does not answer. Is it still running?",
};

const finnish = {
  about: "BuyerPath · paikallinen sijainen, ei Dataverse", skip: "Siirry sisältöön", menu: "Valikko", language: "Kieli",
  reset: "Palauta", resetAsk: "Perutaanko kaikki, mitä on tehty alun jälkeen?", trace: "Jäljitys", actingAs: "Käyttäjänä", siteMap: "Sivustokartta", area: "Alue",
  snapshot: "Tilannekuva", snapshotAbout: "Tämän hiekkalaatikon kaikki rivit tiedostona: tallenna se, niin voit palata tähän myöhemmin tai antaa sen toiselle.",
  snapshotSave: "Tallenna tiedostoon", snapshotLoad: "Lataa tiedostosta", snapshotAsk: "Korvataanko kaikki rivit tiedoston {0} riveillä? Nykyiset rivit menetetään.",
  snapshotLoaded: "{0} ladattiin.", snapshotNot: "{0} ei ole tilannekuva: {1}",
  create: "Uusi", refresh: "Päivitä", save: "Tallenna", saveAndClose: "Tallenna ja sulje", cancel: "Peruuta", remove: "Poista",
  search: "Hae: {0}", view: "Näkymä", showAs: "Näytä", grid: "Taulukkona", form: "Lomake", rows: "{0} riviä", row: "1 rivi", shown: "{0}/{1} näkyvissä", more: "Näytä lisää",
  none: "Täällä ei ole rivejä.", noneFound: "Haulla ”{0}” ei löytynyt mitään.", newRow: "Uusi: {0}", addExisting: "Lisää olemassa oleva: {0}", add: "Lisää", unsaved: "Tallentamattomia muutoksia",
  leaveAsk: "Poistutaanko tallentamatta muutoksia?", removeAsk: "Poistetaanko ”{0}”?", required: "Täytä vielä: {0}",
  saveFirst: "Tallenna ensin, niin tähän voi lisätä rivejä.", failed: "Se ei onnistunut", notFound: "Sellaista sivua ei ole.",
  lookFor: "Etsi: {0}", clear: "Tyhjennä {0}", nobody: "Ei osumia", yes: "Kyllä", no: "Ei", unset: "---", readOnlyRow: "Vain luku: rivin tila on {0}.", readOnlyRights: "Vain luku: et saa muuttaa tätä riviä.",
  notReadable: "Et saa nähdä: {0}.", noEntry: "Käyttäjällä {0} ei ole roolia, jolla näkisi tästä sovelluksesta mitään.",
  standInForm: "Ratkaisussa ei ole lomaketta tälle taululle: tämä on pelkistetty sijainen.",
  undrawn: "Paikallinen sivu ei piirrä tätä ({0}).",
  noPlatform: "Koodikomponentit tarvitsevat Reactin, jota ei ole vielä koottu. Aja webresources-kansiossa: npm ci && npm run build, ja käynnistä uudelleen.",
  noComponent: "Koodikomponenttia {0} ei ole ratkaisussa.", componentFailed: "Koodikomponentti {0} epäonnistui: {1}",
  saveClose: "Tallenna ja sulje", assign: "Siirrä omistajuus", assignTo: "Uusi omistaja: {0}", win: "Sulje voitettuna", lose: "Sulje menetettynä", reopen: "Avaa uudelleen", closeWon: "Sulje voitettuna: {0}", closeLost: "Sulje menetettynä: {0}",
  chosen: "{0} valittu", chooseAll: "Valitse kaikki rivit", choose: "Valitse {0}", removeMany: "Poistetaanko {0} riviä?", rowsOf: "{0} riviä", chart: "Kaavio", showChart: "Näytä kaavio", hideChart: "Piilota kaavio", chartEmpty: "Piirrettävää ei ole.", noCharts: "Kaaviot tarvitsevat kaaviokirjaston, jota ei ole vielä koottu. Aja webresources-kansiossa: npm ci && npm run build, ja käynnistä uudelleen.", unknownChart: "Paikallinen sivu ei piirrä kaaviolajia {0}.",
  quickViewEmpty: "{0} puuttuu.", noScript: "Paikallisella sivulla ei ole: {0}.",
  traceAbout: "Mitä tässä hiekkalaatikossa on tapahtunut, uusin ensin. Avaa pyyntö, niin näet ajetut vaiheet, laajennusten kutsut ja jäljitystekstit sekä sen, mistä kieltäydyttiin.",
  traceKind: "Mitä", traceMessage: "Sanoma", traceTable: "Taulu", traceTables: "Kaikki taulut", traceUser: "Käyttäjä", traceText: "Teksti", traceFind: "Etsi jäljityksestä", traceShow: "Näytä", traceEmpty: "Mitään ei ole vielä tapahtunut, tai mikään ei täsmää.",
  traceCounts: "{0} vaihetta, {1} kutsua", traceClosed: "Viimeiset {0} pyyntöä",
  kinds: "Kaikki pyynnöt", kindStep: "Vaiheita ajaneet", kindRefusal: "Kieltäytymiset ja virheet", kindText: "Laajennusten jäljitystekstit",
  Request: "Pyyntö", PluginCall: "Laajennuksen kutsu", Step: "Vaihe", Text: "Jäljitysteksti", Refusal: "Kieltäytyminen", AsynchronousFailure: "Epäonnistui taustalla", lost: "Hiekkalaatikko ei vastaa. Onko se vielä käynnissä?",
};

const englishCode = 1033;
const finnishCode = 1035;

export const languages = [
  { code: englishCode, locale: "en-IE", name: "English", texts: english },
  { code: finnishCode, locale: "fi-FI", name: "Suomi", texts: finnish },
];

const asked = Number(new URLSearchParams(location.search).get("lang"));

/** The language of this page load: `?lang=1035`, else English. */
export const language = languages.find(known => known.code === asked) ?? languages[0];

/** A text of the page, with {0}, {1} filled in. */
export const text = (key, ...values) => language.texts[key].replace(/\{(\d)\}/g, (_, at) => values[at]);

/** A label of the solution in the page's language, else in English, else in any. */
export const label = labels => labels[language.code] ?? labels[englishCode] ?? Object.values(labels)[0] ?? "";

let appName = "";

/** Says once what the app is called. */
export function callApp(name) {
  appName = name;
  document.title = name;
}

/** The title of the window on a page of the app. */
export const titled = page => `${page} · ${appName}`;

/** The address of this page in another language. */
export function addressIn(code) {
  const address = new URL(location.href);
  address.searchParams.set("lang", code);
  return address;
}
