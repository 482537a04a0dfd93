/** Which duties a person is asked about. */
import { type DutyId, dutyIds } from "../rules.ts";

/** What is asked at once, and what waits in a fold for the few whom it concerns. */
export interface DutiesAsked {
  readonly usual: ReadonlyArray<DutyId>;
  readonly seldom: ReadonlyArray<DutyId>;
}

/** A mentor is asked about all of them (P10); a mentee about those that mentees have, and never about decisions on a mentee. */
export function dutiesAsked(role: "mentor" | "mentee"): DutiesAsked {
  if (role === "mentor") return { usual: dutyIds, seldom: [] };
  return { usual: ["people-manager", "none"], seldom: ["safety", "profession", "director", "safeguarding"] };
}
