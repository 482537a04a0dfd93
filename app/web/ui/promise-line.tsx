import type { ComponentChildren } from "preact";
import { LockIcon } from "./icons.tsx";
import "./promise-line.css";

/** Props of `PromiseLine`. */
export interface PromiseLineProps {
  /** The sentence: "Written for you and Ben. The programme sees that you are a pair, not what you write." */
  readonly children: ComponentChildren;
  /** Links after it: the limits you agreed, and *Who could still read it?* */
  readonly links?: ReadonlyArray<{ readonly href: string; readonly text: string }>;
}

/** Confidentiality, said once and quietly: always below the heading of a place where people write. */
export function PromiseLine({ children, links }: PromiseLineProps) {
  return (
    <p class="promise">
      <LockIcon />
      <span>
        {children}
        {links?.map((link, at) => (
          <span key={link.href}>
            {at === 0 ? " " : " · "}
            <a href={link.href}>{link.text}</a>
          </span>
        ))}
      </span>
    </p>
  );
}
