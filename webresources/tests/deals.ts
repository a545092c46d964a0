import { FocusTierChoice, OpportunityTable, PartyChoice, StageTable, VerdictChoice } from "../shared/schema.g";

/** A row of a view, as tests/host/host.js gives it to the board. */
export interface Row {
  id: string;
  values: Record<string, string | number | boolean>;
  texts: Record<string, string>;
}

const stageOrder = `stage.${StageTable.order}`;

/** What the board's views show. */
export const columns = [
  OpportunityTable.name, OpportunityTable.parentAccountId, OpportunityTable.processId, OpportunityTable.stageId, stageOrder,
  OpportunityTable.estimatedValue, OpportunityTable.daysAtStage, OpportunityTable.whoseTurn, OpportunityTable.turnSince,
  OpportunityTable.nextStepDueOn, OpportunityTable.isTurnOverdue, OpportunityTable.providerScorePercent,
  OpportunityTable.customerScorePercent, OpportunityTable.verdict, OpportunityTable.focusTier, OpportunityTable.winChancePercent,
  OpportunityTable.valuePerHour, OpportunityTable.remainingHours, OpportunityTable.alignmentStages,
];

export const stages = [
  "No recognised problem", "Structuring the problem", "Agreeing on the need", "Choosing an approach", "Comparing providers", "Decision",
] as const;

type Party = "customer" | "us" | "nobody";

/** Account, stage, thousands, days at the stage, whose move, when it is due and since when, scores of both sides. */
const portfolio: [account: string, stage: number, thousands: number, days: number, party: Party, due: string | null, since: string, us: number, them: number][] = [
  ["Aalto Foods", 1, 40, 6, "us", null, "2026-11-21", 55, 20],
  ["Nordkraft AB", 1, 50, 61, "nobody", null, "2026-10-14", 35, 10],
  ["Suomen Terä Oy", 2, 120, 19, "customer", "2026-11-26", "2026-11-10", 70, 58],
  ["Helio Energy", 2, 80, 11, "customer", "2026-12-02", "2026-11-15", 50, 44],
  ["Port of Turku", 2, 60, 25, "us", "2026-11-19", "2026-11-01", 62, 51],
  ["Contoso Oy", 3, 180, 12, "us", "2026-11-23", "2026-11-12", 78, 66],
  ["Litware Health", 3, 150, 44, "customer", "2026-11-15", "2026-10-20", 61, 37],
  ["Relecloud", 3, 80, 7, "customer", "2026-11-25", "2026-11-18", 48, 49],
  ["Fabrikam Group", 4, 320, 23, "customer", "2026-11-26", "2026-11-02", 68, 51],
  ["Wingtip", 4, 190, 15, "us", "2026-11-24", "2026-11-16", 81, 72],
  ["Tailspin", 4, 80, 70, "nobody", null, "2026-11-02", 40, 33],
  ["Adventure Works", 5, 260, 9, "customer", "2026-11-29", "2026-11-17", 74, 69],
  ["Proseware", 5, 130, 31, "customer", "2026-11-24", "2026-11-10", 66, 40],
  ["Graphic Design Institute of the North", 6, 180, 5, "us", "2026-11-23", "2026-11-20", 83, 80],
];

const important = new Set(["Contoso Oy", "Wingtip", "Graphic Design Institute of the North"]);

/** Fourteen deals as a seller may have them. */
export function rows(): Row[] {
  return portfolio.map(([account, stage, thousands, days, party, due, since, us, them], index) => row({
    id: `deal-${index + 1}`, account, topic: `${account}: ${stage < 4 ? "first talks" : "renewal of the plant"}`, stage, value: thousands * 1000, days, party, due, since, us, them,
    verdict: us >= 60 && them >= 60 ? "pursue" : us >= 60 ? "helpThemFindOut" : "ask",
    tier: important.has(account) ? "now" : party === "nobody" ? "letGo" : "next",
    ahead: account === "Fabrikam Group" ? 1 : 0,
  }));
}

/** As many deals as a large portfolio has, no two the same. */
export function manyRows(count: number): Row[] {
  const templates = rows();
  return Array.from({ length: count }, (_, index) => {
    const template = templates[index % templates.length]!;
    const account = `${template.texts[OpportunityTable.parentAccountId]} ${index + 1}`;
    return { id: `many-${index + 1}`, values: { ...template.values, [OpportunityTable.estimatedValue]: 1000 * (index + 1) }, texts: { ...template.texts, [OpportunityTable.parentAccountId]: account, [OpportunityTable.estimatedValue]: money(1000 * (index + 1)) } };
  });
}

interface Told {
  id: string;
  account: string;
  topic: string;
  stage: number;
  value: number;
  days: number;
  party: Party;
  due: string | null;
  since: string;
  us: number;
  them: number;
  verdict: keyof typeof VerdictChoice;
  tier: keyof typeof FocusTierChoice;
  ahead: number;
}

const verdicts = { pursue: "Pursue", helpThemFindOut: "Help them find out", ask: "Ask", changeScopePriceOrPartner: "Change scope", declinePolitely: "Decline politely" };
const tiers = { now: "Now", next: "Next", later: "Later", letGo: "Let go" };

function row(told: Told): Row {
  const chance = Math.round((told.us + told.them) / 2.4);
  const hours = told.stage === 6 ? 1 : 7 - told.stage;
  return {
    id: told.id,
    values: {
      [stageOrder]: told.stage,
      [OpportunityTable.estimatedValue]: told.value,
      [OpportunityTable.daysAtStage]: told.days,
      [OpportunityTable.whoseTurn]: String(PartyChoice[told.party]), // grids give choices as text
      [OpportunityTable.turnSince]: `${told.since}T08:00:00Z`,
      ...told.due && { [OpportunityTable.nextStepDueOn]: told.due },
      [OpportunityTable.isTurnOverdue]: told.due !== null && told.due < "2026-11-23" ? "1" : "0",
      [OpportunityTable.providerScorePercent]: told.us,
      [OpportunityTable.customerScorePercent]: told.them,
      [OpportunityTable.verdict]: VerdictChoice[told.verdict],
      [OpportunityTable.focusTier]: FocusTierChoice[told.tier],
      [OpportunityTable.winChancePercent]: chance,
      [OpportunityTable.valuePerHour]: told.value * chance / 100 / hours,
      [OpportunityTable.remainingHours]: hours,
      [OpportunityTable.alignmentStages]: told.ahead,
    },
    texts: {
      [OpportunityTable.name]: told.topic,
      [OpportunityTable.parentAccountId]: told.account,
      [OpportunityTable.processId]: "Equipment for industry",
      [OpportunityTable.stageId]: stages[told.stage - 1]!,
      [OpportunityTable.estimatedValue]: money(told.value),
      [OpportunityTable.verdict]: verdicts[told.verdict],
      [OpportunityTable.focusTier]: tiers[told.tier],
    },
  };
}

function money(value: number): string {
  return `€${value.toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
}
