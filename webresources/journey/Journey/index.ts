import * as React from "react";
import { Reach } from "./components/JourneyCard";
import { JourneyControl } from "./components/JourneyControl";
import { IInputs, IOutputs } from "./generated/ManifestTypes";
import { read, Reading } from "./model";
import { libraryOf } from "./library";
import { recorderOf } from "./recorder";
import { refresherOf } from "./refresher";
import { openerOf } from "./rows";
import { Theme, Variables, variablesOf } from "../../shared/theme";
import { Words, wordsOf } from "../../shared/words";

const millisecondsPerHour = 3_600_000;

/** Shows the column buy_journey, brought up to now when it is old, and records what the seller does. It never writes the column: the plugins do. */
export class Journey implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: ComponentFramework.Context<IInputs>;
  private words!: Words;
  private readonly reach: Reach = reachOf(() => this.context);
  private json: string | null = null;
  private reading: Reading = read(null);
  private theme: Variables = {};

  public init(context: ComponentFramework.Context<IInputs>): void {
    this.context = context;
    this.words = wordsOf(key => this.context.resources.getString(key), day => this.context.formatting.formatDateShort(day));
  }

  public updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    this.context = context;
    const { raw, security } = context.parameters.journey;
    if (raw !== this.json) {
      this.json = raw;
      this.reading = read(raw);
    }
    const tokens = context.fluentDesignLanguage?.tokenTheme as Theme | undefined;
    this.theme = variablesOf(tokens ?? {}, this.theme);
    return React.createElement(JourneyControl, {
      column: security?.readable === false ? null : this.reading,
      // Days are counted, so a clock that ticks by the hour spares a render at every call of updateView.
      hour: Math.floor(Date.now() / millisecondsPerHour) * millisecondsPerHour,
      // The form leaves the cell unlocked. Then "disabled" means that the form is read-only (a closed opportunity, no right
      // to write), which nothing else tells a control; and no output of ours could make an unlocked column dirty.
      readOnly: context.mode.isControlDisabled,
      rightToLeft: context.userSettings.isRTL,
      theme: this.theme,
      dark: context.fluentDesignLanguage?.isDarkTheme ?? false,
      words: this.words,
      reach: this.reach,
    });
  }

  /** Display only: the form must never become dirty by showing a journey. */
  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {
    // Nothing was taken from the platform that must be given back.
  }
}

function reachOf(platform: () => ComponentFramework.Context<IInputs>): Reach {
  return { record: recorderOf(platform), refresh: refresherOf(platform), opener: openerOf(platform), library: libraryOf(platform) };
}
