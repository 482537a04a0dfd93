import { vault } from "../../../vault/browser/client.ts";
import type { Secret } from "../../../vault/secrets.ts";
import { compareText, unlockText } from "../../../vault/text.ts";
import { Card } from "../../../web/ui/card.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import type { AskSecretProps } from "../keys/ask-secret.tsx";
import { eventOf } from "../state/schema.ts";
import { agreedParts, inForce } from "./rules.ts";
import { AgreementSigned } from "./schema.ts";
import { versionToSign, waitsForSignature } from "./signing/rules.ts";
import { textToSign } from "./signing/text.ts";
import { agreementText as text } from "./text.ts";

// Needed by whoever signs, which is seldom.
const AskSecret = lazily<AskSecretProps>(() => import("../keys/ask-secret.tsx").then((m) => m.AskSecret));

/** True where something that both said yes to waits for my signature. */
export function isToSign({ view, me }: RoomInHand): boolean {
  const { agreement } = view.state;
  return waitsForSignature(agreement, me, textToSign(agreedParts(agreement)));
}

/** Signs, with one unlock, everything that both said yes to (C30). Nothing where there is nothing to sign. */
export function SignAgreement({ room }: { readonly room: RoomInHand }) {
  const { agreement } = room.view.state;
  const words = textToSign(agreedParts(agreement));
  const signed = inForce(agreement, [room.me, room.other]);
  if (waitsForSignature(agreement, room.me, words)) return <SignForm room={room} words={words} />;
  if (!signed)
    return agreedParts(agreement).length > 0 ? <p class="muted small">{text.signedMine(room.name)}</p> : null;
  return <p class="muted small">{text.signedBoth(signed.version)}</p>;
}

function SignForm({ room, words }: { readonly room: RoomInHand; readonly words: string }) {
  return (
    <Card title={text.sign}>
      <div class="stack">
        <p class="muted">{text.signLead}</p>
        <AskSecret act={text.signButton} onSecret={(secret) => sign(room, words, secret)} />
      </div>
    </Card>
  );
}

/** Signs and writes the signature into the room; a sentence where it did not work. The room's id names the agreement through all its versions. */
async function sign(room: RoomInHand, words: string, secret: Secret): Promise<string | undefined> {
  const toSign = {
    agreementId: room.roomId,
    version: versionToSign(room.view.state.agreement, room.me, words),
    text: words,
  };
  const signatures = await vault.signTexts(room.roomId, [toSign], secret);
  if (signatures === "wrong-secret" && "passphrase" in secret) return text.notThePassphrase;
  if (typeof signatures === "string") return { ...compareText, ...unlockText }[signatures];
  const [signature] = signatures;
  if (signature !== undefined) await room.write(eventOf(AgreementSigned, { ...toSign, signature }));
  return undefined;
}
