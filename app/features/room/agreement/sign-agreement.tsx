import { useSignal } from "@preact/signals";
import type { TargetedSubmitEvent } from "preact";
import { vault } from "../../../vault/browser/client.ts";
import { compareText, unlockText } from "../../../vault/text.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card } from "../../../web/ui/card.tsx";
import { TextField } from "../../../web/ui/text-field.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { agreedParts, inForce } from "./rules.ts";
import { AgreementSigned } from "./schema.ts";
import { versionToSign, waitsForSignature } from "./signing/rules.ts";
import { textToSign } from "./signing/text.ts";
import { agreementText as text } from "./text.ts";

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
  const passphrase = useSignal("");
  const busy = useSignal(false);
  const fault = useSignal<string | undefined>(undefined);

  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    busy.value = true;
    fault.value = await sign(room, words, passphrase.value);
    busy.value = false;
  }

  return (
    <Card title={text.sign}>
      <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
        <p class="muted">{text.signLead}</p>
        <TextField
          label={text.passphrase}
          type="password"
          autocomplete="current-password"
          value={passphrase}
          error={fault.value}
        />
        <div>
          <Button type="submit" busy={busy.value}>
            {text.signButton}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Signs and writes the signature into the room; a sentence where it did not work. The room's id names the agreement through all its versions. */
async function sign(room: RoomInHand, words: string, passphrase: string): Promise<string | undefined> {
  const toSign = {
    agreementId: room.roomId,
    version: versionToSign(room.view.state.agreement, room.me, words),
    text: words,
  };
  const signatures = await vault.signTexts(room.roomId, [toSign], { passphrase });
  if (signatures === "wrong-secret") return text.notThePassphrase;
  if (typeof signatures === "string") return { ...compareText, ...unlockText }[signatures];
  const [signature] = signatures;
  if (signature !== undefined) await room.write(eventOf(AgreementSigned, { ...toSign, signature }));
  return undefined;
}
