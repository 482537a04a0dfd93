/** The authorisation matrix: who may do what, on what. A missing or stale row does not compile. See README.md. */
import type { OperationId } from "./operations.ts";
import { ownAuthz } from "./own.ts";
import type { Allowed, Row } from "./row.ts";

/** The managers of a programme, each in their own. */
const managers = {
  manager: { own: 200, self: 200 },
  takingPart: { own: 200, self: 200 },
  otherManager: { abroad: 200 },
} as const satisfies Allowed;

/** Everyone who takes part, each in their own programme; whoever left is a stranger. */
const participants = {
  mentee: { own: 200 },
  mentor: { own: 200 },
  otherPair: { own: 200 },
  endedPair: { own: 200 },
  suggested: { own: 200 },
  otherSuggested: { own: 200 },
  joined: { own: 200 },
  resting: { own: 200 },
  takingPart: { own: 200 },
  otherMentee: { abroad: 200 },
} as const satisfies Allowed;

/** The two of a pair, each in their own, and nobody else. Managers have no rights here. */
const partners = {
  mentee: { own: 200 },
  mentor: { own: 200 },
  otherPair: { neighbour: 200 },
  endedPair: { ended: 200 },
  otherMentee: { abroad: 200 },
} as const satisfies Allowed;

/** The same, where it cannot be once the pair has ended. */
const livingPartners = { ...partners, endedPair: { ended: 409 } } as const satisfies Allowed;

/** The members of a log, each in their own; the mentee also in their log of one. */
const members = { ...partners, mentee: { own: 200, private: 200 } } as const satisfies Allowed;

