import * as React from "react";
import { element } from "./element";
import { Variables } from "./theme";

export interface FrameProps {
  rightToLeft: boolean;
  theme: Variables;
  dark: boolean;
}

/** What a control stands in: theme and direction, under one name for those who cannot see it. */
export function Frame({ rightToLeft, theme, dark, className, label, children }: FrameProps & { className: string; label: string; children: React.ReactNode }): React.ReactElement {
  return (
    <section className={`buy-root ${className}${dark ? " buy-dark" : ""}`} style={theme as React.CSSProperties} dir={rightToLeft ? "rtl" : "ltr"} aria-label={label}>
      {children}
    </section>
  );
}
