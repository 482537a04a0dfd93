/** How each operation is called in the matrix. A missing or stale entry does not compile. */
import { encode } from "@oakroom/crypto";
import { aProfile } from "../../../features/programme/people/testing.ts";
import { aFirstProgramme } from "../../../features/programme/programmes/testing.ts";
import { newLetterId, shapedLetter } from "../../../features/programme/disclosures/testing.ts";
import {
  shapedCut,
  shapedEpoch,
  shapedErasure,
  shapedFounding,
  shapedItem,
  shapedWrap,
} from "../../../features/room/log/testing.ts";
import type { OperationId } from "../operations.ts";
import type { Who } from "../row.ts";
import { facts, settings, upload } from "./bodies.ts";
import type { Fixture } from "./fixture.ts";
import type { Person } from "./people.ts";
import type { Target } from "./targets.ts";

/** The parts of one request. */
export interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | Uint8Array;
  /** For the one stream: read its head, not its end. */
  readonly streams?: true;
}

/** What a request is made from. */
export interface Asking {
  readonly fixture: Fixture;
  readonly target: Target;
  readonly who: Who;
}

type Request = (asking: Asking) => Parts;

const nothing: Request = () => ({});
const programme: Request = ({ target: { programmeId } }) => ({ params: { programmeId } });
const person: Request = ({ target: { programmeId, participantId } }) => ({ params: { programmeId, participantId } });
const ask: Request = ({ target: { programmeId, askId } }) => ({ params: { programmeId, askId } });
const pair: Request = ({ target: { relationshipId } }) => ({ params: { relationshipId } });
const disclosure: Request = ({ target: { disclosureId } }) => ({ params: { disclosureId } });
const log: Request = ({ target: { logId } }) => ({ params: { logId } });
const newId = (asking: Asking) => asking.fixture.server.app.chance.id();
const junk = new Uint8Array([1, 2, 3]);
const mailbox = "AAAAAAAAAAAAAAAAAAAAAA";

/** Who writes where, so that what is appended is well-formed for whoever may append it. */
function authorOf({ fixture, who }: Asking): Person {
  const { own, neighbour, ended, abroad } = fixture.pairs;
  const authors: Partial<Record<Who, Person>> = {
    mentor: own.mentor,
    otherPair: neighbour.mentee,
    endedPair: ended.mentee,
    otherMentee: abroad.mentee,
  };
  return authors[who] ?? own.mentee;
}

