import { ContentShareTable, ContentTable, QuestionTable, StageTable } from "../../shared/schema.g";
import { ifThere, list, record, Shape, text, time, yesOrNo } from "./shape";
import { Platform, refuse } from "./webApi";

/** Something worth giving to the customer now, and what became of it so far. */
export interface Content {
  id: string;
  name: string;
  /** Where it is found on the web; null where it has no address that a browser may open. */
  address: string | null;
  isForGroup: boolean;
  shares: { sharedOn: Date; isUsed: boolean }[];
}

/** What helps the customer through a stage and on to the answers of its questions. */
export interface Occasion {
  opportunity: string;
  stage: string;
  questions: readonly string[];
}

/** What is for the whole group comes first, then what has not been shared yet, then by name. */
export type Library = (occasion: Occasion) => Promise<Content[]>;

const content = `_${ContentShareTable.contentId}_value` as const;
const shareRows = list(record({ [content]: text, [ContentShareTable.sharedOn]: time, [ContentShareTable.usedOn]: ifThere(time) }));

export function libraryOf(platform: () => Platform): Library {
  return async ({ opportunity, stage, questions }) => {
    const { webAPI } = platform();
    const rows = (table: string, options: string) => webAPI.retrieveMultipleRecords(table, options).then(({ entities }) => entities).catch(refuse);
    const [ofStage, ofQuestions, shared] = await Promise.all([
      rows(ContentTable.logicalName, linkedTo("buy_content_stage", StageTable.stageId, [stage])),
      questions.length === 0 ? [] : rows(ContentTable.logicalName, linkedTo("buy_content_question", QuestionTable.questionId, questions)),
      rows(ContentShareTable.logicalName, sharesOf(opportunity)),
    ]);
    return contents([...ofStage, ...ofQuestions], shared);
  };
}

/** The content of rows that may name the same one twice, with its shares. */
export function contents(rows: unknown, shared: unknown): Content[] {
  const shares = shareRows(shared, "shares");
  const read = list(contentOf)(rows, "contents");
  return [...new Map(read.map(row => [row.id, row])).values()].map(row => ({
    ...row,
    shares: shares.filter(share => share[content] === row.id)
      .map(share => ({ sharedOn: share[ContentShareTable.sharedOn], isUsed: share[ContentShareTable.usedOn] !== null })),
  })).sort((one, other) =>
    Number(other.isForGroup) - Number(one.isForGroup) || one.shares.length - other.shares.length || one.name.localeCompare(other.name));
}

/** The attributes are read by these names. */
const names = { id: ContentTable.contentId, name: ContentTable.name, address: ContentTable.address, isForGroup: ContentTable.isForGroup };

const contentOf: Shape<Omit<Content, "shares">> = (row, path) => {
  const read = record({ [names.id]: text, [names.name]: text, [names.address]: ifThere(text), [names.isForGroup]: ifThere(yesOrNo) })(row, path);
  return { id: read[names.id], name: read[names.name], address: webAddress(read[names.address]), isForGroup: read[names.isForGroup] ?? false };
};

/** An address is data: only one that leads to a page becomes a link, never one that runs. */
function webAddress(address: string | null): string | null {
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}

function linkedTo(intersection: string, column: string, ids: readonly string[]): string {
  const columns = Object.values(names).map(name => `<attribute name="${name}"/>`).join("");
  const values = ids.map(id => `<value>${id}</value>`).join("");
  return `?fetchXml=${encodeURIComponent(
    `<fetch><entity name="${ContentTable.logicalName}">${columns}`
    + `<filter><condition attribute="${ContentTable.stateCode}" operator="eq" value="0"/></filter>`
    + `<link-entity name="${intersection}" from="${ContentTable.contentId}" to="${ContentTable.contentId}">`
    + `<filter><condition attribute="${column}" operator="in">${values}</condition></filter></link-entity></entity></fetch>`)}`;
}

function sharesOf(opportunity: string): string {
  return `?$select=${content},${ContentShareTable.sharedOn},${ContentShareTable.usedOn}&$filter=_${ContentShareTable.opportunityId}_value eq ${opportunity}`;
}
