/**
 * HPKE in base mode, and in PSK mode where both sides share a secret, single shot (RFC 9180): DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, AES-256-GCM 0x0002.
 * @hpke/core does it; where the host lacks X25519, its own KEM runs over our fallback curve.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256, type RecipientContext } from "@hpke/core";
import { type Iek, agree, importIek, isRaw, lacks } from "./curves.ts";
import { type Bytes, type HostKey, type IekKey, type IekPublic, random } from "./values.ts";

/** What HPKE gives: 32 bytes for the receiver's KEM, and the ciphertext. */
export interface HpkeSealed {
  readonly enc: Bytes;
  readonly sealed: Bytes;
}

/** A key of the fallback in the place where @hpke/core expects a host key; it only hands them back to `RawPrimitives`. */
interface RawKemKey {
  readonly raw: Bytes;
}

/** The KEM's few operations over raw keys. Those that base mode never calls are left out. */
class RawPrimitives {
  async serializePublicKey(key: RawKemKey): Promise<ArrayBuffer> {
    return key.raw.slice().buffer;
  }
  async deserializePublicKey(key: ArrayBuffer): Promise<RawKemKey> {
    return { raw: new Uint8Array(key.slice(0)) };
  }
  async generateKeyPair(): Promise<{ privateKey: RawKemKey; publicKey: RawKemKey }> {
    const secret = random(32);
    const made = await importIek(0, secret);
    return { privateKey: { raw: secret }, publicKey: { raw: made.iekPublic } };
  }
  async dh(secret: RawKemKey, peer: RawKemKey): Promise<ArrayBuffer> {
    const shared = await agree(secret as IekKey, peer.raw);
    if (shared === undefined) throw new Error("low order");
    return shared.buffer;
  }
}

class RawKem extends DhkemX25519HkdfSha256 {
  protected override _prim = new RawPrimitives() as unknown as DhkemX25519HkdfSha256["_prim"];
}

function suiteOf(raw: boolean): CipherSuite {
  const kem = raw ? new RawKem() : new DhkemX25519HkdfSha256();
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

async function receiver(key: IekPublic, raw: boolean): Promise<HostKey> {
  if (raw) return { raw: key } as unknown as HostKey;
  return crypto.subtle.importKey("raw", key, "X25519", true, []);
}

/** A secret of both sides, of 32 bytes at least, and its name (RFC 9180, 5.1.2): whoever lacks it seals nothing that opens. */
export interface SharedSecret {
  readonly id: Bytes;
  readonly key: Bytes;
}

/** Seals to a public key. Throws where the key is of low order. */
export async function hpkeSeal(to: IekPublic, info: Bytes, plaintext: Bytes, psk?: SharedSecret): Promise<HpkeSealed> {
  const raw = await lacks("X25519");
  const params = { recipientPublicKey: await receiver(to, raw), info, ...(psk && { psk }) };
  const { enc, ct } = await suiteOf(raw).seal(params, plaintext);
  return { enc: new Uint8Array(enc), sealed: new Uint8Array(ct) };
}

/** The receiver's side of one sealing. Rejects where `enc` is of low order. */
export async function hpkeReceiver(to: Iek, info: Bytes, enc: Bytes, psk?: SharedSecret): Promise<RecipientContext> {
  const raw = isRaw(to.iek);
  const recipientKey = { privateKey: to.iek as HostKey, publicKey: await receiver(to.iekPublic, raw) };
  return suiteOf(raw).createRecipientContext({ recipientKey, info, enc, ...(psk && { psk }) });
}

/** Opens what was sealed to this key under this info; `undefined` where it was not. */
export async function hpkeOpen(
  to: Iek,
  info: Bytes,
  { enc, sealed }: HpkeSealed,
  psk?: SharedSecret,
): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await (await hpkeReceiver(to, info, enc, psk)).open(sealed));
  } catch {
    return undefined;
  }
}
