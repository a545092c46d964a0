import { Content } from "./library";
import { Words } from "../../shared/words";

/** What a seller should know of a piece of content before sharing it again. */
export function sharingView({ isForGroup, shares }: Content, words: Words): { group: string | null; known: string } {
  const used = shares.filter(({ isUsed }) => isUsed).length;
  const last = shares.reduce<Date | null>((latest, { sharedOn }) => latest === null || sharedOn > latest ? sharedOn : latest, null);
  return {
    group: isForGroup ? words.text("ForGroup") : null,
    known: last === null ? words.text("NotShared") : words.text("SharedOn", words.date(last), used, shares.length),
  };
}
