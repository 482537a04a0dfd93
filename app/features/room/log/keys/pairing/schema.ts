/**
 * A new device is given its person's keys by another one of theirs: a place where the two leave one sealed record each, for ten
 * minutes. Its name is derived from words that only the two devices know, so a place that is somebody else's, over, used up or
 * never was is answered alike: "gone".
 */
import * as z from "zod/mini";
import { minute } from "../../../../../values/instant.ts";
import { operation } from "../../../../../values/operation.ts";

/** How long a place is kept. */
export const pairingLifeMs = 10 * minute;

/** The largest record that is taken. */
export const pairingLimitBytes = 2048;

const Mailbox = z.string().check(z.regex(/^[\w-]{22}$/));
const params = z.strictObject({ mailbox: Mailbox });

/** Opens a place; one of before is gone. */
export const OfferPairing = operation({
  id: "offerPairing",
  method: "POST",
  path: "/pairing",
  summary: "Open a place where a new device of the caller is given their keys",
  body: z.strictObject({ mailbox: Mailbox }),
});

/** Leaves what the new device asks: once. The same bytes again are no error. */
export const AskPairing = operation({
  id: "askPairing",
  method: "PUT",
  path: "/pairing/:mailbox/request",
  summary: "Leave the sealed request of a new device",
  params,
  takes: "cbor",
  bodyLimitBytes: pairingLimitBytes,
  refusals: ["gone", "used"],
});

/** What the new device asked: CBOR `[]`, or `[request]`. */
export const ReadPairing = operation({
  id: "readPairing",
  method: "GET",
  path: "/pairing/:mailbox",
  summary: "The sealed request of a new device",
  params,
  gives: "cbor",
  refusals: ["gone"],
});

/** Leaves the answer to the request that is there: once. The same bytes again are no error. */
export const AnswerPairing = operation({
  id: "answerPairing",
  method: "PUT",
  path: "/pairing/:mailbox/answer",
  summary: "Leave the sealed answer for a new device",
  params,
  takes: "cbor",
  bodyLimitBytes: pairingLimitBytes,
  refusals: ["gone", "used"],
});

/** Takes the answer away, with its place: CBOR `[]` while there is none, or `[answer]`, once. */
export const TakePairing = operation({
  id: "takePairing",
  method: "POST",
  path: "/pairing/:mailbox/answer/take",
  summary: "Take the sealed answer, once",
  params,
  gives: "cbor",
  refusals: ["gone"],
});

/** Closes a place. One that is not there is closed already. */
export const EndPairing = operation({
  id: "endPairing",
  method: "DELETE",
  path: "/pairing/:mailbox",
  summary: "Close a place for a new device",
  params,
});
