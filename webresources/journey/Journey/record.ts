import { AnswerValue, Grade, Level, StepParty } from "./model";
import {
  AnswerTable, AnswerValueChoice, ContentShareTable, ContentTable, CriterionTable, EvidenceGradeChoice, OpportunityTable, PartyChoice,
  QuestionTable, RatingLevelChoice, RatingTable, StakeholderTable, StepTable,
} from "../../shared/schema.g";
import { record, text } from "./shape";

/** What a seller does to a deal from the control. */
export type Change = Given | Withdrawal | Rating | PlannedStep | DoneStep | Share;

/** One answer as the seller gave it; the person is a member of the buying group, where one was named. */
export interface Given {
  kind: "answer";
  opportunity: string;
  question: string;
  value: AnswerValue;
  grade: Grade;
  person: string | null;
  on: Date;
}

/** An answer taken back: its question is open again. */
export interface Withdrawal {
  kind: "withdrawal";
  opportunity: string;
  question: string;
}

/** How far a criterion holds; `rating` is the row of an earlier one. */
export interface Rating {
  kind: "rating";
  opportunity: string;
  criterion: string;
  rating: string | null;
  level: Level;
  grade: Grade;
}

/** A step of the mutual plan; `dueOn` is a day (2026-11-26), null while none is promised. */
export interface PlannedStep {
  kind: "step";
  opportunity: string;
  name: string;
  party: StepParty;
  dueOn: string | null;
}

/** The step of the present turn is done: the ball goes on. */
export interface DoneStep {
  kind: "done";
  opportunity: string;
  step: string;
  on: Date;
}

/** A piece of content given to a member of the buying group, or to the group as a whole. */
export interface Share {
  kind: "share";
  opportunity: string;
  content: string;
  person: string | null;
  on: Date;
}

/** A row of a table that is known by what it says; `key` is the column of its id. */
export interface Sought {
  table: string;
  key: string;
  options: string;
}

/** The call of the Custom API that records an answer, heard from a contact, and returns the new journey. */
export function apiCall(given: Given, contact: string | null): { url: string; body: string } {
  const answer = { "@odata.type": `Microsoft.Dynamics.CRM.${AnswerTable.logicalName}`, ...answerColumns(given, contact) };
  return {
    url: `${boundTo(given.opportunity)}buy_RecordAnswers`,
    body: JSON.stringify({ Answers: [answer] }),
  };
}

/** Asks for the journey as of now; nothing is written. */
export function journeyUrl(opportunity: string): string {
  return `${boundTo(opportunity)}buy_GetJourney()`;
}

function boundTo(opportunity: string): string {
  return `/api/data/v9.2/${OpportunityTable.setName}(${opportunity})/Microsoft.Dynamics.CRM.`;
}

/** The journey JSON in the reply of either Custom API. */
export function journeyIn(reply: unknown): string {
  return record({ Journey: text })(reply, "").Journey;
}

/** The row that says the same where the Custom API cannot be reached. */
export function answerRow(given: Given, contact: string | null): Record<string, unknown> {
  return { ...ofOpportunity(AnswerTable.opportunityIdNavigation, given), ...answerColumns(given, contact) };
}

export function ratingRow(rating: Rating): Record<string, unknown> {
  return {
    ...ofOpportunity(RatingTable.opportunityIdNavigation, rating),
    ...bound(RatingTable.criterionIdNavigation, CriterionTable.setName, rating.criterion),
    ...ratingColumns(rating),
  };
}

/** What changes of a rating that is there already. */
export function ratingColumns({ level, grade }: Rating): Record<string, unknown> {
  return {
    [RatingTable.level]: RatingLevelChoice[level],
    [RatingTable.grade]: level === "unknown" ? null : EvidenceGradeChoice[grade],
  };
}

export function stepRow(step: PlannedStep): Record<string, unknown> {
  return {
    ...ofOpportunity(StepTable.opportunityIdNavigation, step),
    [StepTable.name]: step.name,
    [StepTable.party]: PartyChoice[step.party],
    [StepTable.dueOn]: step.dueOn,
  };
}

export function shareRow(share: Share, contact: string | null): Record<string, unknown> {
  return {
    ...ofOpportunity(ContentShareTable.opportunityIdNavigation, share),
    ...bound(ContentShareTable.contentIdNavigation, ContentTable.setName, share.content),
    ...boundToContact(ContentShareTable.contactIdNavigation, contact),
    [ContentShareTable.sharedOn]: share.on.toISOString(),
  };
}

/** An opportunity has one answer to each question. */
export function earlierAnswer({ opportunity, question }: Pick<Given, "opportunity" | "question">): Sought {
  return {
    table: AnswerTable.logicalName,
    key: AnswerTable.answerId,
    options: `?$select=${AnswerTable.answerId}&$filter=_${AnswerTable.opportunityId}_value eq ${opportunity} and _${AnswerTable.questionId}_value eq ${question}`,
  };
}

/** The open step of a plan that is called so, the earliest due of them. */
export function openStep({ opportunity, step }: Pick<DoneStep, "opportunity" | "step">): Sought {
  const name = encodeURIComponent(step.replace(/'/g, "''"));
  return {
    table: StepTable.logicalName,
    key: StepTable.stepId,
    options: `?$select=${StepTable.stepId}&$filter=_${StepTable.opportunityId}_value eq ${opportunity} and ${StepTable.name} eq '${name}' and ${StepTable.doneOn} eq null and ${StepTable.stateCode} eq 0&$orderby=${StepTable.dueOn} asc`,
  };
}

/** Finds the contact that a member of the buying group is. */
export const contactOfStakeholder = { options: `?$select=_${StakeholderTable.contactId}_value`, column: `_${StakeholderTable.contactId}_value` } as const;

/** A "don't know" has no grade: nothing was learned that could be believed or confirmed. */
function answerColumns({ question, value, grade, on }: Given, contact: string | null): Record<string, unknown> {
  return {
    ...bound(AnswerTable.questionIdNavigation, QuestionTable.setName, question),
    [AnswerTable.value]: AnswerValueChoice[value],
    [AnswerTable.grade]: value === "unknown" ? null : EvidenceGradeChoice[grade],
    [AnswerTable.answeredOn]: on.toISOString(),
    ...boundToContact(AnswerTable.sourceIdNavigation, contact),
  };
}

function ofOpportunity(navigation: string, { opportunity }: Change): Record<string, string> {
  return bound(navigation, OpportunityTable.setName, opportunity);
}

function boundToContact(navigation: string, contact: string | null): Record<string, string> {
  return contact === null ? {} : bound(navigation, "contacts", contact);
}

function bound(navigation: string, set: string, id: string): Record<string, string> {
  return { [`${navigation}@odata.bind`]: `/${set}(${id})` };
}