/** Every operation with its row. */
export const authz = {
  ...ownAuthz,

  // A programme
  readProgramme: { about: "programme", may: managers },
  changeProgramme: { about: "programme", may: managers },
  readWaiting: { about: "programme", may: participants },
  askProgramme: { about: "programme", may: participants },
  listMyAsks: { about: "programme", may: participants },
  // What somebody else asked is as unknown as what was never asked, and nothing happens to it.
  removeAsk: { about: "programme", may: participants, keeps: true },
  listAsks: { about: "programme", may: managers },
  takeAsk: { about: "ask", may: managers },
  answerAsk: { about: "ask", may: managers },
  readReminders: { about: "programme", may: managers },
  // Everything there is younger than three days.
  remind: {
    about: "programme",
    may: { manager: { own: 409 }, takingPart: { own: 409 }, otherManager: { abroad: 409 } },
  },
  readLaunch: { about: "programme", may: managers },
  // Both programmes are open already.
  markLaunchPoint: {
    about: "programme",
    may: { manager: { own: 409 }, takingPart: { own: 409 }, otherManager: { abroad: 409 } },
  },
  launchProgramme: { about: "programme", may: managers, keeps: true },
  finishProgramme: { about: "programme", may: managers },
  // Neither programme has an end to take back.
  takeFinishBack: { about: "programme", may: managers, keeps: true },
  makeNextProgramme: { about: "programme", may: managers },
  listContinuing: { about: "programme", may: managers },
  // Neither programme follows another: there is nobody to put on the list.
  addContinuing: { about: "programme", may: managers, keeps: true },
  listManagers: { about: "programme", may: managers },
  inviteManager: { about: "programme", may: managers },
  withdrawManagerInvitation: { about: "programme", may: managers },
  // Programme two has one manager, who stays.
  removeManager: { about: "programme", may: { ...managers, otherManager: { abroad: 409 } } },
  listChanges: { about: "programme", may: managers },
  readProgrammeFacts: { about: "programme", may: { ...managers, ...participants } },
  listPeople: { about: "programme", may: managers },
  addPerson: { about: "programme", may: managers },
  previewImport: { about: "programme", may: managers },
  runImport: { about: "programme", may: managers },
  // An import that is not the programme's is as unknown as one that never was.
  readImport: {
    about: "import",
    may: {
      manager: { own: 200, missing: 200 },
      takingPart: { own: 200, missing: 200 },
      otherManager: { crossed: 200 },
    },
  },
  invite: { about: "programme", may: managers },
  // Somebody of no programme is left out.
  noteLeft: { about: "programme", may: managers, keeps: true },
  listPairs: { about: "programme", may: managers },
  listKnownPairs: { about: "programme", may: managers },
  readContacts: { about: "programme", may: managers },
  askContacts: { about: "programme", may: managers },
  changeContact: { about: "programme", may: { contact: { own: 200 } } },

  // Somebody of a programme
  readPerson: { about: "person", may: managers },
  openProfile: { about: "person", may: managers },
  // The address that is asked for is another's, and who has joined keeps theirs.
  correctPerson: {
    about: "person",
    may: { ...managers, manager: { own: 200, self: 409 }, takingPart: { own: 200, self: 409 } },
  },
  changePlace: { about: "person", may: managers },
  removePerson: {
    about: "person",
    may: { manager: { own: 409, self: 409 }, takingPart: { own: 409, self: 409 }, otherManager: { abroad: 409 } },
  },
  extendInvitation: { about: "person", may: managers },
  // Nobody of the matrix waits for a pair of before: taking back what is not there changes nothing.
  dropKnownPair: { about: "person", may: managers, keeps: true },

  // One's own place
  readMyPlace: { about: "programme", may: participants },
  saveProfile: { about: "programme", may: participants },
  changeMyPlace: { about: "programme", may: { ...participants, joined: { own: 409 } } },
  enrol: { about: "programme", may: { ...participants, joined: { own: 409 } } },

  // Matching
  readCriteria: { about: "programme", may: { ...managers, ...participants } },
  tryCriteria: { about: "programme", may: managers, keeps: true },
  changeCriteria: { about: "programme", may: managers },
  readMyWishes: { about: "programme", may: participants },
  saveMyWishes: { about: "programme", may: participants },
  readMatchingBoard: { about: "programme", may: managers },
  makeMatchDraft: { about: "programme", may: managers },
  acceptMatchDraft: { about: "draft", may: managers },
  sendMatchDraft: { about: "draft", may: managers },
  listMatchRounds: { about: "programme", may: managers },
  compareMatchRounds: { about: "draft", may: managers },
  // As a manager nobody sees who may suit themselves, or vouches for themselves.
  readMentorChoices: { about: "person", may: { ...managers, takingPart: { own: 200 } } },
  writeInvitedFor: { about: "person", may: { ...managers, takingPart: { own: 200 } } },
  answerSuggestion: {
    about: "suggestion",
    may: {
      suggested: { own: 200 },
      otherSuggested: { neighbour: 200 },
      // The same answer again.
      mentee: { ended: 200 },
      mentor: { ended: 200 },
    },
  },

  // A conflict closes a suggestion once: what has come about, or closed, ends elsewhere.
  declareSuggestionConflict: {
    about: "suggestion",
    may: {
      suggested: { own: 200 },
      otherSuggested: { neighbour: 200 },
      mentee: { ended: 409 },
      mentor: { ended: 409 },
    },
  },

  // A pair
  readPartner: { about: "pair", may: livingPartners },
  pauseRelationship: { about: "pair", may: livingPartners },
  resumeRelationship: { about: "pair", may: livingPartners },
  endRelationship: { about: "pair", may: partners },
  declareConflict: { about: "pair", may: partners },
  remindPartner: { about: "pair", may: livingPartners },
  readCadence: { about: "pair", may: partners },
  putCadence: { about: "pair", may: livingPartners },
  // Also after an ending: what was written there may still have to be shown.
  listOfferedContacts: { about: "pair", may: partners },
  disclose: { about: "pair", may: partners },
  readGap: { about: "pair", may: partners },
  sayFine: { about: "pair", may: livingPartners },

  // What was shown to a contact: the one addressed, and nobody else
  readDisclosure: { about: "disclosure", may: { contact: { own: 200 } } },
  readDisclosurePerson: { about: "disclosure", may: { contact: { own: 200 } } },
  takeUpDisclosure: { about: "disclosure", may: { contact: { own: 200 } } },
  answerDisclosure: { about: "disclosure", may: { contact: { own: 200 } } },

  // A sealed log
  appendEntry: { about: "log", may: { ...members, endedPair: { ended: 409 } } },
  announceEpoch: { about: "log", may: { ...members, endedPair: { ended: 409 } } },
  // This server was never restored: members are refused, and nobody else learns that there is a log.
  giveBack: {
    about: "log",
    may: {
      mentee: { own: 409, private: 409 },
      mentor: { own: 409 },
      otherPair: { neighbour: 409 },
      endedPair: { ended: 409 },
      otherMentee: { abroad: 409 },
    },
  },
  tellWhole: { about: "log", may: members },
  readEntries: { about: "log", may: members },
  readWraps: { about: "log", may: members },
  // The mentee's own wrap: nobody else puts another in its place.
  readErasing: { about: "log", may: members },
  // Only a room that has ended can be erased; the log of one's own never.
  putErasure: {
    about: "log",
    may: {
      mentee: { own: 409, private: 409 },
      mentor: { own: 409 },
      otherPair: { neighbour: 409 },
      endedPair: { ended: 200 },
      otherMentee: { abroad: 409 },
    },
  },
  // Nobody here has lost their keys.
  putFounding: {
    about: "log",
    may: {
      mentee: { own: 409, private: 409 },
      mentor: { own: 409 },
      otherPair: { neighbour: 409 },
      endedPair: { ended: 409 },
      otherMentee: { abroad: 409 },
    },
  },
  replaceWrap: { about: "log", may: { ...partners, mentor: { own: 409 }, mentee: { own: 200, private: 409 } } },
  readIdentities: {
    about: "account",
    may: { mentee: { own: 200 }, mentor: { own: 200 }, otherPair: { neighbour: 200 }, otherMentee: { abroad: 200 } },
  },
  readBundles: {
    about: "account",
    may: { mentee: { own: 200 }, mentor: { own: 200 }, otherPair: { neighbour: 200 }, otherMentee: { abroad: 200 } },
  },
} as const satisfies Readonly<Record<OperationId, Row>>;
