import * as React from "react";
import { element } from "../../../shared/element";

interface TextProps {
  children: React.ReactNode;
}

/** What is said beside the point, on the same line. */
export function Quiet({ children }: TextProps): React.ReactElement {
  return <span className="buy-quiet">{children}</span>;
}

/** A sentence that stands back. */
export function Small({ children }: TextProps): React.ReactElement {
  return <p className="buy-small">{children}</p>;
}

/** Says for those who cannot see it what a picture says. */
export function Unseen({ children }: TextProps): React.ReactElement {
  return <span className="buy-unseen">{children}</span>;
}

export function List({ children }: TextProps): React.ReactElement {
  return <ul className="buy-list">{children}</ul>;
}

/** A sign that repeats for the eye what the words beside it say. */
export function Sign({ look, children }: { look?: string; children?: React.ReactNode }): React.ReactElement {
  return <span className={look} aria-hidden="true">{children}</span>;
}
