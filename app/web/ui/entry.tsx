import type { ComponentChildren } from "preact";
import { Avatar } from "./avatar.tsx";
import "./entry.css";

/** Props of `Entry`. */
export interface EntryProps {
  /** "You", or the other person's name. */
  readonly name: string;
  /** The id that gives the colour; and the name whose letter is shown, where `name` is "You". */
  readonly person: { readonly id: string; readonly name: string };
  /** What kind of thing it is: "Good moment". */
  readonly tag?: string | undefined;
  /** A time, as text. */
  readonly when?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Acts on it, below the words. */
  readonly actions?: ComponentChildren;
}

/** One thing that someone put into the room. */
export function Entry({ name, person, tag, when, children, actions }: EntryProps) {
  return (
    <article class="entry">
      <Avatar name={person.name} id={person.id} />
      <div class="entry-body">
        <p class="entry-meta">
          <b dir="auto">{name}</b>
          {tag !== undefined && <span class="tag">{tag}</span>}
          {when !== undefined && <span class="figures">{when}</span>}
        </p>
        {children}
        {actions !== undefined && <div class="buttons-plain">{actions}</div>}
      </div>
    </article>
  );
}

/** Something said back and agreed, set beside the words it belongs to. */
export function Heard({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="heard">
      <p class="heard-title">{title}</p>
      {children}
    </div>
  );
}

/** A day, or any other seam, between entries. */
export function DayRule({ children }: { readonly children: ComponentChildren }) {
  return <h2 class="day-rule">{children}</h2>;
}
