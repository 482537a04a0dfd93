import { useSignal } from "@preact/signals";
import { closeReleaseFile } from "../../../vault/browser/files-client.ts";
import { vault } from "../../../vault/browser/client.ts";
import type { LogId } from "../../../values/id.ts";
import { Words } from "../../../web/ui/card.tsx";
import { Once } from "../drawer/once.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import type { Answer, Request } from "./rules.ts";
import { saveFile } from "../../../web/client/save-file.ts";
import { PassphraseField, SavedWith, useFilePassphrase } from "./saving.tsx";
import { ReleaseMade } from "./schema.ts";
import { releasesText as text } from "./text.ts";

/** The proofs of a release: the item where it goes as it was written, then its owner's yes. */
async function proofsOf(roomId: LogId, request: Request, answer: Answer): Promise<ReadonlyArray<Uint8Array>> {
  const hashes = answer.kind === "as-written" ? [request.item.hash, answer.hash] : [answer.hash];
  const proofs = await Promise.all(hashes.map((hash) => vault.proveItem(roomId, hash)));
  return proofs.flatMap((proof) => (typeof proof === "string" ? [] : [proof]));
}

/** Props of `MakeFile`. */
export interface MakeFileProps {
  readonly room: RoomInHand;
  readonly request: Request;
  readonly answer: Answer;
  /** What the file will say. */
  readonly words: ReadonlyArray<string>;
}

/** Makes the file on this device. What it needs is checked before anything is said of it. */
export function MakeFile({ room, request, answer, words }: MakeFileProps) {
  const passphrase = useFilePassphrase();
  const failed = useSignal(false);
  const isSaved = useSignal(false);

  async function handleMake(): Promise<boolean> {
    if (!(await passphrase.isGood())) return false;
    const file = await closeReleaseFile(await proofsOf(room.roomId, request, answer), passphrase.words.value);
    failed.value = typeof file === "string";
    if (typeof file === "string") return false;
    const made = eventOf(ReleaseMade, { request: referTo(request), answer: referTo(answer) });
    if (request.madeAt === undefined && !(await room.write(made))) return false;
    saveFile(file, "words.oakroom", "application/octet-stream");
    isSaved.value = true;
    return true;
  }

  return (
    <div class="stack">
      {isSaved.value && <SavedWith {...passphrase} />}
      <Once
        act={`release:${request.id}`}
        label={request.madeAt === undefined ? text.make : text.makeAgain}
        onAct={handleMake}
      >
        <p>{text.reads(request.to)}</p>
        {words.map((each) => (
          <Words key={each}>{each}</Words>
        ))}
        <PassphraseField {...passphrase} />
        <p class="muted small">
          {text.heardOf(room.name)} {text.mayBePhotographed} {text.howToOpen(`${location.origin}/verify`)}
        </p>
        {failed.value && <p role="alert">{text.failed}</p>}
      </Once>
    </div>
  );
}
