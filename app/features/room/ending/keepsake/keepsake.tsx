import { useSignal } from "@preact/signals";
import { Link } from "../../../../web/ui/link.tsx";
import { Once } from "../../drawer/once.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { RoomPage } from "../../frame/room-page.tsx";
import { saveFile } from "../../../../web/client/save-file.ts";
import { PassphraseField, SavedWith, useFilePassphrase } from "../../releases/saving.tsx";
import { keepsakeText as text } from "./text.ts";

/** The page from which each takes along what is theirs. It works after an ending, too. */
export function Keepsake({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => (
        <div class="stack stack-large measure">
          <p>{text.lead}</p>
          <p>
            {text.theirs(room.name)}{" "}
            {room.relationship.state !== "ended" && (
              <Link href={`/rooms/${room.roomId}/more/ask-first`}>{text.ask}</Link>
            )}
          </p>
          <Make room={room} />
        </div>
      )}
    </RoomPage>
  );
}

function Make({ room }: { readonly room: RoomInHand }) {
  const passphrase = useFilePassphrase();
  const said = useSignal("");
  const isSaved = useSignal(false);

  async function handleMake(): Promise<boolean> {
    if (!(await passphrase.isGood())) return false;
    said.value = text.making;
    try {
      // The code that opens a keepsake comes with what makes one: hardly ever needed.
      const { makeKeepsake } = await import("./gather.tsx");
      saveFile(await makeKeepsake(room, passphrase.words.value), text.fileName, "text/html");
      said.value = "";
      isSaved.value = true;
      return true;
    } catch {
      said.value = text.failed;
      return false;
    }
  }

  return (
    <div class="stack">
      {isSaved.value && <SavedWith {...passphrase} />}
      <Once act={`keepsake:${room.roomId}`} label={isSaved.value ? text.makeAgain : text.make} onAct={handleMake}>
        <p>{text.sees}</p>
        <PassphraseField {...passphrase} />
        <output class="muted small">{said.value}</output>
      </Once>
    </div>
  );
}
