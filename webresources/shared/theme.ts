/** The Fluent tokens that the style sheet uses. It carries a value of its own for each that a host leaves out. */
const tokens = [
  "fontFamilyBase",
  "colorNeutralForeground1", "colorNeutralForeground3", "colorNeutralBackground1", "colorNeutralBackground1Hover",
  "colorNeutralStroke1", "colorNeutralStroke2", "colorStrokeFocus2",
  "colorBrandBackground", "colorBrandBackground2", "colorBrandForeground1", "colorBrandForeground2", "colorBrandStroke2",
  "colorStatusSuccessForeground1", "colorStatusWarningForeground3", "colorStatusWarningBackground1",
  "colorStatusDangerForeground1", "colorStatusDangerBackground1",
] as const;

type Token = typeof tokens[number];

export type Theme = Partial<Record<Token, string>>;
export type Variables = Partial<Record<`--${Token}`, string>>;

/** The theme as style variables; `before` itself when nothing changed, for a host may make a new object at every call. */
export function variablesOf(theme: Theme, before: Variables): Variables {
  const now: Variables = Object.fromEntries(tokens.map(token => [`--${token}`, theme[token]]));
  return tokens.every(token => now[`--${token}`] === before[`--${token}`]) ? before : now;
}
