import { Content } from "./library";
import { line, Words } from "../../shared/words";

/** What a seller should know of a piece of content before sharing it again. */
export function knownOf({ isForGroup, shares }: Content, words: Words): string {
  const used = shares.filter(({ isUsed }) => isUsed);
  const last = shares.map(({ sharedOn }) => sharedOn).sort((one, other) => other.getTime() - one.getTime())[0];
  return line(
    isForGroup && words.text("ForGroup"),
    last ? words.text("SharedOn", words.date(last), used.length, shares.length) : words.text("NotShared"),
  );
}
