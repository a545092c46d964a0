import * as React from "react";
import { Theme, Variables, variablesOf } from "../../shared/theme";
import { Words, wordsOf } from "../../shared/words";
import { BoardControl } from "./components/BoardControl";
import { Deal, dealsOf, keptWhereSame, missingColumns } from "./deals";
import { IInputs, IOutputs } from "./generated/ManifestTypes";
import { Showing } from "./showing";

const millisecondsPerHour = 3_600_000;
/** Below this width, in CSS pixels, columns do not fit side by side. */
const leastBoardWidth = 480;

/** Shows a view of opportunities by the stage of the customer. It reads what the view queried and asks the platform for nothing more. */
export class Board implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: ComponentFramework.Context<IInputs>;
  private words!: Words;
  private deals: readonly Deal[] = [];
  private showing: Showing = { state: "loading" };
  private theme: Variables = {};
  private pageAskedAt: number | null = null;

  public init(context: ComponentFramework.Context<IInputs>): void {
    this.context = context;
    this.words = wordsOf(key => this.context.resources.getString(key), day => this.context.formatting.formatDateShort(day));
    context.mode.trackContainerResize(true);
  }

  public updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    this.context = context;
    const width = context.mode.allocatedWidth;
    const tokens = context.fluentDesignLanguage?.tokenTheme as Theme | undefined;
    this.theme = variablesOf(tokens ?? {}, this.theme);
    this.showing = this.read(context.parameters.opportunities);
    return React.createElement(BoardControl, {
      showing: this.showing,
      hour: Math.floor(Date.now() / millisecondsPerHour) * millisecondsPerHour,
      isNarrow: width > 0 && width < leastBoardWidth,
      rightToLeft: context.userSettings.isRTL,
      theme: this.theme,
      dark: context.fluentDesignLanguage?.isDarkTheme ?? false,
      words: this.words,
      onOpen: this.open,
      onMore: this.loadMore,
    });
  }

  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {
    // Nothing was taken from the platform that must be given back.
  }

  private read(dataset: ComponentFramework.PropertyTypes.DataSet): Showing {
    if (dataset.loading) this.pageAskedAt = null;
    if (dataset.error) return sameOr(this.showing, { state: "failed", reason: dataset.errorMessage });
    if (dataset.loading && dataset.sortedRecordIds.length === 0) return sameOr(this.showing, { state: "loading" });
    const missing = missingColumns(dataset);
    if (missing.length > 0) return sameOr(this.showing, { state: "otherView", missing: missing.join(", ") });

    this.deals = keptWhereSame(dealsOf(dataset), this.deals);
    return sameOr(this.showing, { state: "deals", deals: this.deals, hasMore: dataset.paging.hasNextPage });
  }

  private readonly open = (id: string): void => {
    const { opportunities } = this.context.parameters;
    const record = opportunities.records[id];
    if (record) opportunities.openDatasetItem(record.getNamedReference());
  };

  /** A page is asked for once, however often the platform draws before it comes. */
  private readonly loadMore = (): void => {
    const { loading, paging, sortedRecordIds } = this.context.parameters.opportunities;
    if (loading || !paging.hasNextPage || sortedRecordIds.length === this.pageAskedAt) return;
    this.pageAskedAt = sortedRecordIds.length;
    paging.loadNextPage();
  };
}

/** The object that was shown before, where it says the same: then nothing is drawn again. */
function sameOr(before: Showing, now: Showing): Showing {
  const names = Object.keys(now) as (keyof Showing)[];
  return names.every(name => before[name] === now[name]) ? before : now;
}
