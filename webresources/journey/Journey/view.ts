import { daysBetween, duration } from "../../shared/days";
import { Answer, AnswerValue, Ask, Forecast, hasEnded, Journey, Question, Stage, Visit } from "./model";
import { GroupView, groupView } from "./people";
import { StandingView, standingView } from "./standing";
import { TurnsView, turnsView } from "./turns";
import { line, Words } from "../../shared/words";
import { WorthView, worthView } from "./worth";

/** What the control shows at once, in that order. Colour only repeats what is said here. */
export interface JourneyView {
  title: string;
  sureness: string;
  process: string;
  standing: StandingView;
  path: StageView[];
  here: StageView;
  /** Null once the opportunity is closed. */
  ask: AskView[] | null;
  blindSpots: QuestionView[];
  /** Null while no scoring model is chosen. */
  worth: WorthView | null;
  group: GroupView | null;
  history: HistoryView;
}

export interface StageView {
  order: number;
  name: string;
  look: "past" | "here" | "ahead";
  /** What has become of it where the stages are jobs side by side. */
  state: string | null;
  /** Probability of 0 to 1: the height of the bar. */
  share: number;
  /** The label on the bar; null where it would only be noise. */
  label: string | null;
  /** Position and probability for those who do not see the bar. */
  spoken: string;
  note: string;
  hasBlindSpots: boolean;
  isFurthest: boolean;
  /** The seller's own stage stands for this one. */
  isSellers: boolean;
  customer: { label: string; words: string }[];
  answers: QuestionView[];
}

export interface QuestionView {
  id: string;
  text: string;
  stage: string;
  proof: string | null;
  isExitFact: boolean;
  value: AnswerValue | null;
  /** What is known so far: "Yes · They said · 3 Oct 2026". */
  known: string | null;
}

export interface AskView extends QuestionView {
  /** How much of the doubt about where they stand an answer removes on average; journeys of older releases do not say. */
  gain: string | null;
  reason: string;
}

export interface HistoryView {
  title: string;
  visits: { key: string; stage: string; days: number; duration: string; cause: string; isOpen: boolean; isReturn: boolean }[];
  turns: TurnsView | null;
}

export interface ExplanationView {
  introduction: string;
  /** What the last row is called, and so how it follows from the sums. */
  probability: string;
  stages: string[];
  rows: { key: string; label: string; detail: string; factors: string; bits: string[] }[];
  sums: string[];
  shares: string[];
}

const labelledShare = 0.1;

export function view(journey: Journey, now: Date, words: Words): JourneyView {
  const path = journey.stages.map(stage => stageView(stage, journey, now, words));
  return {
    title: journey.stage.name,
    sureness: words.text("Sure", words.percent(journey.confidence)),
    process: journey.process.name,
    standing: standingView(journey, now, words),
    path,
    here: stageView(journey.stage, journey, now, words),
    ask: hasEnded(journey) ? null : journey.ask.map(ask => askView(ask, journey, words)),
    blindSpots: journey.blindSpots.map(question => questionView(question, journey, words)),
    worth: journey.worth && worthView(journey.worth, words),
    group: journey.group && groupView(journey.group, words),
    history: historyView(journey, now, words),
  };
}

function stageView(stage: Stage, journey: Journey, now: Date, words: Words): StageView {
  const look = lookOf(stage, journey);
  const state = stage.state && words.text(`State_${stage.state}`);
  const place = [look === "here" || !state ? words.text(`Look_${look}`) : null, state].filter(Boolean).join(", ");
  const share = stage.probability < 0.01 ? words.text("UnderOnePercent") : words.percent(stage.probability);
  const isFurthest = look === "ahead" && !state && stage.order === journey.furthest.order;
  const been = journey.visits.filter(visit => visit.stage.order === stage.order);
  const time = been.length > 0 ? duration(sumOfDays(been, now), words) : null;
  const hasBlindSpots = look === "past" && stage.blindSpots > 0;

  return {
    order: stage.order,
    name: stage.name,
    look,
    state,
    share: stage.probability,
    label: stage.probability >= labelledShare ? share : null,
    spoken: words.text("Spoken", place, share),
    note: noteOf(stage, look, time, words),
    hasBlindSpots,
    isFurthest,
    isSellers: journey.seller?.at.order === stage.order,
    customer: [
      { label: words.text("TheyWant"), words: stage.objective },
      { label: words.text("TheyFear"), words: stage.concern },
      { label: words.text("TheyDecide"), words: stage.decision },
    ].filter((line): line is { label: string; words: string } => Boolean(line.words)),
    answers: journey.answers
      .filter(answer => answer.question.stage.order === stage.order)
      .map(answer => questionView(answer.question, journey, words)),
  };
}

