import * as React from "react";
import { element } from "../../../shared/element";

interface LinkProps {
  onClick: () => void;
  /** Something is on its way: a click would do nothing. */
  isBusy?: boolean;
  look?: string;
  label?: string;
  children: React.ReactNode;
}

/** A button that looks like a link. */
export function Link({ onClick, isBusy, look = "", label, children }: LinkProps): React.ReactElement {
  return <button type="button" className={`buy-link ${look}`} aria-disabled={isBusy} aria-label={label} onClick={onClick}>{children}</button>;
}

interface ToggleProps {
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** A row shows by a sign whether it is open; a link does not. */
  look?: "row" | "link";
  children: React.ReactNode;
}

/** Opens what stands below it, and closes it. */
export function Toggle({ isOpen, onToggle, look = "row", children }: ToggleProps): React.ReactElement {
  return <button type="button" className={`buy-${look}`} aria-expanded={isOpen} onClick={() => { onToggle(!isOpen); }}>{children}</button>;
}
