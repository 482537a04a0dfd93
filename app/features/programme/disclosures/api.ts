/** What the browser asks about things that are shown to contacts. */
import { type AccountId, type LetterId, type LogId, pairOf } from "../../../values/id.ts";
import { call } from "../../../web/client/client.ts";
import {
  AnswerDisclosure,
  Disclose,
  ListDisclosures,
  ListOffered,
  ReadDisclosure,
  ReadDisclosurePerson,
  TakeUpDisclosure,
} from "./schema.ts";

/** The contacts to whom something of a room can be shown. */
export function listOffered(roomId: LogId, signal: AbortSignal) {
  return call(ListOffered, { params: { relationshipId: pairOf(roomId) } }, { signal });
}

/** Shows it. The id makes a repeat harmless. */
export function disclose(roomId: LogId, disclosureId: LetterId, contactId: AccountId, sealed: string) {
  return call(Disclose, { params: { relationshipId: pairOf(roomId), disclosureId }, body: { contactId, sealed } });
}

/** What I showed, and what was shown to me. */
export function listDisclosures(signal: AbortSignal) {
  return call(ListDisclosures, {}, { signal });
}

/** Something that was shown to me. */
export function readDisclosure(disclosureId: LetterId, signal: AbortSignal) {
  return call(ReadDisclosure, { params: { disclosureId } }, { signal });
}

/** Somebody whose words are in it. */
export function readDisclosurePerson(disclosureId: LetterId, accountId: AccountId) {
  return call(ReadDisclosurePerson, { params: { disclosureId, accountId } });
}

/** Marks it as taken up. */
export function takeUpDisclosure(disclosureId: LetterId) {
  return call(TakeUpDisclosure, { params: { disclosureId } });
}

/** Answers whoever showed it. */
export function answerDisclosure(disclosureId: LetterId, answerId: LetterId, sealed: string) {
  return call(AnswerDisclosure, { params: { disclosureId, answerId }, body: { sealed } });
}
