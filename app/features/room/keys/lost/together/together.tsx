import { beginRefusalText } from "../../../../../vault/account/lost/lost-text.ts";
import { vault } from "../../../../../vault/browser/client.ts";
import type { Secret } from "../../../../../vault/secrets.ts";
import { ButtonLink } from "../../../../../web/ui/button.tsx";
import { Notice } from "../../../../../web/ui/notice.tsx";
import type { RoomInHand } from "../../../frame/hand.tsx";
import { RoomPage } from "../../../frame/room-page.tsx";
import { AskSecret } from "../../ask-secret.tsx";
import { togetherText as text } from "./text.ts";

/** Beginning a room again whose two people have both lost every key: what goes, and one's own signed word. */
export function BeginTogether({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => <Stand room={room} />}
    </RoomPage>
  );
}

function Stand({ room }: { readonly room: RoomInHand }) {
  const { condition, isChecked } = room.view;
  if (condition.is !== "to-be-readmitted")
    return (
      <Notice kind="kept" announce actions={<ButtonLink href={`/rooms/${room.roomId}`}>{text.open}</ButtonLink>}>
        {text.begun(room.name)}
      </Notice>
    );
  if (condition.hasFounded)
    return (
      <Notice kind="kept" announce>
        {text.said(room.name)}
      </Notice>
    );
  if (!isChecked)
    return (
      <Notice actions={<ButtonLink href={`/rooms/${room.roomId}/words`}>{text.compare}</ButtonLink>}>
        {text.compareFirst(room.name)}
      </Notice>
    );
  return <Begin room={room} />;
}

function Begin({ room }: { readonly room: RoomInHand }) {
  async function handleSecret(secret: Secret) {
    const refused = await vault.beginTogether(room.roomId, secret);
    return refused && beginRefusalText[refused];
  }
  return (
    <div class="stack stack-sections measure">
      <section class="stack stack-small">
        <h2>{text.goes}</h2>
        <p>{text.goesLine(room.name)}</p>
        <p>{text.first}</p>
      </section>
      <section class="stack stack-small">
        <h2>{text.next}</h2>
        <p>{text.nextLine(room.name)}</p>
        <AskSecret act={text.act} onSecret={handleSecret} />
      </section>
    </div>
  );
}