/** Every operation with its request. */
export const requests = {
  readHealth: nothing,
  readInterface: nothing,
  readEvidence: nothing,
  readSite: nothing,
  askToSignIn: ({ fixture }) => ({ body: { email: fixture.pairs.own.mentee.email } }),
  signInWithCode: () => ({ body: { code: "000000" } }),
  signInWithLink: ({ fixture }) => ({ body: { token: fixture.tokens.signIn } }),
  askPasskeyChallenge: nothing,
  signInWithPasskey: () => ({
    body: { credential: "AAAA", clientData: "AAAA", authenticatorData: "AAAA", signature: "AAAA", userHandle: "AAAA" },
  }),
  checkSetUp: ({ fixture }) => ({ body: { token: fixture.tokens.setUp } }),
  setUp: (asking) => ({
    body: {
      token: asking.fixture.tokens.setUp,
      programmeId: newId(asking),
      manager: { name: "New Manager", email: "new.manager@northwind.example" },
      programme: aFirstProgramme,
    },
  }),
  readInvitation: ({ fixture }) => ({ body: { token: fixture.tokens.invitation } }),
  acceptInvitation: ({ fixture }) => ({ body: { token: fixture.tokens.invitation } }),
  readManagerInvitation: ({ fixture }) => ({ body: { token: fixture.tokens.managing } }),
  acceptManagerInvitation: ({ fixture }) => ({ body: { token: fixture.tokens.managing } }),

  readMe: nothing,
  signOut: nothing,
  signOutEverywhere: nothing,
  listChangesAboutMe: nothing,
  listSuggestions: nothing,
  listRelationships: nothing,
  listLeavings: nothing,
  listLogs: nothing,
  listenLive: () => ({ streams: true }),
  listLooks: nothing,
  readRows: nothing,
  eraseAccount: nothing,
  readMailSettings: nothing,
  putMailSettings: () => ({
    body: {
      muted: ["gap"],
      hours: null,
      timeZone: "Europe/Berlin",
      quietUntil: null,
      wakeUps: true,
      workDays: [1, 2, 3, 4, 5],
      daysOff: [],
    },
  }),
  muteMail: () => ({ body: { kind: "gap", muted: true } }),
  listCalendars: nothing,
  issueCalendar: () => ({ params: { kind: "busy" } }),
  changeCalendar: () => ({ params: { kind: "busy" }, body: { wording: "Away", withName: false } }),
  endCalendar: () => ({ params: { kind: "busy" } }),
  fetchCalendar: ({ target: { calendar } }) => ({ params: { token: calendar } }),
  putWakeUps: () => ({ body: { days: ["2026-10-05"] } }),
  readMyKeys: nothing,
  enrolKeys: () => ({ body: junk }),
  readAddresses: nothing,
  askAddress: (asking) => ({ body: { id: newId(asking), place: "private", email: "new.private@elsewhere.example" } }),
  takeAddress: (asking) => ({ body: { id: newId(asking), code: "000000", change: null } }),
  removeAddress: (asking) => ({ body: { id: newId(asking), change: "AAAA" } }),
  undoAddress: ({ fixture }) => ({ body: { token: fixture.tokens.signIn } }),
  beginAnew: () => ({ body: junk }),
  readLoss: nothing,
  cancelAnew: () => ({ body: junk }),
  readFormerKeys: nothing,
  putBundle: () => ({ body: junk }),
  putRing: () => ({ body: junk }),
  putSlot: () => ({ body: junk }),
  removeSlot: () => ({ body: junk }),
  renewKeys: () => ({ body: junk }),
  seeDevice: (asking) => ({ params: { deviceId: newId(asking) } }),
  listDevices: nothing,
  endDevice: (asking) => ({ params: { deviceId: newId(asking) } }),
  offerPairing: () => ({ body: { mailbox: mailbox.replaceAll("A", "B") } }),
  askPairing: () => ({ params: { mailbox }, body: junk }),
  readPairing: () => ({ params: { mailbox } }),
  answerPairing: () => ({ params: { mailbox }, body: junk }),
  takePairing: () => ({ params: { mailbox } }),
  endPairing: () => ({ params: { mailbox } }),
  listPasskeys: nothing,
  beginPasskey: nothing,
  addPasskey: (asking) => ({
    body: { id: newId(asking), credential: "AAAA", clientData: "AAAA", attestation: "AAAA", change: null, slot: null },
  }),
  removePasskey: (asking) => ({ body: { id: newId(asking), change: "AAAA" } }),

  readProgramme: programme,
  changeProgramme: (asking) => ({ ...programme(asking), body: settings }),
  askProgramme: (asking) => ({
    ...programme(asking),
    body: { askId: newId(asking), kind: "another-match", words: "" },
  }),
  readWaiting: programme,
  listMyAsks: programme,
  removeAsk: (asking) => ({ params: { programmeId: asking.target.programmeId, askId: newId(asking) } }),
  listAsks: programme,
  takeAsk: ask,
  answerAsk: (asking) => ({ ...ask(asking), body: { answer: "We will look for somebody." } }),
  readReminders: programme,
  remind: (asking) => ({ ...programme(asking), body: { kind: "suggestions" } }),
  readLaunch: programme,
  markLaunchPoint: (asking) => ({ ...programme(asking), body: { point: "mentors", done: true } }),
  launchProgramme: programme,
  finishProgramme: (asking) => ({ ...programme(asking), body: { lastDay: "2027-06-30" } }),
  takeFinishBack: programme,
  makeNextProgramme: (asking) => ({
    ...programme(asking),
    body: {
      nextId: newId(asking),
      name: "Spring mentoring",
      timing: { kind: "rolling" },
      adultsOnly: true,
      contactsApart: true,
    },
  }),
  listContinuing: programme,
  addContinuing: (asking) => ({
    ...programme(asking),
    body: { people: [{ id: newId(asking), earlier: newId(asking), roles: ["mentor"] }], pairs: [] },
  }),
  listManagers: programme,
  inviteManager: (asking) => ({
    ...programme(asking),
    body: { invitationId: newId(asking), name: "New Manager", email: "new.manager@northwind.example" },
  }),
  withdrawManagerInvitation: ({ target: { programmeId, managerInvitationId } }) => ({
    params: { programmeId, invitationId: managerInvitationId },
  }),
  removeManager: ({ target: { programmeId, managerId } }) => ({ params: { programmeId, accountId: managerId } }),
  listChanges: programme,
  readProgrammeFacts: programme,
  listPeople: programme,
  addPerson: (asking) => ({ ...programme(asking), body: { id: newId(asking), facts: facts("new@northwind.example") } }),
  previewImport: (asking) => ({ ...programme(asking), body: upload }),
  runImport: (asking) => ({
    ...programme(asking),
    body: { ...upload, importId: newId(asking), expected: { added: 1, changed: 0, refused: 0 } },
  }),
  readImport: ({ target: { programmeId, importId } }) => ({ params: { programmeId, importId } }),
  invite: (asking) => ({ ...programme(asking), body: { requestId: newId(asking), people: "not-yet-asked" } }),
  listPairs: programme,
  listKnownPairs: programme,
  readContacts: programme,
  askContacts: (asking) => ({ ...programme(asking), body: { requestId: newId(asking) } }),
  changeContact: (asking) => ({ ...programme(asking), body: { act: "be-ready" } }),

  readPerson: person,
  correctPerson: (asking) => ({ ...person(asking), body: facts(asking.target.pair.mentee.email) }),
  writeInvitedFor: (asking) => ({ ...person(asking), body: { topics: ["first teams"] } }),
  dropKnownPair: person,
  changePlace: (asking) => ({ ...person(asking), body: { act: "pause" } }),
  removePerson: person,
  extendInvitation: ({ target: { programmeId, invitedId } }) => ({ params: { programmeId, participantId: invitedId } }),
  readMyPlace: programme,
  saveProfile: (asking) => ({
    ...programme(asking),
    body: { callName: "", about: { name: "Me", team: "", site: "", level: null, managerEmail: "" }, profile: aProfile },
  }),
  changeMyPlace: (asking) => ({ ...programme(asking), body: { act: "pause" } }),
  enrol: programme,

  readMatchingBoard: programme,
  makeMatchDraft: (asking) => ({
    ...programme(asking),
    body: { draftId: newId(asking), insteadOf: asking.target.drafts.open },
  }),
  acceptMatchDraft: ({ target: { programmeId, drafts } }) => ({
    params: { programmeId, draftId: drafts.tried },
    body: { insteadOf: drafts.open },
  }),
  sendMatchDraft: ({ target: { programmeId, drafts } }) => ({ params: { programmeId, draftId: drafts.open } }),
  readMentorChoices: person,
  answerSuggestion: ({ target: { matchId } }) => ({ params: { matchId }, body: { answer: "yes" } }),
  declareSuggestionConflict: ({ target: { matchId } }) => ({ params: { matchId } }),

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
  replaceWrap: (asking) => {
    const { logId, pair: nearest } = asking.target;
    const user = nearest.mentee.accountId;
    return { ...log(asking), body: shapedWrap({ logId, n: 1, epochHash: nearest.epoch.hash, user, iekVersion: 1 }) };
  },
  readIdentities: ({ target: { accountId } }) => ({ params: { accountId } }),
  readBundles: ({ target: { accountId } }) => ({ params: { accountId } }),
} as const satisfies Readonly<Record<OperationId, Request>>;
