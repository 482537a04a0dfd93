/** Requests about a pair, its sealed logs, and what one of the two shows to a contact. */
import { encode } from "@oakroom/crypto";
import { newLetterId, shapedLetter } from "../../../features/programme/disclosures/testing.ts";
import {
  shapedCut,
  shapedEpoch,
  shapedErasure,
  shapedFounding,
  shapedItem,
} from "../../../features/room/log/testing.ts";
import { authorOf, disclosure, log, newId, nothing, pair, person, type Request } from "./asking.ts";

/** A pair and its room. */
export const roomRequests = {
  readPartner: pair,
  pauseRelationship: pair,
  resumeRelationship: pair,
  endRelationship: pair,
  declareConflict: pair,
  remindPartner: pair,
  readCadence: pair,
  putCadence: (asking) => ({
    ...pair(asking),
    body: { rhythmDays: 7, agreementAgreed: true, nextSession: null, heldOn: [] },
  }),
  listOfferedContacts: pair,
  disclose: (asking) => {
    const { relationshipId, contactId } = asking.target;
    const disclosureId = newLetterId(asking.fixture.server);
    const sealed = shapedLetter(disclosureId, authorOf(asking).accountId, contactId);
    return { params: { relationshipId, disclosureId }, body: { contactId, sealed } };
  },
  readGap: pair,
  sayFine: (asking) => ({ ...pair(asking), body: { fine: true } }),

  appendEntry: (asking) => {
    const { target } = asking;
    const author = authorOf(asking).accountId;
    const logKind = target.relation === "private" ? 2 : 1;
    const body = shapedItem({ logId: target.logId, logKind, author, device: newId(asking), seq: 1, bucket: 64 });
    return { ...log(asking), query: { kind: "item" }, body };
  },
  announceEpoch: (asking) => {
    const { target } = asking;
    const { accountId } = authorOf(asking);
    const members = target.relation === "private" ? [target.pair.mentee] : [target.pair.mentee, target.pair.mentor];
    const place = { logId: target.logId, n: 2, author: accountId, device: newId(asking), seq: 1 };
    return { ...log(asking), body: shapedEpoch({ ...place, members }).body };
  },
  listDisclosures: nothing,
  readDisclosure: disclosure,
  takeUpDisclosure: disclosure,
  readDisclosurePerson: ({ target: { disclosureId, pair: nearest } }) => ({
    params: { disclosureId, accountId: nearest.mentor.accountId },
  }),
  answerDisclosure: ({ fixture, target: { disclosureId, contactId, pair: nearest } }) => {
    const answerId = newLetterId(fixture.server);
    return {
      params: { disclosureId, answerId },
      body: { sealed: shapedLetter(answerId, contactId, nearest.mentee.accountId) },
    };
  },

  giveBack: (asking) => ({
    ...log(asking),
    query: { kind: "cut" },
    body: shapedCut(asking.target.logId, authorOf(asking).accountId, newId(asking), 1),
  }),
  tellWhole: log,
  readEntries: (asking) => ({ ...log(asking), query: { after: "0" } }),
  readWraps: log,
  openProfile: person,
  readErasing: log,
  putErasure: (asking) => {
    const word = shapedErasure(asking.target.logId, authorOf(asking).accountId, 1, true);
    return { ...log(asking), body: encode([word]) };
  },
  putFounding: (asking) => {
    const { accountId } = authorOf(asking);
    const { mentor, mentee } = asking.target.pair;
    const other = accountId === mentee.accountId ? mentor : mentee;
    return { ...log(asking), body: encode([shapedFounding(asking.target.logId, accountId, other.accountId)]) };
  },
  // The mentee's own: it is there, and the same again is no error.
  replaceWrap: (asking) => ({ ...log(asking), body: asking.target.pair.epoch.wraps[0] ?? encode([]) }),
  readIdentities: ({ target: { accountId } }) => ({ params: { accountId } }),
  readBundles: ({ target: { accountId } }) => ({ params: { accountId } }),
} as const satisfies Readonly<Record<string, Request>>;
