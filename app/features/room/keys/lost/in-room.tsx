import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import { vault } from "../../../../vault/browser/client.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { returnText as text } from "./text.ts";

/** What stands in a room while one of the two comes back with new keys. */
export function InRoom({ room }: { readonly room: RoomInHand }) {
  const { condition } = room.view;
  if (condition.is === "to-readmit") return <OpenAgain room={room} />;
  if (condition.is === "to-be-readmitted" && condition.isLostByBoth)
    return <BothLost room={room} hasFounded={condition.hasFounded} />;
  if (condition.is === "to-be-readmitted") return <Waits room={room} />;
  return <Changed room={room} />;
}

function Changed({ room }: { readonly room: RoomInHand }) {
  const isAtWords = useLocation().path.endsWith("/words");
  return (
    <Notice
      kind="care"
      title={text.changed(room.name)}
      announce
      actions={isAtWords ? undefined : <Compare room={room} />}
    >
      {text.changedLine(room.name)}
    </Notice>
  );
}

function OpenAgain({ room }: { readonly room: RoomInHand }) {
  const busy = useSignal(false);
  const isFailed = useSignal(false);
  async function handleAnswer(history: boolean) {
    busy.value = true;
    const isDone = await vault.readmit(room.roomId, history);
    isFailed.value = !isDone;
    busy.value = false;
    if (isDone) toast(text.said[history ? "yes" : "no"](room.name));
  }
  return (
    <Notice
      title={text.ask(room.name)}
      announce
      actions={
        <>
          <Button busy={busy.value} onClick={() => void handleAnswer(true)}>
            {text.yes}
          </Button>
          <Button kind="quiet" disabled={busy.value} onClick={() => void handleAnswer(false)}>
            {text.no}
          </Button>
        </>
      }
    >
      {isFailed.value ? text.notNow : text.askLine(room.name)}
    </Notice>
  );
}

/** The way to the words, from everywhere but there. */
function Compare({ room }: { readonly room: RoomInHand }) {
  const { path } = useLocation();
  return path.endsWith("/words") ? null : <ButtonLink href={`/rooms/${room.roomId}/words`}>{text.compare}</ButtonLink>;
}

function PauseOrEnd({ room }: { readonly room: RoomInHand }) {
  return (
    <ButtonLink href={`/rooms/${room.roomId}/more`} kind="plain">
      {text.more}
    </ButtonLink>
  );
}

function BothLost({ room, hasFounded }: { readonly room: RoomInHand; readonly hasFounded: boolean }) {
  const { isChecked } = room.view;
  const { path } = useLocation();
  if (path.endsWith("/begin-again")) return null;
  const next = isChecked ? "begin-again" : "words";
  return (
    <Notice
      title={text.both}
      actions={
        <>
          {!hasFounded && (
            <ButtonLink href={`/rooms/${room.roomId}/${next}`}>{isChecked ? text.beginAgain : text.compare}</ButtonLink>
          )}
          <PauseOrEnd room={room} />
        </>
      }
    >
      {(hasFounded ? text.saidSo : isChecked ? text.bothReady : text.bothLine)(room.name)}
    </Notice>
  );
}

function Waits({ room }: { readonly room: RoomInHand }) {
  return (
    <Notice
      title={text.waits(room.name)}
      actions={
        <>
          {!room.view.isChecked && <Compare room={room} />}
          <PauseOrEnd room={room} />
        </>
      }
    >
      {(room.view.isChecked ? text.waitsDone : text.waitsLine)(room.name)}
    </Notice>
  );
}
