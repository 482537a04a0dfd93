/** Key material that the server keeps and cannot use: signed bundles, unlock slots and rings. Formats: docs/protocol.md. */
import * as z from "zod/mini";
import { AccountId } from "../../../../values/id.ts";
import { operation } from "../../../../values/operation.ts";

/**
 * Enrols a person's keys: CBOR `[bundle, [slot, …], ring, epoch 1 of the own log, [wrap]]`, each record a byte string, stored together or not at all.
 * The own log's id stands in ring and epoch. At least two slots, one of them the recovery code.
 */
export const EnrolKeys = operation({
  id: "enrolKeys",
  method: "POST",
  path: "/keys",
  summary: "Enrol a new person's keys with their own log",
  takes: "cbor",
  answer: z.object({ enrolled: z.literal(true) }),
  refusals: ["unreadable", "already-enrolled", "slots-missing"],
});

/** The caller's own key records: CBOR `[bundle, ring, [slot, …]]`; empty array where none are enrolled. */
export const ReadMyKeys = operation({
  id: "readMyKeys",
  method: "GET",
  path: "/keys",
  summary: "The caller's bundle, ring and unlock slots",
  gives: "cbor",
});

/** Another person's (or one's own) bundles, oldest first: CBOR `[bundle, …]`. Only for people who share a log with the caller. */
export const ReadBundles = operation({
  id: "readBundles",
  method: "GET",
  path: "/keys/of/:accountId",
  summary: "The signed bundles of somebody who shares a room with the caller",
  params: z.strictObject({ accountId: AccountId }),
  gives: "cbor",
});

/** Adds the next version of the caller's bundle, signed with the same identity key as the one before. The same bytes again are no error. */
export const PutBundle = operation({
  id: "putBundle",
  method: "PUT",
  path: "/keys/bundle",
  summary: "Store the next version of the caller's key bundle",
  takes: "cbor",
  refusals: ["unreadable", "not-next", "other-author", "not-signed"],
});

/** Replaces the caller's ring by a newer version: a change, signed with the identity key that the newest bundle names. */
export const PutRing = operation({
  id: "putRing",
  method: "PUT",
  path: "/keys/ring",
  summary: "Store the next version of the caller's ring",
  takes: "cbor",
  refusals: ["unreadable", "not-next", "other-author", "not-signed"],
});

/**
 * Replaces the caller's ring by its next version and all unlock slots by these, together or not at all: a change, signed likewise. At least
 * two slots, one of them the recovery code.
 */
export const RenewKeys = operation({
  id: "renewKeys",
  method: "PUT",
  path: "/keys/renewal",
  summary: "Store the next version of the caller's ring with all unlock slots there are from then on",
  takes: "cbor",
  refusals: ["unreadable", "not-next", "other-author", "not-signed", "slots-missing"],
});

/** Adds an unlock slot, or replaces the one with the same id: a change, signed likewise. */
export const PutSlot = operation({
  id: "putSlot",
  method: "PUT",
  path: "/keys/slots",
  summary: "Store one of the caller's unlock slots",
  takes: "cbor",
  refusals: ["unreadable", "other-author", "not-signed"],
});

/** Removes an unlock slot: a change, signed likewise. There are always at least two, one of them the recovery code: "needed" says no. */
export const RemoveSlot = operation({
  id: "removeSlot",
  method: "POST",
  path: "/keys/slots/removals",
  summary: "Remove one of the caller's unlock slots",
  takes: "cbor",
  refusals: ["unreadable", "other-author", "not-signed", "needed"],
});
