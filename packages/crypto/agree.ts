/**
 * An agreement is in force when both identities have signed the same bytes.
 *
 *   agree = ["oakroom/agree/v1", room16, agreementId16, version, SHA-256("oakroom/agree-text/v1" 0 text), [iskHash32...]]
 *           ISK hashes in the order of their user ids
 *   sig   = Ed25519(ISK, "oakroom/agree/v1" 0 agree)      one of each, over equal bytes
 */
import type { Bundle } from "./bundle.ts";
import type { AgreementId, Branded, Bytes, IskKey, IskPublic, LogId, Signature } from "./values.ts";

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

/** Makes the bytes that both sign. */
export function agreementBytes(fields: AgreementFields): AgreementBytes {
  throw new Error(`unbuilt ${fields.version}`);
}

/** Signs as one of the two. */
export async function signAgreement(isk: IskKey, bytes: AgreementBytes): Promise<Signature> {
  throw new Error(`unbuilt ${typeof isk} ${bytes.length}`);
}

/** True where each party of these fields has signed exactly these fields. One signature twice counts once. */
export async function inForce(
  fields: AgreementFields,
  signatures: ReadonlyArray<AgreementSignature>,
): Promise<boolean> {
  throw new Error(`unbuilt ${fields.version} ${signatures.length}`);
}
