/**
 * Passkeys as browsers hold them: making one, and asking one to sign. The library is fetched when somebody asks.
 * What a passkey gives for our input (its PRF) comes back beside the answer, never in it: it opens rooms and stays on the device.
 */
import { fromBase64url, toBase64url } from "../../values/bytes.ts";

/** Why nothing came of it. "put-off": the person closed the browser's question, or let it run out. */
export type PasskeyHindrance = "put-off" | "not-possible" | "already-here";

/** What a passkey has signed, as base64url, and what it gave. */
export interface AskedPasskey {
  readonly answer: {
    readonly credential: string;
    readonly clientData: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string;
  };
  /** 32 bytes; missing where this passkey, browser or system cannot give them. The holder wipes them. */
  readonly gives: Uint8Array | undefined;
}

/** A new passkey, as base64url, and what it gave. */
export interface MadePasskey {
  readonly answer: { readonly credential: string; readonly clientData: string; readonly attestation: string };
  readonly gives: Uint8Array | undefined;
}

/** For whom a passkey is made. */
export interface PasskeyOwner {
  /** The account's 16 bytes, as base64url. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const library = () => import("@simplewebauthn/browser");

/** The same for everybody: what comes out belongs to the passkey and this site (docs/protocol.md, 3.1). */
const input = new TextEncoder().encode("oakroom/passkey/v1\0");
const patienceMs = 180_000;
const algorithms = [-7, -8, -257];

/** True where this browser can use passkeys at this address: they belong to a name, never to a number. */
export function mayUsePasskeys(): boolean {
  const isNumber = /^[\d.]+$|^\[/.test(location.hostname);
  return globalThis.isSecureContext && "PublicKeyCredential" in globalThis && !isNumber;
}

/** True where this very device can hold one, behind its fingerprint, face or PIN. */
export async function holdsPasskeys(): Promise<boolean> {
  try {
    return mayUsePasskeys() && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());
  } catch {
    return false;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What the extension says: whether it works here, and what the passkey gave. */
function readResults(results: unknown): { readonly isThere: boolean; readonly gives: Uint8Array | undefined } {
  const prf = fieldOf(results, "prf");
  const first = fieldOf(fieldOf(prf, "results"), "first");
  const gives = first instanceof ArrayBuffer || first instanceof Uint8Array ? new Uint8Array(first) : undefined;
  return {
    isThere: fieldOf(prf, "enabled") === true || gives !== undefined,
    gives: gives?.length === 32 ? gives : undefined,
  };
}

function hindranceOf(error: unknown): PasskeyHindrance {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "already-here";
  return name === "NotAllowedError" || name === "AbortError" ? "put-off" : "not-possible";
}

/** Bytes of chance, for a question whose answer nobody checks. */
function localChallenge(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Asks a passkey to sign a challenge, with the person verified: one of those named, or any that the person chooses. */
export async function askPasskey(
  challenge: string = localChallenge(),
  credentials: ReadonlyArray<string> = [],
): Promise<AskedPasskey | PasskeyHindrance> {
  try {
    const { startAuthentication } = await library();
    const { id, response, clientExtensionResults } = await startAuthentication({
      optionsJSON: {
        challenge,
        timeout: patienceMs,
        userVerification: "required",
        allowCredentials: credentials.map((credential) => ({ id: credential, type: "public-key" })),
        ...withInput,
      },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle = "" } = response;
    const answer = { credential: id, clientData: clientDataJSON, authenticatorData, signature, userHandle };
    return { answer, gives: readResults(clientExtensionResults).gives };
  } catch (error) {
    return hindranceOf(error);
  }
}

// The library's types do not know the extension; it hands over what it is given.
const withInput: object = { extensions: { prf: { eval: { first: input } } } };

/** Makes a passkey; where it gives something only when it is asked, it is asked once at once. */
export async function makePasskey(
  challenge: string,
  owner: PasskeyOwner,
  known: ReadonlyArray<string>,
): Promise<MadePasskey | PasskeyHindrance> {
  try {
    const { startRegistration } = await library();
    const { id, response, clientExtensionResults } = await startRegistration({
      optionsJSON: {
        challenge,
        rp: { name: "Oakroom" },
        user: { id: owner.id, name: owner.email, displayName: owner.name },
        pubKeyCredParams: algorithms.map((alg) => ({ alg, type: "public-key" })),
        timeout: patienceMs,
        attestation: "none",
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        excludeCredentials: known.map((credential) => ({ id: credential, type: "public-key" })),
        ...withInput,
      },
    });
    const { isThere, gives } = readResults(clientExtensionResults);
    const { clientDataJSON: clientData, attestationObject: attestation } = response;
    const answer = { credential: id, clientData, attestation };
    if (gives || !isThere) return { answer, gives };
    const asked = await askPasskey(localChallenge(), [id]);
    return { answer, gives: typeof asked === "string" ? undefined : asked.gives };
  } catch (error) {
    return hindranceOf(error);
  }
}

/** The bytes of a credential's id. */
export function credentialBytes(credential: string): Uint8Array {
  return fromBase64url(credential) ?? new Uint8Array();
}
