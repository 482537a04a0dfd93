import type { ComponentChildren } from "preact";
import { DownIcon } from "./icons.tsx";
import "./disclosure.css";

/** Props of `Disclosure`. */
export interface DisclosureProps {
  /** The line that opens it. */
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** More about something, for whoever wants it; the browser's own details. */
export function Disclosure({ summary, children, open = false, onToggle }: DisclosureProps) {
  return (
    <details class="disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <DownIcon size={16} />
        {summary}
      </summary>
      <div class="disclosure-body">{children}</div>
    </details>
  );
}
