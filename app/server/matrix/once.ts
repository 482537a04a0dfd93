/** What happens once, however often it is asked at the same moment: each such operation, and where a burst proves it. */
import type { OperationId } from "./operations.ts";

/** A word of refusal that tells of something that has been done already, or is gone. An operation that can say one is looked for below. */
export const wordsOfOnce = [
  "used",
  "gone",
  "no-longer-valid",
  "answered",
  "expired",
  "already-enrolled",
  "not-accepted",
  "manages-already",
  "not-open",
  "wrong-code",
  "erased",
  "not-fresh",
  "finished",
] as const;

/** A test of a feature, and how it is called there. */
export interface Burst {
  readonly file: string;
  readonly says: string;
}

/** Here: in `once.db.test.ts`. A test: in its feature. A reason: it may well succeed more than once. */
export type Once = { readonly burst: "here" | Burst } | { readonly notOnce: string };

const features = "app/features";
const signIn = `${features}/programme/sign-in`;
const pairing = {
  burst: {
    file: `${features}/room/log/keys/pairing/pairing.db.test.ts`,
    says: "S7: of fifty at once one asks, one answers and one takes, two hundred times",
  },
} as const;

const looking = { notOnce: "It changes nothing." } as const;
const held = { notOnce: "An end of the programme only holds it; it can be taken back." } as const;
const byId = { notOnce: "The same id again is the same thing, and is told so." } as const;

/** Every operation that happens once, or that could be taken for one. */
export const once: { readonly [id in OperationId]?: Once } = {
  signInWithLink: { burst: { file: `${signIn}/once.db.test.ts`, says: "S7: a link signs in once" } },
  signInWithCode: { burst: { file: `${signIn}/once.db.test.ts`, says: "S7: a code signs in once" } },
  signInWithPasskey: {
    burst: { file: `${signIn}/passkeys/once.db.test.ts`, says: "S7: a passkey's answer to a challenge signs in once" },
  },
  addPasskey: { burst: { file: `${signIn}/passkeys/once.db.test.ts`, says: "S7: a challenge adds one passkey" } },
  removePasskey: { notOnce: "Once it is removed, removing it again is no error." },
  checkSetUp: looking,
  askSetUpCode: { notOnce: "Each mail brings a code of its own." },
  confirmSetUpAddress: { notOnce: "It tells whether a code is right. Nothing is made by it." },
  setUp: {
    burst: {
      file: `${features}/programme/programmes/set-up/once.db.test.ts`,
      says: "a set-up link makes one programme with one manager",
    },
  },
  readInvitation: looking,
  acceptInvitation: {
    burst: {
      file: `${features}/programme/invitations/invitations.db.test.ts`,
      says: "S7: of fifty at once exactly one gets in, two hundred times",
    },
  },
  readManagerInvitation: looking,
  acceptManagerInvitation: {
    burst: {
      file: `${features}/programme/managers/once.db.test.ts`,
      says: "an invitation to manage lets one request in",
    },
  },
  inviteManager: byId,
  makeNextProgramme: byId,
  finishProgramme: { burst: "here" },
  invite: held,
  extendInvitation: held,
  sendMatchDraft: held,
  remind: held,
  withdrawManagerInvitation: { burst: "here" },
  answerSuggestion: {
    burst: {
      file: `${features}/programme/matching/proposals/once.db.test.ts`,
      says: "of 50 answers at the same moment the first counts, and only what says the same is told so, in 200 bursts",
    },
  },
  takeAsk: { notOnce: "Another manager may take it over; answering it is what happens once." },
  answerAsk: { burst: "here" },
  takeAddress: { burst: "here" },
  undoAddress: { burst: "here" },
  enrolKeys: { burst: "here" },
  eraseAccount: { burst: "here" },
  putErasure: { notOnce: "It is one person's choice, which they may make again; the two together erase once." },
  askPairing: pairing,
  readPairing: looking,
  answerPairing: pairing,
  takePairing: pairing,
};
