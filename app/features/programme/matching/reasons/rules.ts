/** What the reasons of a match tell, and whom they name. */
import type { Role } from "../../../../values/role.ts";
import type { Reason } from "./schema.ts";

/** Whether somebody stands above the other of a pair, as far as the reasons tell: then there is a card on power (P92). */
export function standsAbove(reasons: ReadonlyArray<Reason>, role: Role): boolean {
  return reasons.some((reason) => reason.kind === "level-distance" && reason.above === role);
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
