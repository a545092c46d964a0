import { AnswerValue, Grade } from "./model";
import { AnswerTable, AnswerValueChoice, EvidenceGradeChoice, OpportunityTable, QuestionTable } from "../../shared/schema.g";
import { record, text } from "./shape";

/** One answer as the seller gave it. */
export interface Given {
  opportunity: string;
  question: string;
  value: AnswerValue;
  grade: Grade;
  on: Date;
}

/** The call of the Custom API that records an answer and returns the new journey. */
export function apiCall(given: Given): { url: string; body: string } {
  const answer = { "@odata.type": `Microsoft.Dynamics.CRM.${AnswerTable.logicalName}`, ...columns(given) };
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
export function answerRow(given: Given): Record<string, unknown> {
  return {
    [`${AnswerTable.opportunityIdNavigation}@odata.bind`]: `/${OpportunityTable.setName}(${given.opportunity})`,
    ...columns(given),
  };
}

/** Finds the row of an earlier answer: an opportunity has one row for each question. */
export function earlierAnswer(given: Given): string {
  return `?$select=${AnswerTable.answerId}&$filter=_${AnswerTable.opportunityId}_value eq ${given.opportunity} and _${AnswerTable.questionId}_value eq ${given.question}`;
}

/** A "don't know" has no grade: nothing was learned that could be believed or confirmed. */
function columns({ question, value, grade, on }: Given): Record<string, unknown> {
  return {
    [`${AnswerTable.questionIdNavigation}@odata.bind`]: `/${QuestionTable.setName}(${question})`,
    [AnswerTable.value]: AnswerValueChoice[value],
    [AnswerTable.grade]: value === "unknown" ? null : EvidenceGradeChoice[grade],
    [AnswerTable.answeredOn]: on.toISOString(),
  };
}
