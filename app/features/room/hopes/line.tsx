import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import { HopesCommitted, HopesDiffered, HopesRevealed, HopesWithdrawn } from "./schema.ts";
import { hopesText } from "./text.ts";

const text = hopesText.lines;

/** Cards on the timeline: that one lies there, and never what it says; the cards have a page of their own. */
export const hopesLines = [
  lineOf(HopesCommitted, () => quiet(text.committed)),
  unshown(HopesRevealed, text.revealed),
  unshown(HopesWithdrawn, text.withdrawn),
  unshown(HopesDiffered, text.differed),
];
