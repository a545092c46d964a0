import * as React from "react";
import { element, Fragment } from "../../../shared/element";
import { StageView } from "../view";
import { QuestionRow, QuestionsProps } from "./Questions";
import { List, Sign, Small, Unseen } from "./Texts";

interface PathProps {
  stages: readonly StageView[];
  open: number | null;
  onOpen: (order: number | null) => void;
  questions: QuestionsProps;
}

/** The customer's path: one button for each stage; the bar is the probability that the customer is there. */
export function Path({ stages, open, onOpen, questions }: PathProps): React.ReactElement {
  const closeOnEscape = (event: React.KeyboardEvent<HTMLLIElement>): void => {
    if (event.key !== "Escape" || open === null) return;
    event.stopPropagation();
    event.currentTarget.querySelector("button")?.focus();
    onOpen(null);
  };

  return (
    <ol className="buy-path" style={{ "--stages": stages.length } as React.CSSProperties}>
      {stages.map(stage => {
        const isOpen = stage.order === open;
        return (
          <li key={stage.order} onKeyDown={closeOnEscape}>
            <StageButton stage={stage} isOpen={isOpen} onToggle={() => { onOpen(isOpen ? null : stage.order); }} words={questions.words} />
            {isOpen && <StagePanel stage={stage} {...questions} />}
          </li>
        );
      })}
    </ol>
  );
}

interface StageButtonProps {
  stage: StageView;
  isOpen: boolean;
  onToggle: () => void;
  words: QuestionsProps["words"];
}

function StageButton({ stage, isOpen, onToggle, words }: StageButtonProps): React.ReactElement {
  const style = { "--share": stage.share } as React.CSSProperties;
  return (
    <button type="button" className={`buy-stage buy-${stage.look}`} style={style} aria-current={stage.look === "here" ? "step" : undefined} aria-expanded={isOpen} onClick={onToggle}>
      <span className="buy-bar" aria-hidden="true">
        {stage.label && <span className="buy-label">{stage.label}</span>}
        <span className="buy-fill" />
      </span>
      <span className="buy-name">
        {stage.look === "past" && <Sign look={stage.hasBlindSpots ? "buy-warning" : "buy-good"}>{stage.hasBlindSpots ? "○ " : "✓ "}</Sign>}
        {stage.name}
      </span>
      <Unseen> ({stage.spoken}) </Unseen>
      {stage.state && <Sign look="buy-note">{stage.state}</Sign>}
      <span className={stage.hasBlindSpots ? "buy-note buy-warning" : "buy-note"}>{stage.note}</span>
      {stage.isFurthest && <span className="buy-note">⚑ {words.text("Furthest")}</span>}
      {stage.isSellers && <span className="buy-note buy-sellers">⚑ {words.text("WeSayHere")}</span>}
    </button>
  );
}

function StagePanel({ stage, ...questions }: QuestionsProps & { stage: StageView }): React.ReactElement {
  const { words } = questions;
  return (
    <div className="buy-panel" role="region" aria-label={stage.name}>
      <CustomerLines lines={stage.customer} />
      <h3>{words.text("WhatWeKnow")}</h3>
      {stage.answers.length === 0
        ? <Small>{words.text("NothingKnown")}</Small>
        : <List>{stage.answers.map(answer => <QuestionRow key={answer.id} question={answer} note={answer.known} {...questions} />)}</List>}
    </div>
  );
}

/** What the customer is after in a stage, fears there and has to decide. */
export function CustomerLines({ lines }: { lines: StageView["customer"] }): React.ReactElement {
  return (
    <dl className="buy-customer">
      {lines.map(({ label, words }) => <Fragment key={label}><dt>{label}</dt><dd>{words}</dd></Fragment>)}
    </dl>
  );
}
