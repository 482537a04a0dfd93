/** Sealing and opening letters; loaded when the first is asked for, since hardly anybody ever needs one. */
import {
  type Bundle,
  type LetterRefusal,
  decode,
  encode,
  equal,
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
import { refuseBundles, verifyAll } from "./account/bundles.ts";
import { returned } from "./account/lost/notes.ts";
import { pinned } from "./account/pins.ts";
import { userOf } from "./ids.ts";
import type { Keeper } from "./keeper.ts";
import type {
  KeysToCompare,
  LetterOpened,
  LetterToOpen,
  LetterToSeal,
  MeetRefusal,
  PersonMet,
  SealRefusal,
} from "./letters.ts";
import { proofsOf } from "./proving.ts";

const none = new Uint8Array();
const letterOf = (letter: LetterId) => id("letter", uuidBytes(letter));

const wordsOf = async (bundle: Bundle) => (await fingerprintWords(bundle)).join(" ");

async function metBy(bundle: Bundle): Promise<PersonMet> {
  return { identity: hex(bundle.iskHash), fingerprint: await wordsOf(bundle) };
}

/** With whom one shares a room, those words are compared in it. */
function isInRoom({ rooms }: Keeper, account: AccountId): boolean {
  return [...rooms.values()].some(({ other }) => other === account);
}

/** Takes somebody's keys, where they follow what is known. */
export async function meetPerson(
  keeper: Keeper,
  account: AccountId,
  bundles: ReadonlyArray<string>,
): Promise<PersonMet | KeysToCompare | MeetRefusal> {
  const { session, own } = keeper;
  const { people, disputed } = own.notes;
  if (disputed.has(account)) return "keys-changed";
  const records = bundles.map((each) => fromBase64url(each) ?? none);
  const pin = people.get(account);
  const taken = await session.bundles.take(account, records, pin, false);
  if (taken === "none" || taken === "offline") return "no-keys";
  if (taken === "keys-changed") return lookAtOthers(keeper, account, records);
  if (taken !== "same" && taken !== "newer") return "keys-changed";
  const newest = session.bundles.of(account).at(-1);
  if (!newest) return "no-keys";
  if (pin && pin.identity !== hex(newest.iskHash)) return "keys-changed";
  if (!isInRoom(keeper, account)) session.bundles.offer(account, undefined);
  return metBy(newest);
}

/** Keys that do not follow: another device of one's own has compared them, or they are held for a comparison, or they are nobody's. */
async function lookAtOthers(
  keeper: Keeper,
  account: AccountId,
  records: ReadonlyArray<Uint8Array>,
): Promise<PersonMet | KeysToCompare | "keys-changed"> {
  const { bundles } = keeper.session;
  const { people, disowned } = keeper.own.notes;
  const chain = await verifyAll(records);
  const newest = chain?.at(-1);
  const user = userOf(account);
  if (!chain || !newest || isInRoom(keeper, account) || chain.some((one) => !equal(one.user, user)))
    return "keys-changed";
  const identity = hex(newest.iskHash);
  const pin = people.get(account);
  const isPinned = pin?.identity === identity;
  if (refuseBundles(chain, [], isPinned ? pin : undefined, false) || disowned.has(account + identity))
    return "keys-changed";
  if (isPinned) {
    await bundles.become(account, [...bundles.identitiesOf(account), chain]);
    return metBy(newest);
  }
  bundles.offer(account, chain);
  const before = bundles.of(account).at(-1);
  return { before: before && (await wordsOf(before)), now: await wordsOf(newest), offered: identity };
}

/** Takes the keys that were held, once somebody has compared their six words. */
export async function takeCompared(
  keeper: Keeper,
  account: AccountId,
  offered: string,
): Promise<PersonMet | MeetRefusal> {
  const { session, own } = keeper;
  const chain = session.bundles.offeredBy(account);
  const newest = chain?.at(-1);
  if (!chain || !newest || hex(newest.iskHash) !== offered || isInRoom(keeper, account)) return "keys-changed";
  const { version, hash } = newest;
  await own.note(returned({ account, identity: offered, version, bundle: hex(hash), isCompared: true }));
  await session.bundles.become(account, [...session.bundles.identitiesOf(account), chain]);
  return metBy(newest);
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
  // Keys that nobody has compared: nothing goes to them, nor to those of before, which may be lost.
  const reader = session.bundles.offeredBy(to) ? undefined : session.bundles.of(to).at(-1);
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
