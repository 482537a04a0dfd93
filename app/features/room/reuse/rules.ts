/** What somebody wrote in another room of theirs and may begin with in this one. Never a word of the other's. */
import type { AgreementState, DutyId, PartId, PartWording } from "../agreement/rules.ts";
import type { FeedbackState, Manual } from "../feedback/rules.ts";
import type { AccountId } from "../../../values/id.ts";

/** What is looked at of a room. */
export interface MyRoom {
  readonly me: AccountId;
  readonly state: { readonly agreement: AgreementState; readonly feedback: FeedbackState };
}

/** My own feedback manual; `undefined` where I wrote none. */
export function myManual({ me, state }: MyRoom): Manual | undefined {
  return state.feedback.manuals[me];
}

/** The duties that I named, but for those that speak of one person alone; `undefined` where none is left. */
export function myDuties({ me, state }: MyRoom): ReadonlyArray<DutyId> | undefined {
  const duties = state.agreement.duties[me]?.duties.filter((duty) => duty !== "decides-about-mentee") ?? [];
  return duties.length === 0 ? undefined : duties;
}

/** How I worded a part: what I suggested last, agreed or not, or what I would have liked. */
export function myWording({ me, state }: MyRoom, id: PartId): PartWording | undefined {
  const part = state.agreement.parts[id];
  if (!part) return undefined;
  if (part.proposal?.by === me) return part.proposal.wording;
  return part.agreed && part.agreedBy === me ? part.agreed : part.preferences[me];
}
