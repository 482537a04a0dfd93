import "./date-block.css";

/** Props of `DateBlock`. The three parts come from `formatDay`, so that they follow the reader's language. */
export interface DateBlockProps {
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
}

/** A day as a leaf of a calendar, beside what happens on it. */
export function DateBlock({ month, day, weekday }: DateBlockProps) {
  return (
    <p class="date-block">
      <span>{month}</span> <b>{day}</b> <span>{weekday}</span>
    </p>
  );
}

/** A number with a few words: "296 of 300 would have a mentor". */
export function Figure({ number, children }: { readonly number: string; readonly children: string }) {
  return (
    <span class="figure">
      <b>{number}</b> {children}
    </span>
  );
}
