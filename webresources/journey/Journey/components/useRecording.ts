import { useState } from "../../../shared/element";
import { Grade, Journey, journeyOf } from "../model";
import { Change } from "../record";
import { Recorder } from "../recorder";
import { Opener } from "../rows";
import { Failure, Hindrance, Refusal } from "../webApi";
import { Words } from "../../../shared/words";

/** Where something was done, and so where it is told what became of it. */
export type Place = "asking" | "rating" | "plan" | "sharing";

const places: Record<Change["kind"], Place> = {
  answer: "asking", withdrawal: "asking", rating: "rating", step: "plan", done: "plan", share: "sharing",
};

export interface Notice {
  kind: "recorded" | "kept" | "refused";
  place: Place;
  text: string;
  /** What was recorded; null where nothing was to be. */
  change: Change | null;
}

export interface Recording {
  /** The newest journey known: the column's, or that of the last recording while the form still holds the old one. */
  journey: Journey;
  /** What is on its way, shown as done until the platform refuses it. */
  pending: Change | null;
  pendingAt: Place | null;
  notice: Notice | null;
  grade: Grade;
  chooseGrade: (grade: Grade) => void;
  /** Records a change, told as `said`; true once it is stored. One at a time: a second one is not taken. */
  send: (change: Change, said: string) => Promise<boolean>;
  /** Opens the row behind something; what hinders it is told in that place. */
  open: (row: Parameters<Opener>[0], place: Place) => void;
}

interface Progress {
  reply: { journey: Journey; over: Journey } | null;
  pending: Change | null;
  notice: Notice | null;
}

export function useRecording(column: Journey, record: Recorder, opener: Opener, words: Words): Recording {
  const [{ reply, pending, notice }, setProgress] = useState<Progress>({ reply: null, pending: null, notice: null });
  // Remembered while the form is open, not beyond: how we know one customer says nothing of how we know the next.
  const [grade, chooseGrade] = useState<Grade>("said");

  const settle = (told: Notice, journey: Journey | null = null): void => {
    setProgress(before => ({ pending: null, notice: told, reply: journey ? { journey, over: column } : before.reply }));
  };

  const send = async (change: Change, said: string): Promise<boolean> => {
    if (pending) return false;
    setProgress({ reply, pending: change, notice: null });
    const told = { place: places[change.kind], change };
    try {
      const json = await record(change);
      const journey = json === null ? null : journeyOf(json);
      settle(journey
        ? { kind: "recorded", text: recordedText(change, said, journey, words), ...told }
        : { kind: "kept", text: words.text("Kept", said), ...told }, journey);
      return true;
    } catch (fault) {
      settle({ kind: "refused", text: sentenceOf(fault, words), ...told });
      return false;
    }
  };

  const open: Recording["open"] = (row, place) => {
    opener(row).catch((fault: unknown) => {
      settle({ kind: "refused", place, text: sentenceOf(fault, words), change: null });
    });
  };

  const isNewer = reply !== null && (reply.over === column || reply.journey.calculatedOn > column.calculatedOn);
  return { journey: isNewer ? reply.journey : column, pending, pendingAt: pending && places[pending.kind], notice, grade, chooseGrade, send, open };
}

/** What was recorded, and what it changed of what is shown. */
function recordedText({ kind }: Change, said: string, { stage, confidence, worth, turn }: Journey, words: Words): string {
  switch (places[kind]) {
    case "asking": return words.text("Recorded", said, stage.name, words.percent(confidence));
    case "rating": return worth ? words.text("Now", said, words.text(`Verdict_${worth.verdict}`)) : words.text("Done", said);
    case "plan": return turn ? words.text("Now", said, words.text(`Move_${turn.party}`)) : words.text("Done", said);
    case "sharing": return words.text("Done", said);
  }
}

/** What went wrong, for the one who did it: the sentence of the platform where it gave one. */
export function sentenceOf(fault: unknown, words: Words): string {
  if (fault instanceof Refusal) return fault.message;
  if (fault instanceof Hindrance) return words.text(`Hindrance_${fault.code}`);
  if (fault instanceof Failure) return fault.status === null ? words.text("NoReply") : words.text("ServerFailed", fault.status);
  return words.text("ReplyNotRead", fault instanceof Error ? fault.message : String(fault));
}
