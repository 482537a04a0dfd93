import type { ComponentChildren } from "preact";
import "./bar.css";

/** Props of `Bar`. */
export interface BarProps {
  /** Where the word Oakroom leads. */
  readonly home: string;
  /** Places; on a phone they move into the menu, which the caller puts into `end`. */
  readonly places?: ReadonlyArray<{
    readonly href: string;
    readonly text: ComponentChildren;
    readonly current?: boolean;
  }>;
  /** Stands in the middle instead of places: the steps of a session. */
  readonly middle?: ComponentChildren;
  /** At the end: Help and safety, the menu. */
  readonly end?: ComponentChildren;
  /** A line below the bar: "You cannot see room contents". */
  readonly line?: ComponentChildren;
}

/** The bar at the top of every page. */
export function Bar({ home, places, middle, end, line }: BarProps) {
  return (
    <header class="bar" data-middle={middle === undefined ? undefined : true}>
      <div class="bar-row">
        <a class="bar-brand" href={home}>
          Oakroom
        </a>
        {places && places.length > 0 && (
          <nav class="bar-places" aria-label="Oakroom">
            {places.map((place) => (
              <a key={place.href} href={place.href} aria-current={place.current ? "page" : undefined}>
                {place.text}
              </a>
            ))}
          </nav>
        )}
        {middle !== undefined && <div class="bar-middle">{middle}</div>}
        {line !== undefined && <p class="bar-line">{line}</p>}
        {end !== undefined && <div class="bar-end">{end}</div>}
      </div>
    </header>
  );
}

/** The foot of a full-screen step: a quiet line at the start, the way on at the end. Stays in view. */
export function Foot({ children, line }: { readonly children: ComponentChildren; readonly line?: ComponentChildren }) {
  return (
    <footer class="foot">
      <span class="muted small">{line}</span>
      <div class="buttons">{children}</div>
    </footer>
  );
}
