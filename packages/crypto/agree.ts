/**
 * An agreement is in force when both identities have signed the same bytes.
 *
 *   agree = ["oakroom/agree/v1", room16, agreementId16, version, SHA-256("oakroom/agree-text/v1" 0 text), [iskHash32...]]
 *           ISK hashes in the order of their user ids
 *   sig   = Ed25519(ISK, "oakroom/agree/v1" 0 agree)      one of each, over equal bytes
 */
import { type Bundle, iskHashOf } from "./bundle.ts";
import { encode } from "./cbor.ts";
import { sign, verify } from "./curves.ts";
import { digest, domains, tagged } from "./domain.ts";
import {
  type AgreementId,
  type Branded,
  type Bytes,
  type IskKey,
  type IskPublic,
  type LogId,
  type Signature,
  compare,
  equal,
  own,
  utf8,
} from "./values.ts";

/** The bytes that both sign. */
export type AgreementBytes = Branded<Bytes, "AgreementBytes">;

/** What is agreed to. */
export interface AgreementFields {
  readonly room: LogId;
  readonly agreement: AgreementId;
  /** From 1. A later version is other bytes, and leaves the signed one as it is. */
  readonly version: number;
  /** The canonical text, byte for byte as both saw it. */
  readonly text: Bytes;
  /** The two, in any order. */
  readonly parties: ReadonlyArray<Pick<Bundle, "user" | "iskHash">>;
}

/** One person's signature. */
export interface AgreementSignature {
  readonly isk: IskPublic;
  readonly signature: Signature;
}

/** Makes the bytes that both sign. Throws where the parties are not two people. */
export function agreementBytes(fields: AgreementFields): AgreementBytes {
  const [lower, upper, ...more] = fields.parties.toSorted((a, b) => compare(a.user, b.user));
  if (lower === undefined || upper === undefined || more.length > 0 || equal(lower.user, upper.user)) {
    throw new Error("an agreement is between two people");
  }
  const { room, agreement, version, text } = fields;
  const parties = [lower.iskHash, upper.iskHash];
  return encode([utf8(domains.agree), room, agreement, version, digest("agreeText", text), parties]) as AgreementBytes;
}

/** Signs as one of the two. */
export function signAgreement(isk: IskKey, agreement: AgreementBytes): Promise<Signature> {
  return sign(isk, tagged("agree", agreement));
}

/** True where `signature` is this identity's over these bytes. In force is only what both have signed. */
export async function verifyAgreement(
  isk: IskPublic,
  agreement: AgreementBytes,
  signature: Uint8Array,
): Promise<boolean> {
  return signature.length === 64 && verify(isk, own(signature) as Signature, tagged("agree", agreement));
}

/** True where each party of these fields has signed exactly these fields. One signature twice counts once. */
export async function inForce(
  fields: AgreementFields,
  signatures: ReadonlyArray<AgreementSignature>,
): Promise<boolean> {
  const message = tagged("agree", agreementBytes(fields));
  const holds = await Promise.all(signatures.map(({ isk, signature }) => verify(isk, signature, message)));
  return fields.parties.every(({ iskHash }) =>
    signatures.some(({ isk }, at) => holds[at] === true && equal(iskHashOf(isk), iskHash)),
  );
}
