// The dataset of a code component over a view: the rows with what the component asks for, read page by page.
import { fetchRows } from "../base/api.js";
import { formAddress } from "../base/routes.js";
import { label } from "../base/texts.js";
import { nextPage, ordersIn, refine, totalIn } from "../values/fetchxml.js";
import { isLookup, valueOf, wordsOf } from "../values/values.js";
import { bare, only } from "./only.js";

/** The types of a manifest by those of Dataverse. */
const types = {
  Text: "SingleLine.Text", Memo: "Multiple", WholeNumber: "Whole.None", Decimal: "Decimal", Double: "FP", Money: "Currency",
  YesNo: "TwoOptions", Choice: "OptionSet", State: "OptionSet", Status: "OptionSet", Choices: "MultiSelectOptionSet",
  Lookup: "Lookup.Simple", Customer: "Lookup.Customer", Owner: "Lookup.Owner", PrimaryKey: "SingleLine.Text", UniqueIdentifier: "SingleLine.Text",
};

const descending = 1;

export class DataSet {
  /** @param options `pageSize`; `onChange` to hear that it must be drawn anew; `onCount` to hear how many rows there are; `onChosen` which are chosen */
  constructor(app, view, { pageSize, onChange, onCount = () => {}, onChosen = () => {} }) {
    Object.assign(this, { app, view, pageSize, onChange, onCount, onChosen });
    this.table = app.tables[view.table];
    this.columns = [...view.columns];
    this.sorting = ordersIn(view.fetchXml).map(order => ({ name: order.name, sortDirection: order.descending ? descending : 0 }));
    Object.assign(this, { search: "", filter: null, links: [], chosen: [], rows: [], first: 1, last: 1, total: -1, hasNext: false, loading: true, error: null });
  }

  /** Reads anew, from the first page on. */
  load() {
    return this.#read(1, { alone: true });
  }

  /** Narrows to rows that contain the text. */
  find(words) {
    this.search = words.trim();
    return this.load();
  }

  async #read(page, { alone }) {
    // An answer that comes after a newer question was asked is not shown.
    const question = this.question = Symbol();
    Object.assign(this, { loading: true, error: null });
    this.onChange();
    try {
      const answer = await fetchRows(this.table.set, this.#query(page));
      if (question !== this.question) return;
      this.rows = alone ? answer.value : page < this.first ? [...answer.value, ...this.rows] : [...this.rows, ...answer.value];
      this.first = alone ? page : Math.min(page, this.first);
      this.last = alone ? page : Math.max(page, this.last);
      this.total = totalIn(answer);
      if (page === this.last) this.hasNext = nextPage(answer) !== null;
      this.onCount(this.total);
    } catch (error) {
      if (question !== this.question) return;
      this.error = error;
    }
    this.loading = false;
    this.onChange();
  }

