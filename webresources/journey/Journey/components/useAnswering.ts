import * as React from "react";
import { AnswerValue, Grade, Journey, journeyOf } from "../model";
import { Recorder } from "../recorder";
import { Failure, Refusal } from "../webApi";
import { Words } from "../../../shared/words";

export interface Notice {
  kind: "recorded" | "kept" | "refused";
  text: string;
  question: string;
}

export interface Answering {
  /** The newest journey known: the column's, or that of the last recording while the form still holds the old one. */
  journey: Journey;
  /** The answer on its way, shown as given until the platform refuses it. */
  pending: { question: string; value: AnswerValue } | null;
  notice: Notice | null;
  grade: Grade;
  chooseGrade: (grade: Grade) => void;
  answer: (question: string, value: AnswerValue) => void;
}

interface Progress {
  reply: { journey: Journey; over: Journey } | null;
  pending: Answering["pending"];
  notice: Notice | null;
}

export function useAnswering(column: Journey, record: Recorder, words: Words): Answering {
  const [{ reply, pending, notice }, setProgress] = React.useState<Progress>({ reply: null, pending: null, notice: null });
  // Remembered while the form is open, not beyond: how we know one customer says nothing of how we know the next.
  const [grade, chooseGrade] = React.useState<Grade>("said");

  const settle = (change: Partial<Progress>): void => {
    setProgress(before => ({ ...before, pending: null, ...change }));
  };

  const recorded = (journey: Journey, question: string, given: string): Partial<Progress> => ({
    reply: { journey, over: column },
    notice: { kind: "recorded", question, text: words.text("Recorded", given, journey.stage.name, words.percent(journey.confidence)) },
  });

  const answer = (question: string, value: AnswerValue): void => {
    if (pending) return;
    setProgress({ reply, pending: { question, value }, notice: null });
    const given = value === "unknown" ? words.text("Value_unknown") : words.text("Given", words.text(`Value_${value}`), words.text(`Grade_${grade}`));

    record({ opportunity: column.opportunity, question, value, grade, on: new Date() })
      .then(json => {
        settle(json === null
          ? { notice: { kind: "kept", question, text: words.text("Kept", given) } }
          : recorded(journeyOf(json), question, given));
      })
      .catch((fault: unknown) => {
        settle({ notice: { kind: "refused", question, text: sentenceOf(fault, words) } });
      });
  };

  const isNewer = reply !== null && (reply.over === column || reply.journey.calculatedOn > column.calculatedOn);
  return { journey: isNewer ? reply.journey : column, pending, notice, grade, chooseGrade, answer };
}

function sentenceOf(fault: unknown, words: Words): string {
  if (fault instanceof Refusal) return fault.message;
  if (fault instanceof Failure) return fault.status === null ? words.text("NoReply") : words.text("ServerFailed", fault.status);
  return words.text("ReplyNotRead", fault instanceof Error ? fault.message : String(fault));
}
