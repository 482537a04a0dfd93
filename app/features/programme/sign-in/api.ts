import { computed, signal, type ReadonlySignal } from "@preact/signals";
import * as z from "zod/mini";
import type { Answer } from "../../../web/client/answer.ts";
import { call } from "../../../web/client/client.ts";
import { dropAllDrafts } from "../../../web/client/draft.ts";
import { readStored, store } from "../../../web/client/stored.ts";
import {
  AskSignedIn,
  AskToSignIn,
  Me,
  ReadMe,
  SignInWithCode,
  SignInWithLink,
  SignOut,
  SignOutEverywhere,
} from "./schema.ts";

/** unknown: not asked yet, and nothing remembered. */
export type Standing =
  | { readonly kind: "unknown" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "signed-in"; readonly me: Me };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What this browser remembers of the last visit, so that Home is there at once, also offline. Open facts about oneself; gone at sign-out. */
function remembered(): Standing {
  const text = readStored("me");
  if (text === undefined) return { kind: "signed-out" };
  const parsed = z.safeParse(Me, parseJson(text));
  return parsed.success ? { kind: "signed-in", me: parsed.data } : { kind: "unknown" };
}

const current = signal<Standing>(remembered());

/** Whether somebody is signed in on this browser, as far as it is known now. */
export const standing: ReadonlySignal<Standing> = current;

/** True where somebody was signed in here, and the server no longer says so. */
export const wasEnded = signal(false);

/** Who is signed in; undefined while nobody is. */
export const me: ReadonlySignal<Me | undefined> = computed(() =>
  current.value.kind === "signed-in" ? current.value.me : undefined,
);

function settle(next: Standing): void {
  store("me", next.kind === "signed-in" ? JSON.stringify(next.me) : undefined);
  // Kept by rooms, which may not be on this page.
  if (next.kind !== "signed-in") for (const key of ["pairs", "seen"]) store(key, undefined);
  current.value = next;
}

/** Asks the server who is signed in. Without a connection, what was known stays. */
export async function refreshMe(): Promise<void> {
  const answer = await call(ReadMe, {});
  if (answer.kind === "done") settle({ kind: "signed-in", me: answer.value });
  else if (answer.kind === "signed-out") {
    if (me.peek()) wasEnded.value = true;
    settle({ kind: "signed-out" });
  } else if (current.value.kind === "unknown") settle({ kind: "signed-out" });
}

/** The first question of a page. Where nothing is remembered, nobody is most likely signed in, and that is no error. */
export async function beginMe(): Promise<void> {
  const asked = current.value.kind === "signed-out" ? await call(AskSignedIn, {}) : undefined;
  if (asked?.kind !== "done" || asked.value.signedIn) await refreshMe();
}

/** Asks for a mail with a link and a code. */
export function askToSignIn(email: string): Promise<Answer<undefined, "too-many-tries">> {
  return call(AskToSignIn, { body: { email } });
}

/** Signs in with the six digits. */
export function signInWithCode(code: string) {
  return signedIn(call(SignInWithCode, { body: { code } }));
}

/** Signs in with the token of a link. */
export function signInWithLink(token: string) {
  return signedIn(call(SignInWithLink, { body: { token } }));
}

async function signedIn<A extends { readonly kind: string }>(asked: Promise<A>): Promise<A> {
  const answer = await asked;
  wasEnded.value = false;
  if (answer.kind === "done") await refreshMe();
  return answer;
}

/** Signs out on this browser, and forgets what was typed here. */
export function signOut(): Promise<Answer<undefined>> {
  return signedOut(call(SignOut, {}));
}

/** Signs out on every browser, this one included: for a lost device. */
export function signOutEverywhere(): Promise<Answer<undefined>> {
  return signedOut(call(SignOutEverywhere, {}));
}

async function signedOut(asked: Promise<Answer<undefined>>): Promise<Answer<undefined>> {
  const answer = await asked;
  if (answer.kind === "done" || answer.kind === "signed-out") {
    dropAllDrafts();
    settle({ kind: "signed-out" });
  }
  return answer;
}

/** What others know of the person, and nobody should make a passphrase of: the name, the address, the programmes. */
export function knownOfMe(): ReadonlyArray<string> {
  const { name, email, participations, manages } = me.value ?? { name: "", email: "", participations: [], manages: [] };
  return [name, email, ...[...participations, ...manages].map(({ programmeName }) => programmeName)];
}
