import "./skeleton.css";

/** Props of `Skeleton`. */
export interface SkeletonProps {
  /** Said once by screen readers; "Loading" unless told. */
  readonly label?: string;
  /** lines of text, rows of a list, or one card. */
  readonly shape?: "lines" | "rows" | "card";
  readonly count?: number;
}

/** Stands where something will stand, in its size, so that nothing moves when it comes. Shown after 300 ms by `Loaded`. */
export function Skeleton({ label = "Loading", shape = "lines", count = 3 }: SkeletonProps) {
  return (
    <output class="skeleton" data-shape={shape}>
      <span class="unseen">{label}</span>
      {Array.from({ length: count }, (_, at) => (
        <span key={at} class="skeleton-one" aria-hidden="true" />
      ))}
    </output>
  );
}
