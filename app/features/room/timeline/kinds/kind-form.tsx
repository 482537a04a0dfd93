import { useSignal } from "@preact/signals";
import type { ComponentChildren, TargetedSubmitEvent } from "preact";
import type { SessionId } from "../../../../values/id.ts";
import { dropDraft } from "../../../../web/client/draft.ts";
import { Button } from "../../../../web/ui/button.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import type { NewEvent } from "../../state/schema.ts";
import { timelineText as text } from "../text.ts";

/** What the form of every kind is given. */
export interface KindFormProps {
  readonly room: RoomInHand;
  readonly sessionId?: SessionId | undefined;
  /** Its words are in the room. */
  readonly onDone: () => void;
}

/** Writes into the room, and lets the drafts go once that is done; false where it could not be written. */
export async function sendKind(
  room: Pick<RoomInHand, "write">,
  event: NewEvent,
  drafts: ReadonlyArray<string>,
): Promise<boolean> {
  if ((await room.write(event)) === undefined) return false;
  for (const key of drafts) dropDraft(key);
  return true;
}

/** Props of `KindFrame`. */
export interface KindFrameProps {
  readonly room: RoomInHand;
  /** What to do before it can be sent. */
  readonly fault?: string | undefined;
  /** What the button says, where it puts nothing into the room yet. */
  readonly send?: string;
  readonly onSend: () => Promise<void>;
  readonly children: ComponentChildren;
  /** Beside the button. */
  readonly actions?: ComponentChildren;
}

/** The form of a kind: its fields, what is lacking, and the button. */
export function KindFrame({ fault, send = text.send, onSend, children, actions }: KindFrameProps) {
  const busy = useSignal(false);
  async function handleSubmit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy.value) return;
    busy.value = true;
    await onSend();
    busy.value = false;
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void handleSubmit(event)}>
      {children}
      <p class="field-error" role="alert" hidden={fault === undefined}>
        {fault}
      </p>
      <div class="buttons">
        <Button type="submit" kind="quiet">
          {send}
        </Button>
        {actions}
      </div>
    </form>
  );
}
