/** Signing in by a passkey, and adding and removing them, over HTTP. */
import * as z from "zod/mini";
import type { App } from "../../../../server/app.ts";
import { anyone, type SignedIn, signedIn } from "../../../../server/guards/signed-in.ts";
import { giveSignIn, readSignIn } from "../../../../server/http/cookies.ts";
import type { Routes } from "../../../../server/http/router.ts";
import { addJob } from "../../../../server/jobs/table.ts";
import { fromBase64url, toBase64url } from "../../../../values/bytes.ts";
import { uuidBytes, uuidText } from "../../../../values/id.ts";
import { type Instant, second } from "../../../../values/instant.ts";
import { readChange, readSlotFacts, type UnlockSlot } from "../../../room/log/keys/rules.ts";
import { dropSlot, keepSlot, newestBundle } from "../../../room/log/keys/store.ts";
import { keysMailJob } from "../keys-mail/rules.ts";
import { signInLifeMs } from "../rules.ts";
import { startSignIn } from "../store.ts";
import { giveBack, take } from "../throttle/store.ts";
import { bucketsOfChallenge, bucketsOfPasskey, namesPasskey, namesRemoval, relyingPartyOf } from "./rules.ts";
import {
  AddPasskey,
  AskPasskeyChallenge,
  BeginPasskey,
  ListPasskeys,
  RemovePasskey,
  type SignedByPasskey,
  SignInWithPasskey,
} from "./schema.ts";
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  keepChallenge,
  listPasskeys,
  notePasskeyUse,
  type PasskeyRow,
  useChallenge,
} from "./store.ts";

// Verifying takes a large library, which most starts of a server never need.
const library = () => import("@simplewebauthn/server");

/**
 * A key that signs for nobody, so that an unknown passkey is answered after the same work as a known one: a point of P-256 whose
 * private half was thrown away.
 */
const nobodysKey = Buffer.from(
  "a5010203262001215820c5923e903e5c489ca04ac367e9cfe00591811339913d662116672a1ff78b1ac42258208899b26a19ffd54f5d51c37a8e00de84c5a96e9f154a49bed8b3a3b934c3be1d",
  "hex",
);

const ClientData = z.object({ challenge: z.string() });

/** The challenge that somebody says to have answered; everything else about it is verified later. */
function challengeIn(clientData: string): string {
  try {
    const text = Buffer.from(clientData, "base64url").toString("utf8");
    return z.parse(ClientData, JSON.parse(text)).challenge;
  } catch {
    return "";
  }
}

/** The count that the passkey gives, where all of it holds: challenge, origin, relying party, user verification, signature, count. */
async function verifySigned(
  app: App,
  { credential, clientData, authenticatorData, signature, userHandle }: SignedByPasskey,
  known: PasskeyRow | undefined,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: credential,
        rawId: credential,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: clientData, authenticatorData, signature, userHandle },
      },
      expectedChallenge: challengeIn(clientData),
      expectedOrigin: app.config.origin,
      expectedRPID: relyingPartyOf(app.config.origin),
      credential: {
        id: credential,
        publicKey: Uint8Array.from(known?.public_key ?? nobodysKey),
        counter: known?.counter ?? 0,
      },
      requireUserVerification: true,
    });
    const handle = fromBase64url(userHandle);
    const isOwner = handle?.length === 16 && uuidText(handle) === known?.account_id;
    return verified && isOwner ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library throws for whatever does not hold.
    return undefined;
  }
}

/** Signing in: a challenge for anybody, and an answer to it. */
const entering: Routes = (router, app) => {
  router.on(AskPasskeyChallenge, anyone, async ({ from, now, refuse }) => {
    const challenge = app.chance.token();
    const kept = await app.db.write(async (writer) => {
      if (!(await take(writer, now, bucketsOfChallenge(from)))) return false;
      await keepChallenge(writer, challenge, null, now);
      return true;
    });
    return kept ? { challenge } : refuse("too-many-tries");
  });

  router.on(SignInWithPasskey, anyone, async ({ body, from, now, request, refuse, reply }) => {
    const buckets = bucketsOfPasskey(from);
    const tried = await app.db.write(async (writer) => {
      if (!(await useChallenge(writer, challengeIn(body.clientData), null, now))) return "not-accepted" as const;
      if (!(await take(writer, now, buckets))) return "too-many-tries" as const;
      return { known: await findPasskey(writer, body.credential) };
    });
    if (typeof tried === "string") return refuse(tried);
    const { known } = tried;
    const counter = await verifySigned(app, body, known);
    if (!known || counter === undefined) return refuse("not-accepted");
    const token = await app.db.write(async (writer) => {
      if (!(await notePasskeyUse(writer, known, counter))) return undefined;
      await giveBack(writer, buckets);
      const instead = readSignIn(request, app.config);
      return startSignIn(writer, app.chance, now, { accountId: known.account_id, instead });
    });
    if (token === undefined) return refuse("not-accepted");
    giveSignIn(reply, app.config, token, signInLifeMs / second);
    return { signedIn: true as const };
  });
};

/** The credential that an authenticator has made, where all of it holds. */
async function verifyMade(app: App, { credential, clientData, attestation }: Made) {
  const { verifyRegistrationResponse } = await library();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: credential,
        rawId: credential,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: clientData, attestationObject: attestation },
      },
      expectedChallenge: challengeIn(clientData),
      expectedOrigin: app.config.origin,
      expectedRPID: relyingPartyOf(app.config.origin),
      requireUserVerification: true,
    });
    return verified ? registrationInfo.credential : undefined;
  } catch {
    return undefined;
  }
}

