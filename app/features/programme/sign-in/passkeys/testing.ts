/** An authenticator in software, for tests of the server: it makes passkeys and signs as a device would, or as one that lies. Imported by tests alone. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { toBase64url } from "../../../../values/bytes.ts";
import { type AccountId, PasskeyId, uuidBytes } from "../../../../values/id.ts";
import type { TestServer } from "../../../../server/testing.ts";
import { AddPasskey, AskPasskeyChallenge, BeginPasskey, type SignedByPasskey, SignInWithPasskey } from "./schema.ts";

/** In what an authenticator may differ from an honest one. */
export interface Quirks {
  readonly origin?: string;
  readonly relyingParty?: string;
  readonly type?: string;
  /** False where it did not ask who is in front of it. */
  readonly isVerified?: boolean;
  readonly crossOrigin?: boolean;
}

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest();

/** CBOR of a byte string below 64 KiB (RFC 8949). */
function cborBytes(bytes: Uint8Array): Buffer {
  const head = bytes.length < 24 ? [0x40 + bytes.length] : [0x59, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Uint8Array.from(head), bytes]);
}

/** One passkey on an authenticator in software. */
export class SoftPasskey {
  readonly account: AccountId;
  readonly credential = toBase64url(randomBytes(32));
  readonly #keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** How often it says to have been used; 0 where it does not count. */
  counter = 0;

  constructor(account: AccountId) {
    this.account = account;
    this.#keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  }

  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const [head, between] = [Buffer.from("a5010203262001215820", "hex"), Buffer.from("225820", "hex")];
    return Buffer.concat([head, Buffer.from(x, "base64url"), between, Buffer.from(y, "base64url")]);
  }

  #clientData(type: string, challenge: string, { origin = "http://localhost:8480", crossOrigin = false }: Quirks) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  #authenticatorData({ relyingParty = "localhost", isVerified = true }: Quirks, attested?: Buffer): Buffer {
    const flags = 1 | (isVerified ? 4 : 0) | (attested ? 64 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(relyingParty), Uint8Array.of(flags), count, attested ?? new Uint8Array()]);
  }

  /** What it answers when it is made. */
  makes(challenge: string, quirks: Quirks = {}) {
    const id = Buffer.from(this.credential, "base64url");
    const length = Uint8Array.of(id.length >> 8, id.length & 255);
    const attested = Buffer.concat([new Uint8Array(16), length, id, this.#coseKey()]);
    const data = this.#authenticatorData(quirks, attested);
    // {"fmt": "none", "attStmt": {}, "authData": data}
    const attestation = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0686175746844617461", "hex"),
      cborBytes(data),
    ]);
    return {
      credential: this.credential,
      clientData: toBase64url(this.#clientData(quirks.type ?? "webauthn.create", challenge, quirks)),
      attestation: toBase64url(attestation),
    };
  }

  /** What it answers to a challenge. */
  signs(challenge: string, quirks: Quirks = {}): SignedByPasskey {
    const clientData = this.#clientData(quirks.type ?? "webauthn.get", challenge, quirks);
    const data = this.#authenticatorData(quirks);
    const signature = createSign("sha256").update(Buffer.concat([data, sha256(clientData)]));
    return {
      credential: this.credential,
      clientData: toBase64url(clientData),
      authenticatorData: toBase64url(data),
      signature: toBase64url(signature.sign(this.#keys.privateKey)),
      userHandle: toBase64url(uuidBytes(this.account)),
    };
  }
}

/** A challenge to sign in with. */
export async function challengeOf(server: TestServer): Promise<string> {
  return (await server.call(AskPasskeyChallenge, {})).answer.challenge;
}

/** Signs in by a passkey, as a browser with one does. */
export async function signInBy(server: TestServer, passkey: SoftPasskey, quirks: Quirks = {}) {
  return server.call(SignInWithPasskey, { body: passkey.signs(await challengeOf(server), quirks) });
}

/** Adds a passkey for somebody; `signed` is what their keys say about it. */
export async function addPasskey(
  server: TestServer,
  cookie: string,
  passkey: SoftPasskey,
  signed: { readonly id?: string; readonly change?: string; readonly slot?: string; readonly quirks?: Quirks } = {},
) {
  const { challenge } = (await server.call(BeginPasskey, {}, cookie)).answer;
  const id = PasskeyId.parse(signed.id ?? server.app.chance.id());
  const made = passkey.makes(challenge, signed.quirks);
  const body = { id, ...made, change: signed.change ?? null, slot: signed.slot ?? null };
  return { id, body, added: await server.call(AddPasskey, { body }, cookie) };
}

/** Somebody without keys who has a passkey. */
export async function withPasskey(server: TestServer, name: string) {
  const { accountId, cookie } = await server.signIn(name, `${name}.${server.app.chance.id()}@northwind.example`);
  const passkey = new SoftPasskey(accountId);
  const { added } = await addPasskey(server, cookie, passkey);
  if (added.status !== 200) throw new Error(`no passkey for ${name}: ${added.raw.body}`);
  return { accountId, cookie, passkey };
}
