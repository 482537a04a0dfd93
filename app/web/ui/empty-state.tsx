import type { ComponentChildren } from "preact";
import "./empty-state.css";

/** Props of `EmptyState`. */
export interface EmptyStateProps {
  readonly title: string;
  /** What will be here, in a sentence. */
  readonly children?: ComponentChildren;
  /** One example in the words of a person, so that nobody stares at an empty page. */
  readonly example?: string;
  readonly action?: ComponentChildren;
}

/** A place with nothing in it yet: says what it is for and teaches with one example. */
export function EmptyState({ title, children, example, action }: EmptyStateProps) {
  return (
    <div class="empty-state stack">
      <h2>{title}</h2>
      {children !== undefined && <p class="muted measure">{children}</p>}
      {example !== undefined && (
        <p class="empty-state-example">
          <span class="tag">For example</span>
          <br />
          <q>{example}</q>
        </p>
      )}
      {action !== undefined && <div class="buttons">{action}</div>}
    </div>
  );
}
