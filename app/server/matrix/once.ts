/** What becomes of an operation when fifty ask for it at the same moment. A missing or stale line does not compile. See README.md. */
import type { ActingId } from "./operations.ts";

/** A test of a feature, and how it is called there. */
export interface Burst {
  readonly file: string;
  readonly says: string;
}

/**
 * "first": one gets through, and the others are refused.
 * "same": each is told that it is done, and it is done once.
 * "place": the same; and of fifty who bring something else each for the same place, one gets through.
 * `ownBurst`: one gets through, as a test of its feature shows.
 * `each`: may well succeed fifty times, and why.
 */
export type Once = "first" | "same" | "place" | { readonly ownBurst: Burst } | { readonly each: string };

const features = "app/features";
const signIn = `${features}/programme/sign-in`;
const pairing = {
  ownBurst: {
    file: `${features}/room/log/keys/pairing/pairing.db.test.ts`,
    says: "S7: of fifty at once one asks, one answers and one takes, two hundred times",
  },
} as const;

const looking = { each: "It changes nothing." } as const;
const noted = { each: "Each change by a manager is noted, also one to what was there before." } as const;

/** Every operation that may change something. */
export const once: { readonly [id in ActingId]: Once } = {
  // Coming in
  askToSignIn: { each: "Each mail brings a link of its own; the throttle counts them." },
  signInWithLink: { ownBurst: { file: `${signIn}/once.db.test.ts`, says: "S7: a link signs in once" } },
  signInWithCode: { ownBurst: { file: `${signIn}/once.db.test.ts`, says: "S7: a code signs in once" } },
  askPasskeyChallenge: { each: "Each challenge is another." },
  signInWithPasskey: {
    ownBurst: {
      file: `${signIn}/passkeys/once.db.test.ts`,
      says: "S7: a passkey's answer to a challenge signs in once",
    },
  },
  beginPasskey: { each: "Each challenge is another." },
  addPasskey: { ownBurst: { file: `${signIn}/passkeys/once.db.test.ts`, says: "S7: a challenge adds one passkey" } },
  removePasskey: "same",
  signOut: "same",
  signOutEverywhere: "same",
  checkSetUp: looking,
  askSetUpCode: { each: "Each mail brings a code of its own." },
  confirmSetUpAddress: { each: "It tells whether a code is right; each wrong one is counted." },
  setUp: "first",
  readInvitation: looking,
  acceptInvitation: "first",
  readManagerInvitation: looking,
  acceptManagerInvitation: "first",

  // One's account
  eraseAccount: "first",
  putMailSettings: "same",
  muteMail: "same",
  putWakeUps: "same",
  issueCalendar: { each: "Each makes a new address, and the one before ends." },
  changeCalendar: "same",
  endCalendar: "same",
  askAddress: { each: "Each mail brings a code of its own; the throttle counts them." },
  takeAddress: "first",
  removeAddress: "same",
  undoAddress: "first",

  // Keys and devices
  enrolKeys: "place",
  putBundle: "place",
  putRing: "place",
  putSlot: "same",
  removeSlot: "same",
  renewKeys: "place",
  beginAnew: "same",
  cancelAnew: "first",
  seeDevice: "same",
  endDevice: "same",
  offerPairing: "same",
  askPairing: pairing,
  answerPairing: pairing,
  takePairing: pairing,
  endPairing: "same",

  // A programme
  changeProgramme: noted,
  askProgramme: "same",
  removeAsk: "same",
  takeAsk: "same",
  answerAsk: "first",
  remind: "first",
  markLaunchPoint: "same",
  launchProgramme: "same",
  finishProgramme: "first",
  takeFinishBack: "same",
  makeNextProgramme: "same",
  addContinuing: "same",
  inviteManager: "same",
  withdrawManagerInvitation: "first",
  removeManager: "first",
  askContacts: "same",
  changeContact: "same",

  // The people in it
  addPerson: "same",
  previewImport: looking,
  runImport: "same",
  invite: "same",
  extendInvitation: noted,
  noteLeft: "same",
  openProfile: "same",
  correctPerson: noted,
  changePlace: "same",
  removePerson: "first",
  writeInvitedFor: "same",
  dropKnownPair: "same",
  saveProfile: "same",
  changeMyPlace: "same",
  enrol: "same",

  // Matching
  tryCriteria: looking,
  changeCriteria: "same",
  saveMyWishes: "same",
  makeMatchDraft: "first",
  acceptMatchDraft: "same",
  sendMatchDraft: "same",
  answerSuggestion: {
    ownBurst: {
      file: `${features}/programme/matching/proposals/once.db.test.ts`,
      says: "of 50 answers at the same moment the first counts, and only what says the same is told so, in 200 bursts",
    },
  },
  declareSuggestionConflict: "first",

  // A pair
  pauseRelationship: "same",
  resumeRelationship: "same",
  endRelationship: "same",
  declareConflict: "same",
  remindPartner: "first",
  putCadence: "same",
  sayFine: "same",
  disclose: "same",
  takeUpDisclosure: "same",
  answerDisclosure: "same",

  // A sealed log
  appendEntry: "place",
  announceEpoch: "place",
  giveBack: "same",
  tellWhole: "same",
  putErasure: "same",
  putFounding: "same",
  replaceWrap: "same",
};