type Made = z.infer<typeof AddPasskey.body>;

/** What the person's own keys say about a passkey that is added: nothing, where they have none yet. */
async function signedFor({ accountId }: SignedIn, newest: Uint8Array, made: Made) {
  const { id, credential, change, slot } = made;
  const record = change === null ? "not-signed" : await readChange(newest, Buffer.from(change, "base64url"));
  const bytes = Buffer.from(credential, "base64url");
  if (typeof record === "string" || !namesPasskey(record, { accountId, id }, bytes)) return "not-signed" as const;
  if (slot === null) return { unlocks: undefined };
  const slotRecord = await readChange(newest, Buffer.from(slot, "base64url"));
  const unlocks = typeof slotRecord === "string" ? slotRecord : readSlotFacts(slotRecord);
  return isSlotOf(unlocks, accountId, id) ? { unlocks } : ("not-signed" as const);
}

function isSlotOf(slot: UnlockSlot | string, accountId: string, id: string): slot is UnlockSlot {
  return typeof slot !== "string" && slot.user === accountId && slot.slotId === id && slot.kind === "passkey";
}

/** Stores a passkey whose credential holds, with its unlock slot. */
async function keepMade(app: App, proof: SignedIn, made: Made, now: Instant, unlocks: UnlockSlot | undefined) {
  const held = await verifyMade(app, made);
  if (!held) return "not-accepted" as const;
  const { accountId } = proof;
  const { id, credential } = made;
  const publicKey = Buffer.from(held.publicKey);
  const row = { account_id: accountId, id, credential, public_key: publicKey, counter: held.counter, created_at: now };
  return app.db.write(async (writer) => {
    const stored = await insertPasskey(writer, app.db.engine, row);
    if (stored === "too-many") return stored;
    if (stored === "taken") return "not-accepted" as const;
    if (unlocks && (await keepSlot(writer, app.db.engine, proof, unlocks, now)) !== "stored") {
      await deletePasskey(writer, proof, id);
      return "too-many" as const;
    }
    await addJob(writer, app.chance, now, keysMailJob(now, { accountId, what: "passkey", which: id }));
    return stored;
  }, accountId);
}

/** Where the person has keys, their identity key has signed the removal. */
async function mayRemove(
  newest: Uint8Array | undefined,
  { id, change }: z.infer<typeof RemovePasskey.body>,
  accountId: string,
): Promise<boolean> {
  if (change === null) return newest === undefined;
  const record = newest && (await readChange(newest, Buffer.from(change, "base64url")));
  return record instanceof Uint8Array && namesRemoval(record, { accountId, id });
}

/** One's own passkeys. */
const keeping: Routes = (router, app) => {
  router.on(ListPasskeys, signedIn, async ({ proof }) => ({ passkeys: [...(await listPasskeys(app.db.read, proof))] }));

  router.on(BeginPasskey, signedIn, async ({ proof, from, now, refuse }) => {
    const challenge = app.chance.token();
    const kept = await app.db.write(async (writer) => {
      if (!(await take(writer, now, bucketsOfChallenge(from)))) return false;
      await keepChallenge(writer, challenge, proof.accountId, now);
      return true;
    });
    return kept ? { challenge, owner: toBase64url(uuidBytes(proof.accountId)) } : refuse("too-many-tries");
  });

  router.on(AddPasskey, signedIn, async ({ proof, body, from, now, refuse }) => {
    const buckets = bucketsOfPasskey(from);
    const tried = await app.db.write(async (writer) => {
      const isOpen = await useChallenge(writer, challengeIn(body.clientData), proof.accountId, now);
      if (!isOpen) return "not-accepted" as const;
      return (await take(writer, now, buckets)) ? undefined : ("too-many-tries" as const);
    });
    if (tried) return refuse(tried);
    const newest = await newestBundle(app.db.read, proof);
    const signed = newest ? await signedFor(proof, newest, body) : { unlocks: undefined };
    if (typeof signed === "string") return refuse(signed);
    const kept = await keepMade(app, proof, body, now, signed.unlocks);
    if (kept !== "stored") return refuse(kept);
    await app.db.write((writer) => giveBack(writer, buckets));
    app.live.factChanged({ about: "keys", id: proof.accountId }, [proof.accountId]);
    app.jobs.wake();
    return undefined;
  });

  router.on(RemovePasskey, signedIn, async ({ proof, body, refuse }) => {
    const { accountId } = proof;
    const newest = await newestBundle(app.db.read, proof);
    if (!(await mayRemove(newest, body, accountId))) return refuse("not-signed");
    const dropped = await app.db.write(async (writer) => {
      const slot = await dropSlot(writer, app.db.engine, proof, body.id);
      if (slot === "removed") await deletePasskey(writer, proof, body.id);
      return slot;
    }, accountId);
    if (dropped === "needed") return refuse(dropped);
    app.live.factChanged({ about: "keys", id: accountId }, [accountId]);
    return undefined;
  });
};

/** All routes of passkeys. */
export const passkeyRoutes: Routes = (router, app) => {
  entering(router, app);
  keeping(router, app);
};
