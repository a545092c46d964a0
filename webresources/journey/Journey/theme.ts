import * as React from "react";

/** The Fluent tokens that the style sheet uses. It carries a value of its own for each that a host leaves out. */
const tokens = [
  "fontFamilyBase",
  "colorNeutralForeground1", "colorNeutralForeground3", "colorNeutralBackground1", "colorNeutralBackground1Hover",
  "colorNeutralStroke1", "colorNeutralStroke2", "colorStrokeFocus2",
  "colorBrandBackground", "colorBrandBackground2", "colorBrandForeground1", "colorBrandForeground2", "colorBrandStroke1", "colorBrandStroke2",
  "colorStatusSuccessForeground1", "colorStatusSuccessBackground3", "colorStatusWarningForeground3",
  "colorStatusDangerForeground1", "colorStatusDangerBackground1",
] as const;

export type Theme = Partial<Record<typeof tokens[number], string>>;

export function variablesOf(theme: Theme): React.CSSProperties {
  return Object.fromEntries(tokens.filter(token => theme[token]).map(token => [`--${token}`, theme[token]]));
}
