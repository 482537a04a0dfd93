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

/** Somebody's names: the one on record, and the one in running sentences. */
export interface Names {
  readonly fullName: string;
  /** What they want to be called; else the first part of the name on record. */
  readonly name: string;
}

/** The names of somebody, from what a reader may see of them. */
export function namesIn({
  name = "",
  callName = name,
}: {
  readonly name?: string | undefined;
  readonly callName?: string | undefined;
}): Names {
  const [first = name] = name.split(" ");
  if (callName === name) return { fullName: name, name: first };
  return { fullName: ` ${name} `.includes(` ${callName} `) ? name : `${name} (${callName})`, name: callName };
}
