/** Passkeys between browser and server. What a passkey gives never enters a call: it is handed to whoever opens rooms. */
import { toBase64url } from "../../../../values/bytes.ts";
import { PasskeyId } from "../../../../values/id.ts";
import type { Answer, Hindrance } from "../../../../web/client/answer.ts";
import { call } from "../../../../web/client/client.ts";
import { newId } from "../../../../web/client/new-id.ts";
import { askPasskey, credentialBytes, makePasskey, type PasskeyOwner } from "../../../../web/client/passkey.ts";
import {
  AddPasskey,
  AskPasskeyChallenge,
  BeginPasskey,
  ListPasskeys,
  type Passkey,
  type PasskeyRefusal,
  RemovePasskey,
  SignInWithPasskey,
} from "./schema.ts";

/** Why nothing came of a passkey: `refusalText` and the client's `hindranceText` have a sentence for each. */
export type PasskeyFault = PasskeyRefusal | Hindrance["kind"] | "not-found" | "fields";

type Failed<A> = Exclude<A, { readonly kind: "done" }>;

function faultOf<Word extends PasskeyFault>(answer: Failed<Answer<unknown, Word>>): PasskeyFault {
  return answer.kind === "refused" ? answer.refused : answer.kind;
}

/** Signs in with one gesture; the caller asks who is signed in then. `gives` is the holder's to wipe. */
export async function signInWithPasskey(): Promise<{ readonly gives: Uint8Array | undefined } | PasskeyFault> {
  const begun = await call(AskPasskeyChallenge, {});
  if (begun.kind !== "done") return faultOf(begun);
  const asked = await askPasskey(begun.value.challenge);
  if (typeof asked === "string") return asked;
  const answer = await call(SignInWithPasskey, { body: asked.answer });
  return answer.kind === "done" ? { gives: asked.gives } : faultOf(answer);
}

/** The caller's passkeys. */
export async function listPasskeys(): Promise<ReadonlyArray<Passkey> | PasskeyFault> {
  const answer = await call(ListPasskeys, {});
  return answer.kind === "done" ? answer.value.passkeys : faultOf(answer);
}

/** The caller's passkeys, for a screen. */
export async function loadPasskeys(signal: AbortSignal) {
  return call(ListPasskeys, {}, { signal });
}

/** A passkey of one's own that was asked. */
export interface OwnPasskey {
  readonly id: PasskeyId;
  readonly gives: Uint8Array | undefined;
}

/** Asks one of the person's own passkeys, to unlock or to agree to something. Nothing of the answer is sent. */
export async function askOwnPasskey(): Promise<OwnPasskey | PasskeyFault> {
  const listed = await listPasskeys();
  // Without a connection any of this site will do: what it gives opens, or does not.
  const known = typeof listed === "string" ? [] : listed;
  const asked = await askPasskey(
    undefined,
    known.map(({ credential }) => credential),
  );
  if (typeof asked === "string") return asked;
  const own = known.find(({ credential }) => credential === asked.answer.credential);
  return { id: own?.id ?? PasskeyId.parse(newId()), gives: asked.gives };
}

/** A passkey that was made and is not yet known to the server. */
export interface Making {
  readonly id: PasskeyId;
  readonly credential: Uint8Array;
  readonly passkey: Uint8Array | undefined;
}

/** What the person's keys say about it, where they have keys. */
export interface Signed {
  readonly change: Uint8Array;
  readonly slot: Uint8Array | undefined;
}

/** Makes a passkey and adds it. `sign` is asked in between by whoever has keys; a word of its own ends it. */
export async function addPasskey<Word extends string = never>(
  person: Pick<PasskeyOwner, "name" | "email">,
  sign?: (making: Making) => Promise<Signed | Word>,
): Promise<OwnPasskey | PasskeyFault | Word> {
  const listed = await listPasskeys();
  if (typeof listed === "string") return listed;
  const begun = await call(BeginPasskey, {});
  if (begun.kind !== "done") return faultOf(begun);
  const owner = { id: begun.value.owner, name: person.name, email: person.email };
  const known = listed.map(({ credential }) => credential);
  const made = await makePasskey(begun.value.challenge, owner, known);
  if (typeof made === "string") return made;
  const id = PasskeyId.parse(newId());
  const making = { id, credential: credentialBytes(made.answer.credential), passkey: made.gives };
  const signed = await sign?.(making);
  if (typeof signed === "string") return signed;
  const records = {
    change: signed ? toBase64url(signed.change) : null,
    slot: signed?.slot ? toBase64url(signed.slot) : null,
  };
  const answer = await call(AddPasskey, { body: { id, ...made.answer, ...records } });
  return answer.kind === "done" ? { id, gives: made.gives } : faultOf(answer);
}

/** Removes a passkey, with what the person's keys say about it. */
export async function removePasskey(id: PasskeyId, change: Uint8Array | undefined): Promise<PasskeyFault | undefined> {
  const answer = await call(RemovePasskey, { body: { id, change: change ? toBase64url(change) : null } });
  return answer.kind === "done" ? undefined : faultOf(answer);
}
