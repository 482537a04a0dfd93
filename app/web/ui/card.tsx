import type { ComponentChildren } from "preact";
import "./card.css";

/** Props of `Card`. */
export interface CardProps {
  readonly children: ComponentChildren;
  /** A heading of level 2; the card is then a region of that name. */
  readonly title?: string;
  /** A small coloured line above the title or words: "Going well". */
  readonly tag?: string;
  /** Warm ground without a border: a question, a celebration that stays. */
  readonly soft?: boolean;
  readonly class?: string;
}

/** A sheet on the table. One hairline border or one warm ground, never both. */
export function Card({ children, title, tag, soft = false, class: name }: CardProps) {
  return (
    <section class={`card${name === undefined ? "" : ` ${name}`}`} data-soft={soft || undefined} aria-label={title}>
      {tag !== undefined && <p class="tag">{tag}</p>}
      {title !== undefined && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** What kind of thing this is, in a few small words: "Good moment". */
export function Tag({ children }: { readonly children: ComponentChildren }) {
  return <span class="tag">{children}</span>;
}

/** Words that people wrote: serif, line ends kept, their own direction, never read as markup. */
export function Words({
  children,
  large = false,
  muted = false,
}: {
  readonly children: string;
  readonly large?: boolean;
  readonly muted?: boolean;
}) {
  return (
    <p class={`words${large ? " words-large" : ""}${muted ? " muted" : ""}`} dir="auto">
      {children}
    </p>
  );
}
