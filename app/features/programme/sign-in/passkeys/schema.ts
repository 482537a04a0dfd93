/** Passkeys: signing in with one gesture, and adding and removing the passkeys that may. What a passkey opens in a room is never asked for here. */
import * as z from "zod/mini";
import { PasskeyId } from "../../../../values/id.ts";
import { operation, type RefusalOf } from "../../../../values/operation.ts";

/** The most passkeys that a person may have. */
export const mostPasskeys = 12;

/** Bytes as base64url: what an authenticator made, or what the person's keys have signed. */
function bytes(most: number) {
  return z.string().check(z.regex(/^[\w-]+$/), z.maxLength(most));
}

/** A WebAuthn challenge: 32 random bytes. */
const Challenge = z.string().check(z.regex(/^[\w-]{43}$/));

/** What an authenticator answers when it signs somebody in. Its extension results stay in the browser. */
export const SignedByPasskey = z.strictObject({
  /** The credential's id. */
  credential: bytes(1400),
  clientData: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(8000),
  /** The account that the authenticator kept with the passkey. */
  userHandle: bytes(100),
});
/** What an authenticator answers when it signs somebody in. */
export type SignedByPasskey = z.infer<typeof SignedByPasskey>;

/** Asks for a challenge to sign in with; it works once, for a few minutes. Nobody says who they are. */
export const AskPasskeyChallenge = operation({
  id: "askPasskeyChallenge",
  method: "POST",
  path: "/sign-in/passkeys/challenge",
  summary: "Ask for a one-time challenge to sign in by a passkey",
  answer: z.object({ challenge: Challenge }),
  refusals: ["too-many-tries"],
});

/** Signs in by a passkey. Whatever is wrong with it is answered by the same word. */
export const SignInWithPasskey = operation({
  id: "signInWithPasskey",
  method: "POST",
  path: "/sign-in/passkeys",
  summary: "Sign in by a passkey that has signed a challenge",
  body: SignedByPasskey,
  answer: z.object({ signedIn: z.literal(true) }),
  refusals: ["not-accepted", "too-many-tries"],
});

/** One of the caller's passkeys. */
export const Passkey = z.object({
  id: PasskeyId,
  /** The credential's id, so that a browser offers no other. */
  credential: z.string(),
  createdAt: z.int(),
});
/** One of the caller's passkeys. */
export type Passkey = z.infer<typeof Passkey>;

/** The caller's passkeys. */
export const ListPasskeys = operation({
  id: "listPasskeys",
  method: "GET",
  path: "/passkeys",
  summary: "The caller's passkeys",
  answer: z.object({ passkeys: z.array(Passkey).check(z.maxLength(mostPasskeys)) }),
});

/** Begins to add a passkey: a challenge that this person alone can use. */
export const BeginPasskey = operation({
  id: "beginPasskey",
  method: "POST",
  path: "/passkeys/challenge",
  summary: "Ask for a one-time challenge to add a passkey",
  /** `owner`: the account's 16 bytes, which the authenticator keeps with the passkey. */
  answer: z.object({ challenge: Challenge, owner: z.string() }),
  refusals: ["too-many-tries"],
});

/**
 * Adds a passkey. Where the person has keys, `change` is its record signed with their identity key, so that whoever merely holds
 * a sign-in adds none; `slot` is an unlock slot under the same id, signed likewise, where the passkey opens rooms too.
 * The same passkey again is no error.
 */
export const AddPasskey = operation({
  id: "addPasskey",
  method: "POST",
  path: "/passkeys",
  summary: "Add a passkey of the caller's",
  body: z.strictObject({
    id: PasskeyId,
    credential: bytes(1400),
    clientData: bytes(4000),
    attestation: bytes(24_000),
    change: z.nullable(bytes(4000)),
    slot: z.nullable(bytes(4000)),
  }),
  refusals: ["not-accepted", "not-signed", "too-many", "too-many-tries"],
});

/**
 * Removes a passkey, with the unlock slot of its id. Where the person has keys, `change` is the signed removal.
 * "needed": the slot is one of the last two; a passphrase comes first.
 */
export const RemovePasskey = operation({
  id: "removePasskey",
  method: "POST",
  path: "/passkeys/removals",
  summary: "Remove a passkey of the caller's",
  body: z.strictObject({ id: PasskeyId, change: z.nullable(bytes(4000)) }),
  refusals: ["not-signed", "needed"],
});

/** Why nothing came of a passkey: what browsers say, and what the server says. */
export type PasskeyRefusal =
  /** The person closed the browser's question, or let it run out. */
  | "put-off"
  | "not-possible"
  | "already-here"
  | RefusalOf<typeof SignInWithPasskey>
  | RefusalOf<typeof AddPasskey>
  | RefusalOf<typeof RemovePasskey>;
