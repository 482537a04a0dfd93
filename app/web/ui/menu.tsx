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

/** Closes an open menu with Escape, a press or the focus elsewhere, a link followed, or a `data-closes` pressed. */
function watch(menu: HTMLDetailsElement): () => void {
  const leave = (event: Event) => {
    const inside = event.target instanceof Element && menu.contains(event.target);
    const followed =
      event.type === "click" && event.target instanceof Element && event.target.closest("a, [data-closes]");
    if (menu.open && (!inside || followed)) menu.open = false;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
  menu.addEventListener("click", leave);
  menu.addEventListener("keydown", escape);
  return () => {
    document.removeEventListener("pointerdown", leave);
    document.removeEventListener("focusin", leave);
  };
}

/** A button that opens a sheet of links below it. */
export function Menu({ button, label, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => (details.current ? watch(details.current) : undefined), []);

  return (
    <details ref={details} class="menu">
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
