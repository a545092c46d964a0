import { AlternativeWorth, Criterion, Level, levels, Score, Worth } from "./model";
import { line, Words } from "../../shared/words";

/** Whether the deal is worth it to both sides, in what would settle it and beside what else they can do. */
export interface WorthView {
  sides: SideView[];
  verdict: string;
  /** Repeats for the eye what the verdict says. */
  look: "good" | "warning" | "plain";
  /** "18 of 43 like this ended Go". */
  chance: string | null;
  reasons: string[];
  /** The one thing to find out; null while the verdict stands. */
  ask: { question: string; settles: string } | null;
  /** Us among the alternatives, best first; empty while there are none. */
  beside: ScoreView[];
}

export interface ScoreView {
  key: string;
  name: string;
  /** "68", or a dash while nothing is known. */
  score: string;
  range: string;
  /** Score and range for those who do not see the bar. */
  spoken: string;
  /** Ends of the bar and the score on it, in percent of its length; the mark is null while nothing is known. */
  low: number;
  high: number;
  mark: number | null;
  isUs: boolean;
}

/** A side's score with the sum that makes it, so that a person can redo it by hand. */
export interface SideView extends ScoreView {
  criteria: CriterionView[];
  sum: string;
}

export interface CriterionView {
  id: string;
  name: string;
  /** What was found, how we know it, and what it counts. */
  known: string;
  level: Level;
  /**
   * What a person can find, worst first and unknown last; empty where the criterion is read from a column or derived.
   * The anchor says when a level holds; it is empty where the model does not say.
   */
  choices: { level: Level; label: string; anchor: string }[];
  /** The row of the rating; null while there is none. */
  rating: string | null;
}

export function worthView(worth: Worth, words: Words): WorthView {
  return {
    sides: [
      sideView("provider", words.text("ForUs"), worth, words),
      sideView("customer", words.text("ForThem"), worth, words),
    ],
    verdict: words.text(`Verdict_${worth.verdict}`),
    look: worth.verdict === "pursue" ? "good" : worth.verdict === "declinePolitely" ? "plain" : "warning",
    chance: worth.chance && chanceOf(worth.chance, words),
    reasons: worth.reasons.map(reason => reasonOf(reason, worth, words)),
    ask: worth.ask && { question: worth.ask.question || nameOf(worth.ask.criterion, worth), settles: words.text("Settles", words.percent(worth.ask.settles)) },
    beside: worth.alternatives.length === 0 ? [] : beside(worth, words),
  };
}

function scoreView(key: string, name: string, { score, low, high }: Score, words: Words, isUs = false): ScoreView {
  const shown = score === null ? "–" : words.number(score, 0);
  const [from, to] = [words.number(low, 0), words.number(high, 0)];
  return {
    key,
    name,
    score: shown,
    range: words.text("Range", from, to),
    spoken: score === null ? words.text("SpokenUnknown", from, to) : words.text("SpokenScore", shown, from, to),
    low,
    high,
    mark: score,
    isUs,
  };
}

function sideView(side: "provider" | "customer", name: string, worth: Worth, words: Words): SideView {
  const criteria = worth.criteria.filter(criterion => criterion.side === side);
  const known = criteria.filter(({ level }) => level !== "unknown");
  const weightOf = (some: readonly Criterion[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const points = known.reduce((sum, criterion) => sum + pointsOf(criterion), 0);
  return {
    ...scoreView(side, name, worth[side], words),
    criteria: criteria.map(criterion => criterionView(criterion, words)),
    sum: words.text("ScoreSum", words.number(points, 2), words.number(weightOf(known), 2), words.number(weightOf(criteria), 2)),
  };
}

/** The five levels count nothing, a quarter, a half, three quarters and all of the weight. */
function pointsOf({ weight, level }: Criterion): number {
  return weight * levels.indexOf(level) / 4;
}

function criterionView(criterion: Criterion, words: Words): CriterionView {
  const { id, name, level, grade, weight, source, rating } = criterion;
  const known = level !== "unknown";
  return {
    id,
    name,
    known: line(
      words.text(`Level_${level}`),
      known && grade && words.text(`Grade_${grade}`),
      source !== "rated" && words.text(`Source_${source}`),
      known ? words.text("PointsOf", words.number(pointsOf(criterion), 2), words.number(weight, 2)) : words.text("WeightOf", words.number(weight, 2)),
  ),
    level,
    choices: source === "rated" ? choicesOf(criterion, words) : [],
    rating,
  };
}

function choicesOf(criterion: Criterion, words: Words): CriterionView["choices"] {
  return levels.map((level, index) => ({ level, label: words.text(`Level_${level}`), anchor: criterion.levels[index] ?? "" }));
}

/** What nothing is known of comes last, as in the ranking of the server. */
function beside({ customer, alternatives }: Worth, words: Words): ScoreView[] {
  const us = scoreView("us", words.text("Us"), customer, words, true);
  const others = alternatives.map((each: AlternativeWorth) => scoreView(each.id, each.name, each, words));
  return [us, ...others].sort((one, other) => (other.mark ?? -1) - (one.mark ?? -1));
}

function chanceOf({ percent, basis, go, of }: NonNullable<Worth["chance"]>, words: Words): string {
  return basis === "history"
    ? words.text("EndedGo", words.number(go, 0), words.number(of, 0))
    : words.text("ChanceOfTemplate", words.percent(percent / 100));
}

function reasonOf({ kind, side, criterion }: Worth["reasons"][number], worth: Worth, words: Words): string {
  return words.text(`Reason_${kind}`, words.text(side === "provider" ? "ForUs" : "ForThem"), words.number(worth.border, 1), nameOf(criterion, worth));
}

function nameOf(criterion: string | null, { criteria }: Worth): string {
  return criteria.find((each: Criterion) => each.id === criterion)?.name ?? "";
}
