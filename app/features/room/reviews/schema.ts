/** Sealed: reviews of the two, and the room check in one's own log. */
import * as z from "zod/mini";
import { Day } from "../../../values/day.ts";
import { LogId } from "../../../values/id.ts";
import type { PartId } from "../agreement/rules.ts";
import { defineEvent } from "../state/schema.ts";
import { checkLength, checkMost, marks } from "./rules.ts";

const answers = z.array(z.int().check(z.gte(0), z.lte(checkMost))).check(z.maxLength(checkLength));

const mark = z.optional(z.enum(marks));
const parts: Readonly<Record<PartId, typeof mark>> = {
  limits: mark,
  scope: mark,
  rhythm: mark,
  reply: mark,
  cancel: mark,
  boundaries: mark,
  slip: mark,
  roles: mark,
};

/** Somebody went through the parts. */
export const ReviewHeld = defineEvent("reviews.held", 1, z.strictObject({ on: Day, marks: z.strictObject(parts) }));
/** A room check is shared. */
export const CheckShared = defineEvent("reviews.shared", 1, z.strictObject({ answers }));
/** Every event of reviews. */
export const reviewsEvents = [ReviewHeld, CheckShared] as const;

/** A room check for one's own eyes. */
export const CheckKept = defineEvent("reviews.checked", 1, z.strictObject({ roomId: LogId, on: Day, answers }));
/** Every event about reviews in one's own log. */
export const ownReviewsEvents = [CheckKept] as const;
