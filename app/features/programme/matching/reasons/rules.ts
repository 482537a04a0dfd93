/** Which reasons of a match each reader may have. */
import { readersOf } from "../../profile/rules.ts";
import type { Reason } from "./schema.ts";

/**
 * The reasons that the two may read about each other. The distance between their levels is not among them: a level is read by the
 * programme alone, and would follow from one's own and the distance.
 */
export function reasonsForTheTwo(reasons: ReadonlyArray<Reason>): ReadonlyArray<Reason> {
  const levelIsShown = readersOf("level", "pair").includes("suggested");
  return reasons.filter(({ kind }) => kind !== "level-distance" || levelIsShown);
}