  #query(page) {
    return refine(this.view.fetchXml, {
      search: { text: this.search, columns: this.table.searchColumns },
      orders: this.sorting.filter(({ sortDirection }) => sortDirection >= 0).map(({ name, sortDirection }) => ({ name, descending: sortDirection === descending })),
      filter: this.filter, links: this.links, columns: this.columns.filter(column => !this.view.columns.includes(column)).map(({ name }) => name),
      count: this.pageSize, cookie: { page }, total: true,
    });
  }

  /** What the component sees. */
  get shown() {
    const set = this;
    return only("dataset", {
      columns: this.columns.map((column, order) => this.#column(column, order)),
      records: Object.fromEntries(this.rows.map(row => [this.#idOf(row), this.#record(row)])),
      sortedRecordIds: this.rows.map(row => this.#idOf(row)),
      loading: this.loading, error: this.error !== null, errorMessage: this.error?.message ?? "",
      get sorting() { return set.sorting; },
      set sorting(sorting) { set.sorting = sorting; },
      filtering: only("dataset.filtering", {
        getFilter: () => this.filter ?? { conditions: [], filterOperator: 0 },
        setFilter: filter => { this.filter = filter; },
        clearFilter: () => { this.filter = null; },
      }),
      linking: only("dataset.linking", { getLinkedEntities: () => [...this.links], addLinkedEntity: link => { this.links.push(link); } }),
      paging: this.#paging(),
      addColumn: (name, alias) => this.#add(name, alias),
      refresh: () => { void this.load(); },
      getTitle: () => label(this.view.label), getViewId: () => this.view.id, getTargetEntityType: () => this.view.table,
      openDatasetItem: ({ id, etn, entityType }) => { location.hash = formAddress(entityType ?? etn, bare(id.guid ?? id)); },
      getSelectedRecordIds: () => [...this.chosen],
      setSelectedRecordIds: ids => this.#choose(ids),
      clearSelectedRecordIds: () => this.#choose([]),
    });
  }

  #paging() {
    const turn = (page, loadOnlyNewPage = false) => { void this.#read(page, { alone: loadOnlyNewPage }); };
    return only("dataset.paging", {
      pageSize: this.pageSize, totalResultCount: this.total, firstPageNumber: this.first, lastPageNumber: this.last,
      hasNextPage: this.hasNext, hasPreviousPage: this.first > 1,
      loadNextPage: alone => turn(this.last + 1, alone),
      loadPreviousPage: alone => turn(this.first - 1, alone),
      loadExactPage: page => turn(page, true),
      setPageSize: size => { this.pageSize = size; },
      reset: () => { void this.load(); },
    });
  }

  #columnOf = ({ table, column }) => this.app.tables[table].columns[column];

  #column(shown, order) {
    const column = this.#columnOf(shown);
    const dataType = column.type === "DateTime" ? (column.isDay ? "DateAndTime.DateOnly" : "DateAndTime.DateAndTime") : types[column.type];
    if (!dataType) throw new Error(`The local page gives components no columns of the type ${column.type} (${shown.name}).`);
    return only("dataset.column", {
      name: shown.name, displayName: label(column.label), dataType, alias: shown.name, order, visualSizeFactor: shown.width,
      isHidden: shown.isHidden, isPrimary: shown.name === this.table.primaryName, disableSorting: false,
    });
  }

  #record(row) {
    const read = name => {
      const shown = this.columns.find(column => column.name === name);
      if (!shown) throw new Error(`The dataset has no column '${name}'.`);
      const column = this.#columnOf(shown);
      return { column, value: valueOf(row, column, name.includes(".") ? name : column.property) };
    };
    return only("dataset.record", {
      getRecordId: () => this.#idOf(row),
      getValue: name => {
        const { column, value } = read(name);
        return value !== null && isLookup(column) ? { etn: value.table, id: { guid: value.id }, name: value.name } : value;
      },
      getFormattedValue: name => {
        const { column, value } = read(name);
        return wordsOf(value, column);
      },
      getNamedReference: () => ({ etn: this.view.table, entityType: this.view.table, id: { guid: this.#idOf(row) }, name: this.#nameOf(row) }),
    });
  }

  #idOf = row => row[this.table.primaryKey];

  #nameOf = row => row[this.table.primaryName] ?? "";

  #add(name, alias) {
    const link = alias && this.links.find(known => known.alias === alias);
    if (alias && !link) throw new Error(`The dataset has no linked table '${alias}'.`);
    const [full, table] = link ? [`${alias}.${name}`, link.name] : [name, this.view.table];
    if (!(name in this.app.tables[table].columns)) throw new Error(`The table '${table}' has no column '${name}'.`);
    const usualWidth = 100;
    if (this.columns.every(column => column.name !== full)) this.columns.push({ name: full, table, column: name, width: usualWidth, isHidden: false });
  }

  #choose(ids) {
    this.chosen = ids;
    this.onChosen(this.rows.filter(row => ids.includes(this.#idOf(row))).map(row => ({ id: this.#idOf(row), name: this.#nameOf(row) })));
  }
}
