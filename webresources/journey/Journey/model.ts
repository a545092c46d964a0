import { ifThere, list, Misfit, misfit, number, oneOf, orNull, Read, record, text, time, yesOrNo } from "./shape";

/** The version of the journey JSON that this control reads; the plugins write it into every document. */
export const journeyVersion = 1;

export const answerValues = ["yes", "no", "unknown"] as const;
export const grades = ["believed", "said", "did", "confirmed"] as const;
export const causes = [
  "processChosen", "newAnswer", "changedAnswer", "withdrawnAnswer", "staleEvidence", "newPerson", "otherProcess", "recalculated",
] as const;

export const alignments = ["ahead", "aligned", "behind"] as const;
export const parties = ["customer", "us", "thirdParty", "nobody"] as const;
export const jobStates = ["notStarted", "open", "satisfied", "reopened"] as const;
export const roles = ["decides", "holdsTheBudget", "evaluates", "usesIt", "procurement", "advises"] as const;
export const attitudes = ["for", "neutral", "doubts", "against", "unknown"] as const;
export const groupWarnings = ["noDecider", "singleThread", "vetoUnmet"] as const;
export const endings = ["go", "noGo", "noDecision", "withdrawnByUs"] as const;
export const approaches = ["nothing", "build", "outsource", "buy"] as const;
export const proposalReasons = ["decisionConfirmed", "decisionDenied", "dateMissedTwice", "outcomeNotGiven"] as const;

export const sides = ["provider", "customer"] as const;
export const verdicts = ["pursue", "helpThemFindOut", "changeScopePriceOrPartner", "declinePolitely", "ask"] as const;
export const verdictReasons = ["sideIsGood", "sideIsPoor", "rangeStraddlesBorder", "knockedOut", "knockOutUnknown"] as const;
export const levels = ["disproved", "doubtful", "plausible", "good", "proven", "unknown"] as const;
export const sources = ["rated", "column", "derived"] as const;
export const chanceBases = ["template", "history"] as const;

export type AnswerValue = typeof answerValues[number];
export type Grade = typeof grades[number];
export type Cause = typeof causes[number];
export type Party = typeof parties[number];
export type Level = typeof levels[number];

/** Who can have something to do in a mutual plan. */
export const stepParties = ["us", "customer", "both", "thirdParty"] as const;
export type StepParty = typeof stepParties[number];

const forecast = record({ stage: number, confidence: number });

const kept = record({ kept: number, due: number });

/** Percent; the score is null while nothing is known. */
const score = { score: orNull(number), low: number, high: number };
const sideScore = record(score);

const worth = record({
  provider: sideScore,
  customer: sideScore,
  verdict: oneOf(verdicts),
  border: number,
  reasons: list(record({ kind: oneOf(verdictReasons), side: oneOf(sides), criterion: ifThere(text) })),
  ask: orNull(record({ criterion: text, question: text, settles: number })),
  criteria: list(record({
    id: text, name: text, side: oneOf(sides), weight: number, level: oneOf(levels), grade: orNull(oneOf(grades)),
    source: oneOf(sources), levels: list(text), rating: orNull(text),
  })),
  alternatives: list(record({ id: text, name: text, ...score })),
  chance: orNull(record({ percent: number, basis: oneOf(chanceBases), go: number, of: number })),
});

const writtenJourney = record({
  opportunity: text,
  calculatedOn: time,
  process: record({ id: text, name: text, mode: oneOf(["linear", "jobs"]), priorBits: number }),
  stage: number,
  confidence: number,
  furthest: number,
  stages: list(record({
    id: text, order: number, name: text, objective: orNull(text), concern: orNull(text), decision: orNull(text),
    probability: number, facts: number, allFacts: number, blindSpots: number, state: ifThere(oneOf(jobStates)),
  })),
  questions: list(record({
    id: text, stage: number, text: text, proof: orNull(text), weight: number, kind: oneOf(["diagnostic", "exitFact"]), negative: yesOrNo,
  })),
  ask: list(record({ question: text, lessDoubt: ifThere(number), yes: forecast, no: forecast, times: number, stale: yesOrNo })),
  blindSpots: list(text),
  answers: list(record({
    question: text, value: oneOf(answerValues), grade: orNull(oneOf(grades)), answeredOn: orNull(time),
    multiplier: number, stale: yesOrNo, bits: list(number),
  })),
  visits: list(record({ stage: number, enteredOn: time, leftOn: orNull(time), cause: oneOf(causes) })),
  seller: ifThere(record({ stage: text, at: number, alignment: oneOf(alignments), stages: number })),
  turn: ifThere(record({ party: oneOf(parties), since: time, isOverdue: yesOrNo, dueOn: orNull(time), step: orNull(text) })),
  turns: ifThere(list(record({ party: oneOf(parties), beganOn: time, endedOn: orNull(time), isOverdue: yesOrNo }))),
  promises: ifThere(record({ us: kept, customer: kept })),
  group: ifThere(record({
    gap: orNull(number),
    people: list(record({
      id: text, name: text, role: orNull(oneOf(roles)), attitude: orNull(oneOf(attitudes)), veto: yesOrNo, met: yesOrNo, stage: orNull(number),
    })),
    warnings: list(oneOf(groupWarnings)),
  })),
  worth: ifThere(worth),
  outcome: ifThere(record({
    value: orNull(oneOf(endings)), approach: orNull(oneOf(approaches)), isAssumed: yesOrNo,
    proposed: orNull(oneOf(endings)), reason: orNull(oneOf(proposalReasons)),
  })),
});

