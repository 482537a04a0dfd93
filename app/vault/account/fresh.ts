/** What asks for what opens the keys again: new secrets, and signatures with the identity key. */
import {
  type SlotSecret,
  equal,
  id,
  importIdentity,
  makeDoor,
  makeRecoverySecret,
  recoveryGroups,
  signAgreement,
  wipe,
} from "@oakroom/crypto";
import { toBase64url } from "../../values/bytes.ts";
import { uuidBytes } from "../../values/id.ts";
import { newUuid, userOf } from "../ids.ts";
import { bytesToSign } from "../log/signed.ts";
import type { Room } from "../room.ts";
import type { Secret, UnlockRefusal } from "../secrets.ts";
import type { TextToSign } from "../vault.ts";
import { type Owner, withOwnKeys } from "./key-records.ts";
import { renewKeys } from "./renewing.ts";

export type { Owner } from "./key-records.ts";

/** Puts a new secret in the place of those of its kind, and seals everything anew: what was replaced, kept somewhere, opens nothing new. */
async function replaceSlot(owner: Owner, secret: Secret, made: SlotSecret): Promise<UnlockRefusal | undefined> {
  const { host, me } = owner;
  const replaced = await withOwnKeys(owner, secret, async (open, records) => {
    const door = await makeDoor(userOf(me), id("slot", uuidBytes(newUuid(host))), made);
    const doors = [...open.secrets.doors.filter(({ type }) => type !== made.type), door];
    const isDone = await renewKeys(owner, records, { ...open, secrets: { ...open.secrets, doors } });
    wipe(door.key.psk);
    return isDone;
  });
  if (typeof replaced === "string") return replaced;
  return replaced.value ? undefined : "offline";
}

/** Sets a new passphrase. */
export function replacePassphrase(
  owner: Owner,
  secret: Secret,
  passphrase: string,
): Promise<UnlockRefusal | undefined> {
  return replaceSlot(owner, secret, { type: "passphrase", passphrase });
}

/** Sets a new recovery code. */
export async function replaceRecoveryCode(
  owner: Owner,
  secret: Secret,
): Promise<ReadonlyArray<string> | UnlockRefusal> {
  const code = makeRecoverySecret();
  try {
    return (await replaceSlot(owner, secret, { type: "recovery", code })) ?? recoveryGroups(code);
  } finally {
    wipe(code);
  }
}

/** Signs texts of a room with the identity key, which is there only while the secret is at hand. */
export async function signTexts(
  owner: Owner,
  room: Room,
  texts: ReadonlyArray<TextToSign>,
  secret: Secret,
): Promise<ReadonlyArray<string> | UnlockRefusal> {
  const opened = await withOwnKeys(owner, secret, async ({ secrets }) => {
    const identity = await importIdentity(secrets);
    if (!equal(identity.iskPublic, room.log.session.iskPublic)) return "stopped" as const;
    const messages = texts.map((text) => bytesToSign(room.log.id, room.parties, text));
    const signatures = await Promise.all(messages.map((message) => signAgreement(identity.isk, message)));
    return signatures.map(toBase64url);
  });
  return typeof opened === "string" ? opened : opened.value;
}
