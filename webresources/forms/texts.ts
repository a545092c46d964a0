/** What the form scripts say. Its members are the same in every language. */
export interface Texts {
  readonly retireTitle: string;
  readonly retireText: string;
  readonly retire: string;
  readonly cancel: string;
  readonly working: string;
}

const english: Texts = {
  retireTitle: "Retire this version?",
  retireText: "No opportunity can choose it any more. Those that follow it stay with it. A retired version cannot become active again; a new version can be made of it.",
  retire: "Retire",
  cancel: "Cancel",
  working: "Making a new version …",
};

const finnish: Texts = {
  retireTitle: "Poistetaanko tämä versio käytöstä?",
  retireText: "Myyntimahdollisuudet eivät voi enää valita sitä. Sitä jo seuraavat pysyvät siinä. Käytöstä poistettua versiota ei voi ottaa uudelleen käyttöön, mutta siitä voi tehdä uuden version.",
  retire: "Poista käytöstä",
  cancel: "Peruuta",
  working: "Tehdään uusi versio …",
};

/** The texts for the language a person has chosen, by its code; English where there is no translation. */
export function textsIn(language: number): Texts {
  return language === 1035 ? finnish : english;
}
