import { useSignal } from "@preact/signals";
import { vault } from "../../../../vault/browser/client.ts";
import { Button, ButtonLink } from "../../../../web/ui/button.tsx";
import { Notice } from "../../../../web/ui/notice.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { returnText as text } from "./text.ts";

/** What stands in a room while one of the two comes back with new keys. */
export function InRoom({ room }: { readonly room: RoomInHand }) {
  const { condition } = room.view;
  if (condition.is === "to-readmit") return <OpenAgain room={room} />;
  if (condition.is === "to-be-readmitted") return <Waits room={room} isBoth={condition.isLostByBoth} />;
  return (
    <Notice
      kind="care"
      title={text.changed(room.name)}
      announce
      actions={<ButtonLink href={`/rooms/${room.roomId}/words`}>{text.compare}</ButtonLink>}
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
    isFailed.value = !(await vault.readmit(room.roomId, history));
    busy.value = false;
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

function Waits({ room, isBoth }: { readonly room: RoomInHand; readonly isBoth: boolean }) {
  const more = (
    <ButtonLink href={`/rooms/${room.roomId}/more`} kind="plain">
      {text.more}
    </ButtonLink>
  );
  if (isBoth)
    return (
      <Notice title={text.both} actions={more}>
        {text.bothLine(room.name)}
      </Notice>
    );
  return (
    <Notice
      title={text.waits(room.name)}
      actions={
        <>
          <ButtonLink href={`/rooms/${room.roomId}/words`}>{text.compare}</ButtonLink>
          {more}
        </>
      }
    >
      {text.waitsLine(room.name)}
    </Notice>
  );
}
