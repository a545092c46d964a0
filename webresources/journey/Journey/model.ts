import { list, Misfit, misfit, number, oneOf, orNull, Read, record, text, time, yesOrNo } from "./shape";

/** The version of the journey JSON that this control reads; the plugins write it into every document. */
export const journeyVersion = 1;

export const answerValues = ["yes", "no", "unknown"] as const;
export const grades = ["believed", "said", "did", "confirmed"] as const;
export const causes = [
  "processChosen", "newAnswer", "changedAnswer", "withdrawnAnswer", "staleEvidence", "newPerson", "otherProcess", "recalculated",
] as const;

export type AnswerValue = typeof answerValues[number];
export type Grade = typeof grades[number];
export type Cause = typeof causes[number];

const outcome = record({ stage: number, confidence: number });

const writtenJourney = record({
  opportunity: text,
  calculatedOn: time,
  process: record({ id: text, name: text, mode: oneOf(["linear"]), priorBits: number }),
  stage: number,
  confidence: number,
  furthest: number,
  stages: list(record({
    id: text, order: number, name: text, objective: orNull(text), concern: orNull(text), decision: orNull(text),
    probability: number, facts: number, allFacts: number, blindSpots: number,
  })),
  questions: list(record({
    id: text, stage: number, text: text, proof: orNull(text), weight: number, kind: oneOf(["diagnostic", "exitFact"]), negative: yesOrNo,
  })),
  ask: list(record({ question: text, gainBits: number, yes: outcome, no: outcome, times: number, stale: yesOrNo })),
  blindSpots: list(text),
  answers: list(record({
    question: text, value: oneOf(answerValues), grade: orNull(oneOf(grades)), answeredOn: orNull(time),
    multiplier: number, stale: yesOrNo, bits: list(number),
  })),
  visits: list(record({ stage: number, enteredOn: time, leftOn: orNull(time), cause: oneOf(causes) })),
});

type Written = Read<typeof writtenJourney>;
type Item<List extends readonly unknown[]> = List[number];

export type Stage = Item<Written["stages"]>;
export type Visit = Linked<Item<Written["visits"]>>;
export type Outcome = Linked<Read<typeof outcome>>;
export type Question = Linked<Item<Written["questions"]>>;
export type Answer = Asked<Item<Written["answers"]>>;
export type Ask = Omit<Asked<Item<Written["ask"]>>, "yes" | "no"> & { yes: Outcome; no: Outcome };

/** Where one customer stands: the journey JSON with its references followed. */
export type Journey = Omit<Linked<Written>, "furthest" | "questions" | "ask" | "blindSpots" | "answers" | "visits"> & {
  furthest: Stage;
  ask: Ask[];
  blindSpots: Question[];
  answers: Answer[];
  visits: Visit[];
};

type Linked<T> = Omit<T, "stage"> & { stage: Stage };
type Asked<T> = Omit<T, "question"> & { question: Question };

/** What the column holds. Only one of these states can be drawn; the others are told in a sentence. */
export type Reading =
  | { state: "journey"; journey: Journey }
  | { state: "empty" }
  | { state: "otherVersion"; version: string }
  | { state: "broken"; reason: string };

export function read(json: string | null): Reading {
  if (!json) return { state: "empty" };
  try {
    const document: unknown = JSON.parse(json);
    const { version } = record({ version: number })(document, "");
    if (version !== journeyVersion) return { state: "otherVersion", version: String(version) };
    return { state: "journey", journey: linked(writtenJourney(document, "")) };
  } catch (fault) {
    if (fault instanceof SyntaxError) return { state: "broken", reason: "JSON" };
    if (fault instanceof Misfit) return { state: "broken", reason: fault.message };
    throw fault;
  }
}

function linked(written: Written): Journey {
  const stages = new Map(written.stages.map(stage => [stage.order, stage]));
  const stageOf = <T extends { stage: number }>(item: T, path: string): Linked<T> =>
    ({ ...item, stage: stages.get(item.stage) ?? misfit(`${path}.stage`, "the order of a stage") });

  const questions = new Map(written.questions.map((question, index) => [question.id, stageOf(question, `questions[${index}]`)]));
  const question = (id: string, path: string): Question => questions.get(id) ?? misfit(path, "the id of a question");
  const questionOf = <T extends { question: string }>(item: T, path: string): Asked<T> =>
    ({ ...item, question: question(item.question, `${path}.question`) });

  return {
    ...stageOf(written, "journey"),
    furthest: stageOf({ stage: written.furthest }, "furthest").stage,
    ask: written.ask.map((ask, index) => ({
      ...questionOf(ask, `ask[${index}]`),
      yes: stageOf(ask.yes, `ask[${index}].yes`),
      no: stageOf(ask.no, `ask[${index}].no`),
    })),
    blindSpots: written.blindSpots.map((id, index) => question(id, `blindSpots[${index}]`)),
    answers: written.answers.map((answer, index) =>
      answer.bits.length === stages.size ? questionOf(answer, `answers[${index}]`) : misfit(`answers[${index}].bits`, "one number for each stage")),
    visits: written.visits.map((visit, index) => stageOf(visit, `visits[${index}]`)),
  };
}