/** Jobs have no order in time: behind them is the one that is done. */
function lookOf(stage: Stage, journey: Journey): StageView["look"] {
  if (stage.order === journey.stage.order) return "here";
  const isBehind = stage.state ? stage.state === "satisfied" : stage.order < journey.stage.order;
  return isBehind ? "past" : "ahead";
}

/** The one thing worth knowing about a stage at a glance: what was missed, how long it took, how much is known. */
function noteOf(stage: Stage, look: StageView["look"], time: string | null, words: Words): string {
  const facts = words.text("Facts", stage.facts, stage.allFacts);
  if (look === "past") return stage.blindSpots > 0 ? words.count("BlindSpots", stage.blindSpots) : time ?? facts;
  if (look === "here") return time ?? facts;
  return time ? words.text("BeenHere", facts, time) : facts;
}

function questionView(question: Question, journey: Journey, words: Words): QuestionView {
  const answer = journey.answers.find(given => given.question.id === question.id);
  return {
    id: question.id,
    text: question.text,
    stage: question.stage.name,
    proof: question.proof && words.text("Proof", question.proof),
    isExitFact: question.kind === "exitFact",
    value: answer?.value ?? null,
    known: answer ? knownOf(answer, words) : null,
  };
}

function knownOf(answer: Answer, words: Words): string {
  return line(
    words.text(`Value_${answer.value}`),
    answer.value !== "unknown" && answer.grade && words.text(`Grade_${answer.grade}`),
    answer.answeredOn && words.date(answer.answeredOn),
    answer.stale && words.text("Faded"),
  );
}

function askView(ask: Ask, journey: Journey, words: Words): AskView {
  const outcome = ({ stage, confidence }: Forecast) => words.text("Outcome", stage.name, words.percent(confidence));
  const progress = ask.question.negative ? "no" : "yes";
  return {
    ...questionView(ask.question, journey, words),
    gain: ask.lessDoubt === null ? null : words.text("Gain", words.percent(ask.lessDoubt)),
    reason: words.text(`Reason_${progress}`, words.number(ask.times, 1), ask.question.stage.name, outcome(ask.yes), outcome(ask.no)),
  };
}

function historyView({ visits, turns }: Journey, now: Date, words: Words): HistoryView {
  return {
    title: words.text("SoFar", duration(sumOfDays(visits, now), words)),
    visits: visits.map((visit, index) => {
      const days = sumOfDays([visit], now);
      const before = visits[index - 1];
      return {
        key: visit.enteredOn.toISOString(),
        stage: visit.stage.name,
        days,
        duration: duration(days, words),
        cause: words.text("Since", words.date(visit.enteredOn), words.text(`Cause_${visit.cause}`)),
        isOpen: visit.leftOn === null,
        isReturn: before !== undefined && visit.stage.order < before.stage.order,
      };
    }),
    turns: turns && turnsView(turns, visits, now, words),
  };
}

function sumOfDays(visits: readonly Visit[], now: Date): number {
  return visits.reduce((sum, visit) => sum + daysBetween(visit.enteredOn, visit.leftOn ?? now), 0);
}

/** The sum by which the position was found: the start, one row for each answer, the sum and what it gives. */
export function explain(journey: Journey, words: Words): ExplanationView {
  const bits = (value: number) => words.fixed(value, 2);
  const { mode, priorBits } = journey.process;
  const start = journey.stages.map((_, index) => 0 - priorBits * index);
  const counted = journey.answers.filter(answer => answer.bits.some(value => value !== 0));
  const isJobs = mode === "jobs";

  return {
    introduction: isJobs ? words.text("ExplanationOfJobs", words.number(priorBits, 2)) : words.text("Explanation"),
    probability: words.text(isJobs ? "ProbabilityOfJobs" : "Probability"),
    stages: journey.stages.map(stage => stage.name),
    rows: [
      // Jobs are weighed against each other only after their sums are known.
      ...isJobs ? [] : [{ key: "start", label: words.text("Start"), detail: words.text("StartDetail", words.number(priorBits, 2)), factors: "", bits: start.map(bits) }],
      ...counted.map(answer => ({
        key: answer.question.id,
        label: answer.question.text,
        detail: knownOf(answer, words),
        factors: words.text("Factors", answer.question.weight, words.fixed(answer.multiplier, 2)),
        bits: answer.bits.map(bits),
      })),
    ],
    sums: journey.stages.map((_, index) => bits(counted.reduce((sum, answer) => sum + (answer.bits[index] ?? 0), isJobs ? 0 : start[index] ?? 0))),
    shares: journey.stages.map(stage => words.fixed(stage.probability * 100, 1)).map(share => words.text("Percent", share)),
  };
}
