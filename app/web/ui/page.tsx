import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "./page.css";

/** How wide a page may grow: one question (form), reading and day view (text), a room (room), tables (wide). */
export type PageWidth = "form" | "text" | "room" | "wide";

/** Props of `Page`. */
export interface PageProps {
  /** The heading, and the first part of the window's title. */
  readonly title: string;
  /** Where the page begins with something greater than its name: the heading is there for screen readers alone. */
  readonly titleUnseen?: boolean;
  /** For the window's title alone, where the heading greets or asks. */
  readonly windowTitle?: string;
  /** A sentence below the heading. */
  readonly lead?: ComponentChildren;
  readonly width?: PageWidth;
  /** A picture above the heading. */
  readonly mark?: ComponentChildren;
  /** A way back, above the heading. */
  readonly back?: { readonly href: string; readonly text: string };
  /** Stands between the heading and the rest, across both columns: the promise line, tabs. */
  readonly head?: ComponentChildren;
  readonly children: ComponentChildren;
}

let pagesShown = 0;

/**
 * One screen: the main landmark, its heading and the window's title.
 * After a navigation the heading takes the focus, so that a screen reader says where one is; on the first load it does not.
 */
export function Page(props: PageProps) {
  const { title, titleUnseen = false, windowTitle, lead, width = "text", mark, back, head, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // The very first page does not fade in: a faded heading counts as not yet painted.
  const [later] = useState(pagesShown > 0);

  useEffect(() => {
    document.title = `${windowTitle ?? title} · Oakroom`;
  }, [title, windowTitle]);

  useEffect(() => {
    pagesShown += 1;
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <main id="main" class="page" data-width={width} data-later={later || undefined}>
      <header class="page-head" data-unseen={titleUnseen || undefined}>
        {mark}
        {back && (
          <p class="page-back">
            <a href={back.href}>{back.text}</a>
          </p>
        )}
        <h1 ref={heading} class={titleUnseen ? "unseen" : undefined} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p class="page-lead">{lead}</p>}
        {head}
      </header>
      {children}
    </main>
  );
}

/** The first thing the Tab key meets: jumps over the bar. The shell places it once. */
export function SkipLink({ children }: { readonly children: ComponentChildren }) {
  return (
    <a class="skip" href="#main">
      {children}
    </a>
  );
}
