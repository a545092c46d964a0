import { OpportunityTable, PartyChoice, StageTable } from "../../shared/schema.g";

/** One opportunity of the view. Everything that the view does not show, or that is not known, is null. */
export interface Deal {
  id: string;
  topic: string;
  account: string | null;
  value: Money | null;
  process: string | null;
  stage: { name: string; order: number } | null;
  daysAtStage: number | null;
  turn: Turn | null;
  /** Scores of both sides, 0 to 100. */
  us: number | null;
  them: number | null;
  verdict: Choice | null;
  tier: Choice | null;
  winChancePercent: number | null;
  valuePerHour: number | null;
  remainingHours: number | null;
  /** How many stages our own stage is ahead of theirs; negative when behind. */
  stagesAhead: number | null;
}

export interface Money {
  amount: number;
  /** The sign or letters of the currency, as the platform writes them with the amount. */
  currency: string;
  currencyIsFirst: boolean;
}

/** A value of a choice with its label in the language of the user. */
export interface Choice {
  value: number;
  label: string;
}

export const parties = ["customer", "us", "thirdParty", "nobody"] as const;
export type Party = typeof parties[number];

export interface Turn {
  party: Party;
  since: Date | null;
  dueOn: Date | null;
  isOverdue: boolean;
}

/** As much of the platform's data set as the board reads. */
export interface Rows {
  columns: readonly { name: string }[];
  sortedRecordIds: readonly string[];
  records: Readonly<Record<string, Row>>;
}

export interface Row {
  getValue(column: string): unknown;
  getFormattedValue(column: string): string;
}

/** Columns without which there is no board. */
const needed = [OpportunityTable.name, OpportunityTable.stageId] as const;

/** The needed columns that the view does not have; a board of something else has none of ours. */
export function missingColumns({ columns }: Rows): string[] {
  return needed.filter(name => columns.every(column => column.name !== name));
}

export function dealsOf({ columns, sortedRecordIds, records }: Rows): Deal[] {
  const names = new Set(columns.map(column => column.name));
  // A column of another table goes by the alias of its link, which whoever makes the view may choose.
  const stageOrder = columns.find(column => column.name.endsWith(`.${StageTable.order}`))?.name ?? "";
  return sortedRecordIds.flatMap(id => {
    const row = records[id];
    return row ? [dealOf(id, new Cells(row, names), stageOrder)] : [];
  });
}

function dealOf(id: string, cells: Cells, stageOrder: string): Deal {
  const stage = cells.text(OpportunityTable.stageId);
  return {
    id,
    topic: cells.text(OpportunityTable.name) ?? "",
    account: cells.text(OpportunityTable.parentAccountId),
    value: cells.money(OpportunityTable.estimatedValue),
    process: cells.text(OpportunityTable.processId),
    stage: stage === null ? null : { name: stage, order: cells.number(stageOrder) ?? 0 },
    daysAtStage: cells.number(OpportunityTable.daysAtStage),
    turn: turnOf(cells),
    us: cells.number(OpportunityTable.providerScorePercent),
    them: cells.number(OpportunityTable.customerScorePercent),
    verdict: cells.choice(OpportunityTable.verdict),
    tier: cells.choice(OpportunityTable.focusTier),
    winChancePercent: cells.number(OpportunityTable.winChancePercent),
    valuePerHour: cells.number(OpportunityTable.valuePerHour),
    remainingHours: cells.number(OpportunityTable.remainingHours),
    stagesAhead: cells.number(OpportunityTable.alignmentStages),
  };
}

const partyOf = new Map<number, Party>([
  [PartyChoice.customer, "customer"],
  [PartyChoice.us, "us"],
  [PartyChoice.thirdParty, "thirdParty"],
  [PartyChoice.nobody, "nobody"],
]);

function turnOf(cells: Cells): Turn | null {
  const party = partyOf.get(cells.number(OpportunityTable.whoseTurn) ?? NaN);
  return party === undefined ? null : {
    party,
    since: cells.date(OpportunityTable.turnSince),
    dueOn: cells.date(OpportunityTable.nextStepDueOn),
    isOverdue: cells.yes(OpportunityTable.isTurnOverdue),
  };
}

/** The cells of a row. Hosts give the same value as text or as a number, a date as a date or as text. */
class Cells {
  constructor(private readonly row: Row, private readonly names: ReadonlySet<string>) {}

  text(name: string): string | null {
    return this.names.has(name) ? this.row.getFormattedValue(name) || null : null;
  }

  number(name: string): number | null {
    const value = this.value(name);
    if (value === null || value === "") return null;
    const read = Number(value);
    return Number.isNaN(read) ? null : read;
  }

  date(name: string): Date | null {
    const value = this.value(name);
    if (!(value instanceof Date) && typeof value !== "string") return null;
    const read = new Date(value);
    return Number.isNaN(read.getTime()) ? null : read;
  }

  yes(name: string): boolean {
    const value = this.value(name);
    return value === true || value === "true" || Number(value) === 1;
  }

  choice(name: string): Choice | null {
    const value = this.number(name);
    return value === null ? null : { value, label: this.text(name) ?? String(value) };
  }

  money(name: string): Money | null {
    const amount = this.number(name);
    if (amount === null) return null;
    const written = this.text(name) ?? "";
    return { amount, currency: written.replace(/[\d\s.,'’−()-]/g, ""), currencyIsFirst: !/^[\s−(-]*\d/.test(written) };
  }

  private value(name: string): unknown {
    return this.names.has(name) ? this.row.getValue(name) ?? null : null;
  }
}

/** The deals, where nothing changed the very same objects as before: what they are drawn with need not be drawn again. */
export function keptWhereSame(deals: readonly Deal[], before: readonly Deal[]): readonly Deal[] {
  const known = new Map(before.map(deal => [deal.id, deal]));
  const kept = deals.map(deal => {
    const earlier = known.get(deal.id);
    return earlier && isSame(earlier, deal) ? earlier : deal;
  });
  return kept.length === before.length && kept.every((deal, index) => deal === before[index]) ? before : kept;
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return Object.is(one, other);
  return Object.entries(one).every(([name, value]) => isSame(value, (other as Record<string, unknown>)[name]));
}
