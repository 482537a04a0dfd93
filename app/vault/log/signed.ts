/** The signatures that events carry in their payload: one person's, over a text that both see. */
import { type AgreementBytes, type Bundle, agreementBytes, id, utf8, verifyAgreement } from "@oakroom/crypto";
import type { SignedText } from "../../features/room/state/schema.ts";
import { fromBase64url } from "../../values/bytes.ts";
import { type AccountId, type LogId, uuidBytes } from "../../values/id.ts";
import type { TextToSign } from "../vault.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The bytes that both sign for a text of their room. Throws where the agreement's id is no uuid. */
export function bytesToSign(
  room: LogId,
  parties: ReadonlyArray<Bundle>,
  { agreementId, version, text }: TextToSign,
): AgreementBytes {
  if (!uuid.test(agreementId)) throw new Error("an agreement is named by a uuid");
  const agreement = id("agreement", uuidBytes(agreementId));
  return agreementBytes({ room: id("log", uuidBytes(room)), agreement, version, text: utf8(text), parties });
}

/** True where each of these texts carries its author's signature: of an identity of theirs, now or before. */
export async function verifyTexts(
  room: LogId,
  identities: ReadonlyArray<ReadonlyArray<Bundle>>,
  author: AccountId,
  texts: ReadonlyArray<SignedText>,
): Promise<boolean> {
  const [mine = [], theirs = []] = identities;
  if (identities.length !== 2) return false;
  const pairs = mine.flatMap((one) => theirs.map((other) => [one, other]));
  const holds = await Promise.all(
    texts.map(async (text) => {
      const tried = await Promise.all(pairs.map((parties) => verifyText(room, parties, author, text)));
      return tried.includes(true);
    }),
  );
  return holds.every(Boolean);
}

async function verifyText(
  room: LogId,
  parties: ReadonlyArray<Bundle>,
  author: AccountId,
  text: SignedText,
): Promise<boolean> {
  const user = uuidBytes(author);
  const signer = parties.find((party) => party.user.every((byte, at) => byte === user[at]));
  const signature = fromBase64url(text.signature);
  if (!signer || !signature || !uuid.test(text.agreementId)) return false;
  if (!Number.isSafeInteger(text.version) || text.version < 1) return false;
  return verifyAgreement(signer.isk, bytesToSign(room, parties, text), signature);
}