type Written = Read<typeof writtenJourney>;
type Item<List extends readonly unknown[]> = List[number];

export type Stage = Item<Written["stages"]>;
export type Visit = Linked<Item<Written["visits"]>>;
export type Forecast = Linked<Read<typeof forecast>>;
export type Question = Linked<Item<Written["questions"]>>;
export type Answer = Asked<Item<Written["answers"]>>;
export type Ask = Omit<Asked<Item<Written["ask"]>>, "yes" | "no"> & { yes: Forecast; no: Forecast };
export type Turn = NonNullable<Written["turn"]>;
export type PastTurn = Item<NonNullable<Written["turns"]>>;
export type Kept = Read<typeof kept>;
export type Promises = NonNullable<Written["promises"]>;
export type Outcome = NonNullable<Written["outcome"]>;
export type Worth = Read<typeof worth>;
export type Score = Pick<Worth["provider"], "score" | "low" | "high">;
export type Criterion = Item<Worth["criteria"]>;
export type AlternativeWorth = Item<Worth["alternatives"]>;
/** What the seller's own stage says, and the buying stage it stands for. */
export type Seller = Omit<NonNullable<Written["seller"]>, "at"> & { at: Stage };
/** A member of the buying group; the stage is null while nothing that we know came from them. */
export type Person = Omit<Item<NonNullable<Written["group"]>["people"]>, "stage"> & { stage: Stage | null };
export type Group = Omit<NonNullable<Written["group"]>, "people"> & { people: Person[] };

/** Where one customer stands: the journey JSON with its references followed. */
export type Journey = Omit<Linked<Written>, "furthest" | "questions" | "ask" | "blindSpots" | "answers" | "visits" | "seller" | "group"> & {
  furthest: Stage;
  ask: Ask[];
  blindSpots: Question[];
  answers: Answer[];
  visits: Visit[];
  seller: Seller | null;
  group: Group | null;
};

type Linked<T> = Omit<T, "stage"> & { stage: Stage };
type Asked<T> = Omit<T, "question"> & { question: Question };

/** The opportunity is closed: the journey stays as it was then. An open one has an outcome only as a proposal. */
export function hasEnded({ outcome }: Pick<Journey, "outcome">): boolean {
  return outcome !== null && (outcome.value !== null || outcome.proposed === null);
}

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

/** The journey in a reply of the server, which knows no other state; throws a Misfit that says what it is instead. */
export function journeyOf(json: string): Journey {
  const reading = read(json);
  if (reading.state === "journey") return reading.journey;
  throw new Misfit(reading.state === "broken" ? reading.reason : reading.state);
}

function linked(written: Written): Journey {
  const stages = new Map(written.stages.map(stage => [stage.order, stage]));
  const stageAt = (order: number, path: string): Stage => stages.get(order) ?? misfit(path, "the order of a stage");
  const stageOf = <T extends { stage: number }>(item: T, path: string): Linked<T> =>
    ({ ...item, stage: stageAt(item.stage, `${path}.stage`) });

  const questions = new Map(written.questions.map((question, index) => [question.id, stageOf(question, `questions[${index}]`)]));
  const question = (id: string, path: string): Question => questions.get(id) ?? misfit(path, "the id of a question");
  const questionOf = <T extends { question: string }>(item: T, path: string): Asked<T> =>
    ({ ...item, question: question(item.question, `${path}.question`) });

  if (written.process.mode === "jobs") written.stages.forEach((stage, index) =>
    stage.state ?? misfit(`stages[${index}].state`, jobStates.join(" or ")));

  return {
    ...stageOf(written, "journey"),
    furthest: stageAt(written.furthest, "furthest"),
    ask: written.ask.map((ask, index) => ({
      ...questionOf(ask, `ask[${index}]`),
      yes: stageOf(ask.yes, `ask[${index}].yes`),
      no: stageOf(ask.no, `ask[${index}].no`),
    })),
    blindSpots: written.blindSpots.map((id, index) => question(id, `blindSpots[${index}]`)),
    answers: written.answers.map((answer, index) =>
      answer.bits.length === stages.size ? questionOf(answer, `answers[${index}]`) : misfit(`answers[${index}].bits`, "one number for each stage")),
    visits: written.visits.map((visit, index) => stageOf(visit, `visits[${index}]`)),
    seller: written.seller && { ...written.seller, at: stageAt(written.seller.at, "seller.at") },
    group: written.group && {
      ...written.group,
      people: written.group.people.map((person, index) =>
        ({ ...person, stage: person.stage === null ? null : stageAt(person.stage, `group.people[${index}].stage`) })),
    },
  };
}
