/** Showing things to a contact for concerns: letters, sealed on one device and opened on another. */
import * as z from "zod/mini";
import { AccountId, LetterId, ProgrammeId, RelationshipId } from "../../../values/id.ts";
import { Instant } from "../../../values/instant.ts";
import { operation } from "../../../values/operation.ts";
import { longestAnswer, longestSealed } from "./rules.ts";

/** A letter as base64url. */
function sealed(most: number) {
  return z.string().check(z.regex(/^[\w-]+$/), z.maxLength(most));
}

/** Somebody's signed keys as base64url, oldest first. What they are worth, the device decides. */
const Bundles = z.array(z.string());

/** A contact who can be shown something. */
export const OfferedContact = z.object({ accountId: AccountId, name: z.string(), email: z.string(), bundles: Bundles });
/** A contact who can be shown something. */
export type OfferedContact = z.infer<typeof OfferedContact>;

/** The contacts who may be offered to the two of a pair, with their keys. */
export const ListOffered = operation({
  id: "listOfferedContacts",
  method: "GET",
  path: "/relationships/:relationshipId/contacts",
  summary: "The contacts for concerns to whom something of a room can be shown",
  params: z.strictObject({ relationshipId: RelationshipId }),
  answer: z.object({ contacts: z.array(OfferedContact) }),
});

/** Shows something to a contact. The id is the client's: the same again is no error. */
export const Disclose = operation({
  id: "disclose",
  method: "PUT",
  path: "/relationships/:relationshipId/disclosures/:disclosureId",
  summary: "Show something to a contact for concerns, sealed to their key",
  params: z.strictObject({ relationshipId: RelationshipId, disclosureId: LetterId }),
  body: z.strictObject({ contactId: AccountId, sealed: sealed(longestSealed) }),
  refusals: ["not-offered", "unreadable", "too-many"],
  bodyLimitBytes: 512 * 1024,
});

/** An answer of a contact. */
const Answer = z.object({ answerId: LetterId, sealed: z.string(), sentAt: Instant });

/** Something that the caller showed. */
export const SentDisclosure = z.object({
  disclosureId: LetterId,
  contactId: AccountId,
  sentAt: Instant,
  takenUpAt: z.nullable(Instant),
  /** The contact's. */
  bundles: Bundles,
  answers: z.array(Answer),
});
/** Something that the caller showed. */
export type SentDisclosure = z.infer<typeof SentDisclosure>;

/** Something that was shown to the caller. */
export const ReceivedDisclosure = z.object({
  disclosureId: LetterId,
  programmeId: ProgrammeId,
  senderName: z.string(),
  sentAt: Instant,
  takenUpAt: z.nullable(Instant),
});
/** Something that was shown to the caller. */
export type ReceivedDisclosure = z.infer<typeof ReceivedDisclosure>;

/** What the caller showed, and what was shown to the caller; the newest first. */
export const ListDisclosures = operation({
  id: "listDisclosures",
  method: "GET",
  path: "/disclosures",
  summary: "What the caller showed to contacts, and what was shown to the caller as a contact",
  answer: z.object({ sent: z.array(SentDisclosure), received: z.array(ReceivedDisclosure) }),
});

const params = z.strictObject({ disclosureId: LetterId });

/** Somebody with their signed keys. */
export const PersonWithKeys = z.object({ name: z.string(), bundles: Bundles });
/** Somebody with their signed keys. */
export type PersonWithKeys = z.infer<typeof PersonWithKeys>;

/** What was shown to the caller, with the keys of its sender. */
export const ReadDisclosure = operation({
  id: "readDisclosure",
  method: "GET",
  path: "/disclosures/:disclosureId",
  summary: "Something that was shown to the caller as a contact",
  params,
  answer: z.object({
    senderId: AccountId,
    sender: PersonWithKeys,
    sealed: z.string(),
    sentAt: Instant,
    takenUpAt: z.nullable(Instant),
  }),
});
/** Something that was shown to the caller, as the server has it. */
export type DisclosureRead = z.infer<typeof ReadDisclosure.answer>;

/** The keys of somebody whose words are in it. */
export const ReadDisclosurePerson = operation({
  id: "readDisclosurePerson",
  method: "GET",
  path: "/disclosures/:disclosureId/people/:accountId",
  summary: "The name and keys of somebody of the programme whose words were shown to the caller",
  params: z.strictObject({ disclosureId: LetterId, accountId: AccountId }),
  answer: PersonWithKeys,
});

/** Marks it as taken up; its sender sees that. */
export const TakeUpDisclosure = operation({
  id: "takeUpDisclosure",
  method: "POST",
  path: "/disclosures/:disclosureId/taken-up",
  summary: "Mark something that was shown as taken up",
  params,
});

/** Answers, sealed to the sender's key. The id is the client's: the same again is no error. */
export const AnswerDisclosure = operation({
  id: "answerDisclosure",
  method: "PUT",
  path: "/disclosures/:disclosureId/answers/:answerId",
  summary: "Answer whoever showed something, sealed to their key",
  params: z.strictObject({ disclosureId: LetterId, answerId: LetterId }),
  body: z.strictObject({ sealed: sealed(longestAnswer) }),
  refusals: ["unreadable", "too-many"],
});
