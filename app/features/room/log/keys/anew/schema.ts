/**
 * Beginning anew after every key was lost: the identity of before is set aside with all that opens it, until the other member
 * of a room has let the new one in. Whoever still opens the old one can cancel.
 */
import * as z from "zod/mini";
import { AccountId } from "../../../../../values/id.ts";
import { Instant } from "../../../../../values/instant.ts";
import { operation } from "../../../../../values/operation.ts";

/**
 * Enrols a new identity in the place of the one whose keys are lost: the same body as `EnrolKeys`. The same bytes again are no error.
 * "no-keys": there is nothing to begin anew from. "too-soon": one was cancelled within seven days, or three were begun.
 */
export const BeginAnew = operation({
  id: "beginAnew",
  method: "POST",
  path: "/keys/anew",
  summary: "Begin anew with a new identity, all keys being lost",
  takes: "cbor",
  answer: z.object({ enrolled: z.literal(true) }),
  refusals: ["unreadable", "slots-missing", "no-keys", "too-soon"],
});

/**
 * Whether somebody began anew in the caller's name, when, and whether that can still be cancelled. `anewFrom`: from when on it can be
 * begun (again); null where nothing has to be waited for.
 */
export const ReadLoss = operation({
  id: "readLoss",
  method: "GET",
  path: "/keys/anew",
  summary: "Whether the caller's account began anew",
  answer: z.object({ begunAt: z.nullable(Instant), mayCancel: z.boolean(), anewFrom: z.nullable(Instant) }),
});

/**
 * Cancels it: a change that one of the identities before has signed, and that disowns the one that counts now. Every other sign-in ends.
 * "readmitted": the other member of a room has let the new one in.
 */
export const CancelAnew = operation({
  id: "cancelAnew",
  method: "POST",
  path: "/keys/anew/cancellations",
  summary: "Take the identity of before back",
  takes: "cbor",
  refusals: ["unreadable", "not-signed", "readmitted"],
});

/** What opens the caller's identities of before: CBOR `[[ring, [slot, …]], …]`, the newest first. */
export const ReadFormerKeys = operation({
  id: "readFormerKeys",
  method: "GET",
  path: "/keys/former",
  summary: "The rings and slots of the caller's identities of before",
  gives: "cbor",
});

/** Somebody's identities: CBOR `[[[bundle, …], …], [change, …]]`, the oldest first, then the changes that disown one. */
export const ReadIdentities = operation({
  id: "readIdentities",
  method: "GET",
  path: "/keys/of/:accountId/identities",
  summary: "All identities of somebody who shares a room with the caller",
  params: z.strictObject({ accountId: AccountId }),
  gives: "cbor",
});
