import { lineOf, quiet } from "../timeline/said.tsx";
import type { EndingPlanned, FarewellSaid, MayKeep } from "./rules.ts";
import { endingLineText as said } from "./said/text.ts";

/** The ending on the timeline: that there is something, and the words where they belong. */
export const endingLines = [
  lineOf<EndingPlanned>("ending.planned", ({ payload }) => quiet(payload.on === null ? said.unplanned : said.planned)),
  lineOf<MayKeep>("ending.may-keep", ({ payload }) => quiet(payload.may ? said.mayKeep : said.mayNotKeep)),
  lineOf<FarewellSaid>("ending.said", () => quiet(said.said)),
];
