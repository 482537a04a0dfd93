/** Sealing and opening letters; loaded when the first is asked for, since hardly anybody ever needs one. */
import {
  type LetterRefusal,
  decode,
  encode,
  fingerprintWords,
  hex,
  id,
  iskHashOf,
  maxLetterBytes,
  openLetter,
  sealLetter,
  textOf,
  utf8,
} from "@oakroom/crypto";
import { fromBase64url, toBase64url } from "../values/bytes.ts";
import { type AccountId, type LetterId, uuidBytes } from "../values/id.ts";
import { pinned } from "./account/pins.ts";
import { userOf } from "./ids.ts";
import type { Keeper } from "./keeper.ts";
import type { LetterOpened, LetterToOpen, LetterToSeal, MeetRefusal, PersonMet, SealRefusal } from "./letters.ts";
import { proofsOf } from "./proving.ts";

const none = new Uint8Array();
const letterOf = (letter: LetterId) => id("letter", uuidBytes(letter));

/** Takes somebody's keys, where they follow what is known. */
export async function meetPerson(
  { session, own }: Keeper,
  account: AccountId,
  bundles: ReadonlyArray<string>,
): Promise<PersonMet | MeetRefusal> {
  const { people, disputed } = own.notes;
  if (disputed.has(account)) return "keys-changed";
  const records = bundles.map((each) => fromBase64url(each) ?? none);
  const pin = people.get(account);
  const taken = await session.bundles.take(account, records, pin, false);
  if (taken === "none" || taken === "offline") return "no-keys";
  if (taken !== "same" && taken !== "newer") return "keys-changed";
  const newest = session.bundles.of(account).at(-1);
  if (!newest) return "no-keys";
  const identity = hex(newest.iskHash);
  if (pin && pin.identity !== identity) return "keys-changed";
  return { identity, fingerprint: (await fingerprintWords(newest)).join(" ") };
}

/** The six words of one's own key. */
export async function ownFingerprint({ session }: Keeper): Promise<string> {
  return (await fingerprintWords({ user: session.user, isk: session.iskPublic })).join(" ");
}

/** What lies in a letter: `[1, text, [proof...]]`. */
function pack(text: string, proofs: ReadonlyArray<Uint8Array>): Uint8Array<ArrayBuffer> {
  return encode([1, utf8(text), proofs.map((proof) => new Uint8Array(proof))]);
}

function unpack(content: Uint8Array): Pick<LetterOpened, "text" | "proofs"> | "malformed" {
  const value: unknown = decode(content, maxLetterBytes);
  const fields: ReadonlyArray<unknown> = Array.isArray(value) ? value : [];
  const [version, bytes, list] = fields;
  if (fields.length !== 3 || version !== 1) return "malformed";
  const text = bytes instanceof Uint8Array ? textOf(new Uint8Array(bytes)) : undefined;
  if (text === undefined || !Array.isArray(list)) return "malformed";
  const proofs: unknown[] = list;
  return proofs.every((proof) => proof instanceof Uint8Array) ? { text, proofs } : "malformed";
}

async function proofsFor({ rooms }: Keeper, items: LetterToSeal["items"]) {
  if (!items) return [];
  const room = rooms.get(items.room);
  const proofs = room ? await proofsOf(room, items.hashes) : [];
  const made = proofs.flatMap((proof) => proof ?? []);
  return made.length === items.hashes.length ? made : undefined;
}

/** Seals a letter. */
export async function writeLetter(
  keeper: Keeper,
  { letter, to, text, items }: LetterToSeal,
): Promise<{ readonly sealed: string } | SealRefusal> {
  const { session, own } = keeper;
  const reader = session.bundles.of(to).at(-1);
  const mine = session.bundles.of(session.me).at(-1);
  if (!reader || !mine) return "not-met";
  const proofs = await proofsFor(keeper, items);
  if (!proofs) return "no-such-item";
  const content = pack(text, proofs);
  if (content.length > maxLetterBytes - 40_000) return "too-long";
  const known = own.notes.people.get(to);
  if (known?.version !== reader.version)
    await own.note(
      pinned({
        account: to,
        identity: hex(reader.iskHash),
        version: reader.version,
        bundle: hex(reader.hash),
        isCompared: known?.isCompared ?? false,
      }),
    );
  const writer = { bundle: mine, device: session.deviceBytes, keys: session.keys };
  return { sealed: toBase64url(await sealLetter(letterOf(letter), writer, reader, content)) };
}

/** Opens a letter to oneself. */
export async function readLetterOf(
  { session }: Keeper,
  { letter, from, sealed }: LetterToOpen,
): Promise<LetterOpened | LetterRefusal> {
  const opened = await openLetter(
    session.ieks,
    {
      letter: letterOf(letter),
      from: userOf(from),
      to: session.user,
      toHash: iskHashOf(session.iskPublic),
      fromHash: session.bundles.of(from).at(-1)?.iskHash,
    },
    fromBase64url(sealed) ?? none,
  );
  if (typeof opened === "string") return opened;
  const content = unpack(opened.content);
  return content === "malformed" ? content : { result: opened.result, ...content };
}
