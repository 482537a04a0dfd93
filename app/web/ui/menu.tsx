import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { DownIcon } from "./icons.tsx";
import "./menu.css";

/** Props of `Menu`. */
export interface MenuProps {
  /** What the button shows: a name. */
  readonly button: ComponentChildren;
  /** Said by screen readers in place of what the button shows. */
  readonly label?: string;
  /** Links, buttons, fields; `MenuGroup` puts them in parts. */
  readonly children: ComponentChildren;
}

/** A button that opens a sheet of links below it. Closes with Escape, a press elsewhere, or a link followed. */
export function Menu({ button, label, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  function close() {
    if (details.current) details.current.open = false;
  }

  useEffect(() => {
    function handlePress(event: PointerEvent) {
      if (event.target instanceof Node && !details.current?.contains(event.target)) close();
    }
    addEventListener("pointerdown", handlePress);
    return () => removeEventListener("pointerdown", handlePress);
  }, []);

  return (
    <details
      ref={details}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !details.current?.open) return;
        close();
        details.current.querySelector("summary")?.focus();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !details.current?.contains(event.relatedTarget)) close();
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a, [data-closes]")) close();
      }}
    >
      <summary class="menu-button" aria-label={label}>
        {button}
        <DownIcon size={14} />
      </summary>
      <div class="menu-sheet">{children}</div>
    </details>
  );
}

/** A part of a menu, with or without a heading. */
export function MenuGroup({ title, children }: { readonly title?: string; readonly children: ComponentChildren }) {
  return (
    <div class="menu-group">
      {title !== undefined && <p class="menu-title">{title}</p>}
      {children}
    </div>
  );
}
