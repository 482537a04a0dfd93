/**
 * A closed file leaves Oakroom: it is handed over by a person and opened with a passphrase, without any network.
 *
 *   file   = "oakroom/file/v1" 0 || length of head (1 byte) || head || sealed
 *   head   = [suite, use, params, salt16]        use: 1 release, 2 keepsake; params = [memoryKiB, passes, lanes] of Argon2id
 *   key    = HKDF-SHA256(Argon2id(passphrase, salt16, params), salt: salt16, info: "oakroom/file-key/v1" 0 head), 32 bytes
 *   sealed = iv12 || AES-256-GCM(key, iv12, content, AAD = head)
 *
 * Parameters below the floor or above the ceiling of slots are refused, whatever a file says.
 */
import { aesOpen, aesSeal, deriveAes, importHkdf } from "./aead.ts";
import { type Unreadable, bytes, decodeRecord, encode, list, tuple, uint } from "./cbor.ts";
import { suite, tagged } from "./domain.ts";
import { kdfFloor, refuseKdf, stretchPassphrase } from "./slot.ts";
import { type Bytes, type HostKey, equal, join, own, random, wipe } from "./values.ts";

/** What a closed file is for. */
export type ClosedFileUse = "release" | "keepsake";

/** Why a file stays shut. `no-file`: it is none of ours. `wrong-passphrase` is also what any change of its bytes looks like. */
export type ClosedFileRefusal =
  | Unreadable
  | "no-file"
  | "other-use"
  | "kdf-below-floor"
  | "kdf-above-ceiling"
  | "wrong-passphrase";

const uses = { release: 1, keepsake: 2 } as const;
const magic = tagged("file");
const shape = tuple<[number, number, ReadonlyArray<number>, Bytes]>(uint, uint, list(uint, 8), bytes(16));

async function fileKey(head: Bytes, salt: Bytes, params: ReadonlyArray<number>, passphrase: string): Promise<HostKey> {
  const stretched = await stretchPassphrase(passphrase, salt, params);
  const base = await importHkdf(stretched);
  wipe(stretched);
  return deriveAes(base, tagged("fileKey", head), salt);
}

/** Closes content with a passphrase. */
export async function closeFile(use: ClosedFileUse, content: Bytes, passphrase: string): Promise<Bytes> {
  const salt = random(16);
  const params = [kdfFloor.memoryKiB, kdfFloor.passes, kdfFloor.lanes];
  const head = encode([suite, uses[use], params, salt]);
  const sealed = await aesSeal(await fileKey(head, salt, params, passphrase), content, head);
  return join(magic, Uint8Array.of(head.length), head, sealed);
}

/** Opens a file of this use. */
export async function openClosedFile(
  use: ClosedFileUse,
  file: Uint8Array,
  passphrase: string,
): Promise<{ readonly content: Bytes } | ClosedFileRefusal> {
  if (!equal(file.subarray(0, magic.length), magic)) return "no-file";
  const begins = magic.length + 1;
  const ends = begins + (file[magic.length] ?? 0);
  const head = own(file.subarray(begins, ends));
  const fields = decodeRecord(head, shape);
  if (typeof fields === "string") return fields;
  const [, number, params, salt] = fields;
  if (number !== uses[use]) return "other-use";
  const refused = refuseKdf(params);
  if (refused) return refused;
  const content = await aesOpen(await fileKey(head, salt, params, passphrase), own(file.subarray(ends)), head);
  return content ? { content } : "wrong-passphrase";
}
