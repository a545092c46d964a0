/** Sentences, numbers and dates for the reader of the form. */
export interface Words {
  /** The text of `key` with {0}, {1} ... replaced by `parts`. */
  text(key: string, ...parts: (string | number)[]): string;
  /** "1 day", "2 days": the texts of `key` with the ending of its plural category; {0} is the amount, {1} ... are `parts`. */
  count(key: string, amount: number, ...parts: string[]): string;
  /** A probability of 0 to 1 as whole percent. */
  percent(share: number): string;
  /** At most `digits` decimals. */
  number(value: number, digits: number): string;
  /** Exactly `digits` decimals, for figures that stand below each other. */
  fixed(value: number, digits: number): string;
  date(day: Date): string;
}

/**
 * Numbers and plurals follow the language of the texts (their string Locale), not that of the user's settings:
 * where no translation exists the platform falls back to English texts, and then "1 day" needs English plurals.
 */
export function wordsOf(stringOf: (key: string) => string, dateOf: (day: Date) => string): Words {
  const locale = stringOf("Locale");
  const plural = new Intl.PluralRules(locale);
  const formats = new Map<number, Intl.NumberFormat>(); // making one takes longer than drawing the whole control
  const format = (value: number, leastDigits: number, mostDigits: number): string => {
    const key = leastDigits * 10 + mostDigits;
    const known = formats.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: leastDigits, maximumFractionDigits: mostDigits });
    formats.set(key, known);
    return known.format(value);
  };
  const number = (value: number, digits: number): string => format(value, 0, digits);
  const text = (key: string, ...parts: (string | number)[]): string =>
    stringOf(key).replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)]));

  return {
    text,
    number,
    fixed: (value, digits) => format(value, digits, digits),
    count: (key, amount, ...parts) => text(`${key}_${plural.select(amount)}`, number(amount, 0), ...parts),
    percent: share => text("Percent", number(share * 100, 0)),
    date: dateOf,
  };
}

/** What there is to say of something, in one line: parts that are not there are left out. */
export function line(...parts: (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(" · ");
}
