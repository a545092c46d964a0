import { Group, Person } from "./model";
import { line, Words } from "../../shared/words";

export interface GroupView {
  /** "gap 1 stage": how far the opportunity is ahead of the slowest who can stop it. */
  gap: string | null;
  people: PersonView[];
  warnings: string[];
}

export interface PersonView {
  id: string;
  name: string;
  known: string;
  canStop: boolean;
}

export function groupView({ gap, people, warnings }: Group, words: Words): GroupView {
  return {
    gap: gapOf(gap, words),
    people: people.map(person => ({ id: person.id, name: person.name, known: knownOf(person, words), canStop: person.veto })),
    warnings: warnings.map(warning => words.text(`Warning_${warning}`)),
  };
}

function gapOf(gap: number | null, words: Words): string | null {
  if (gap === null) return null;
  return gap > 0 ? words.count("Gap", gap) : words.text("NoGap");
}

function knownOf({ role, attitude, veto, met, stage }: Person, words: Words): string {
  return line(
    veto && words.text("CanStop"),
    role && words.text(`Role_${role}`),
    met ? attitude && words.text(`Attitude_${attitude}`) : words.text("NotMet"),
    stage?.name,
  );
}
