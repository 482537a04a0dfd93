/** Sealed: what the two said they would do. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { AccountId, ItemId, SessionId } from "../../../values/id.ts";
import { plainLine } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";
import { longestCommitment } from "./rules.ts";

const named = z.strictObject({ commitment: ItemId });

/** Someone wrote down what one of the two will do. */
export const CommitmentMade = defineEvent(
  "commitments.made",
  1,
  z.strictObject({
    owner: AccountId,
    text: plainLine(longestCommitment),
    due: z.optional(Day),
    sessionId: z.optional(SessionId),
    goal: z.optional(ItemId),
  }),
  { searched: ({ text }) => text },
);
/** It is done. */
export const CommitmentDone = defineEvent("commitments.done", 1, named);
/** It gets another date. */
export const CommitmentMoved = defineEvent("commitments.moved", 1, z.strictObject({ commitment: ItemId, due: Day }));
/** It is dropped. */
export const CommitmentDropped = defineEvent("commitments.dropped", 1, named);
/** It is open again. */
export const CommitmentReopened = defineEvent("commitments.reopened", 1, named);

/** Every event of commitments. */
export const commitmentsEvents = [
  CommitmentMade,
  CommitmentDone,
  CommitmentMoved,
  CommitmentDropped,
  CommitmentReopened,
] as const;
