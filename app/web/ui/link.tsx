import type { ComponentChildren } from "preact";
import { OutsideIcon } from "./icons.tsx";

/** Props of `Link`. */
export interface LinkProps {
  readonly href: string;
  readonly children: ComponentChildren;
  /** Leaves Oakroom: opens beside it, tells the other place nothing about this one, and shows an arrow. */
  readonly outside?: boolean;
  readonly current?: "page" | "step" | undefined;
  readonly class?: string | undefined;
}

/** A link in running text or in a list. Only http, https, mailto, tel and our own paths become links. */
export function Link({ href, children, outside = false, current, class: name }: LinkProps) {
  if (!/^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(href)) return <span class={name}>{children}</span>;
  if (!outside)
    return (
      <a href={href} class={name} aria-current={current}>
        {children}
      </a>
    );
  return (
    <a href={href} class={name} target="_blank" rel="noopener noreferrer">
      {children} <OutsideIcon size={14} label="opens beside Oakroom" />
    </a>
  );
}
