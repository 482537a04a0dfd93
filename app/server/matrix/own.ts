/** Rows of what everyone may ask, and of what whoever is signed in may do with what is their own. */
import type { OperationId } from "./operations.ts";
import type { Row } from "./row.ts";

/** These operations with their rows; the others stand in `authz.ts`. */
export const ownAuthz = {
  // Everyone
  readHealth: { about: "nothing", may: { everyone: 200 } },
  readInterface: { about: "nothing", may: { everyone: 200 } },
  readEvidence: { about: "nothing", may: { everyone: 200 } },
  readSite: { about: "nothing", may: { everyone: 200 } },
  askSignedIn: { about: "nothing", may: { everyone: 200 } },
  askToSignIn: { about: "nothing", may: { everyone: 200 } },
  signInWithCode: { about: "nothing", may: { everyone: 409 } },
  signInWithLink: { about: "nothing", may: { everyone: 200 } },
  askPasskeyChallenge: { about: "nothing", may: { everyone: 200 } },
  signInWithPasskey: { about: "nothing", may: { everyone: 409 } },
  checkSetUp: { about: "nothing", may: { everyone: 200 } },
  askSetUpCode: { about: "nothing", may: { everyone: 200 } },
  confirmSetUpAddress: { about: "nothing", may: { everyone: 409 } },
  setUp: { about: "nothing", may: { everyone: 200 } },
  readInvitation: { about: "nothing", may: { everyone: 200 } },
  acceptInvitation: { about: "nothing", may: { everyone: 200 } },
  readManagerInvitation: { about: "nothing", may: { everyone: 200 } },
  acceptManagerInvitation: { about: "nothing", may: { everyone: 200 } },

  // Whoever is signed in, on what is theirs
  readMe: { about: "nothing", may: { signedIn: 200 } },
  signOut: { about: "nothing", may: { signedIn: 200 } },
  signOutEverywhere: { about: "nothing", may: { signedIn: 200 } },
  listChangesAboutMe: { about: "nothing", may: { signedIn: 200 } },
  listSuggestions: { about: "nothing", may: { signedIn: 200 } },
  listRelationships: { about: "nothing", may: { signedIn: 200 } },
  listLeavings: { about: "nothing", may: { signedIn: 200 } },
  listLogs: { about: "nothing", may: { signedIn: 200 } },
  listenLive: { about: "nothing", may: { signedIn: 200 } },
  listDisclosures: { about: "nothing", may: { signedIn: 200 } },
  readMailSettings: { about: "nothing", may: { signedIn: 200 } },
  putMailSettings: { about: "nothing", may: { signedIn: 200 } },
  muteMail: { about: "nothing", may: { signedIn: 200 } },
  listCalendars: { about: "nothing", may: { signedIn: 200 } },
  issueCalendar: { about: "nothing", may: { signedIn: 200 } },
  // Asked of a calendar that nobody has.
  changeCalendar: { about: "nothing", may: { signedIn: 409 } },
  endCalendar: { about: "nothing", may: { signedIn: 200 }, keeps: true },
  fetchCalendar: { about: "calendar", may: { holder: 200 } },
  // Wake-ups are off until their owner switches them on.
  putWakeUps: { about: "nothing", may: { signedIn: 409 } },
  readMyKeys: { about: "nothing", may: { signedIn: 200 } },
  enrolKeys: { about: "nothing", may: { signedIn: 409 } },
  readAddresses: { about: "nothing", may: { signedIn: 200 } },
  askAddress: { about: "nothing", may: { signedIn: 200 } },
  takeAddress: { about: "nothing", may: { signedIn: 409 } },
  removeAddress: { about: "nothing", may: { signedIn: 409 } },
  undoAddress: { about: "nothing", may: { everyone: 409 } },
  beginAnew: { about: "nothing", may: { signedIn: 409 } },
  readLoss: { about: "nothing", may: { signedIn: 200 } },
  cancelAnew: { about: "nothing", may: { signedIn: 409 } },
  readFormerKeys: { about: "nothing", may: { signedIn: 200 } },
  putBundle: { about: "nothing", may: { signedIn: 409 } },
  putRing: { about: "nothing", may: { signedIn: 409 } },
  putSlot: { about: "nothing", may: { signedIn: 409 } },
  removeSlot: { about: "nothing", may: { signedIn: 409 } },
  renewKeys: { about: "nothing", may: { signedIn: 409 } },
  seeDevice: { about: "nothing", may: { signedIn: 200 } },
  listDevices: { about: "nothing", may: { signedIn: 200 } },
  // A device of somebody else is as unknown as one that never was, and nothing happens to it.
  endDevice: { about: "nothing", may: { signedIn: 200 } },
  // A place of somebody else is as gone as one that never was: its name is derived from words that nobody here knows.
  offerPairing: { about: "nothing", may: { signedIn: 200 } },
  askPairing: { about: "nothing", may: { signedIn: 409 } },
  readPairing: { about: "nothing", may: { signedIn: 409 } },
  answerPairing: { about: "nothing", may: { signedIn: 409 } },
  takePairing: { about: "nothing", may: { signedIn: 409 } },
  endPairing: { about: "nothing", may: { signedIn: 200 }, keeps: true },
  listPasskeys: { about: "nothing", may: { signedIn: 200 } },
  beginPasskey: { about: "nothing", may: { signedIn: 200 } },
  addPasskey: { about: "nothing", may: { signedIn: 409 } },
  // Nothing is removed by whoever holds a sign-in alone.
  removePasskey: { about: "nothing", may: { signedIn: 409 } },

  readRows: { about: "nothing", may: { signedIn: 200 } },
  listLooks: { about: "nothing", may: { signedIn: 200 } },
  eraseAccount: {
    about: "nothing",
    may: {
      // Whoever has keys signs it with them.
      mentee: { own: 409 },
      mentor: { own: 409 },
      otherPair: { own: 409 },
      endedPair: { own: 409 },
      suggested: { own: 409 },
      otherSuggested: { own: 409 },
      joined: { own: 200 },
      resting: { own: 409 },
      gone: { own: 409 },
      manager: { own: 200 },
      takingPart: { own: 409 },
      // Their programme would be without a manager.
      otherManager: { own: 409 },
      otherMentee: { own: 409 },
      // A programme names them for concerns.
      contact: { own: 409 },
      stranger: { own: 200 },
    },
  },
} as const satisfies Readonly<Partial<Record<OperationId, Row>>>;
