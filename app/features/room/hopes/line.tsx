import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import type { HopesCommitted } from "./rules.ts";
import { hopesLineText as said } from "./said/text.ts";

/** Cards on the timeline: that one lies there, and never what it says; the cards have a page of their own. */
export const hopesLines = [
  lineOf<HopesCommitted>("hopes.committed", () => quiet(said.committed)),
  unshown("hopes.revealed", said.revealed),
  unshown("hopes.withdrawn", said.withdrawn),
  unshown("hopes.differed", said.differed),
];
