import { wayText } from "./ways/text.ts";
import type { Way } from "../rules.ts";
import { wayWords } from "./rules.ts";

/** Props of `WayLine`. */
export interface WayLineProps {
  readonly way: Way;
}

/** How the two meet, in a line; a video room or a number can be followed. */
export function WayLine({ way }: WayLineProps) {
  const stretches = wayWords(way);
  return (
    <p>
      {stretches.length === 0 ? wayText[way.kind] : `${wayText[way.kind]}: `}
      {stretches.map(({ words, href }) =>
        href === undefined ? (
          words
        ) : (
          <a key={href} href={href} target={href.startsWith("https:") ? "_blank" : undefined} rel="noreferrer">
            {words}
          </a>
        ),
      )}
    </p>
  );
}
