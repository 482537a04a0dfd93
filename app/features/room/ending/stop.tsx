import { Link } from "../../../web/ui/link.tsx";
import { Page } from "../../../web/ui/page.tsx";
import { relationships } from "../../programme/relationships/api.ts";
import { RoomPage } from "../frame/room-page.tsx";
import { Acts } from "./acts.tsx";
import { endingText as text } from "./text.ts";

/** Pausing and ending alone, for whoever comes from Help: in sight at once, and without unlocking. Practice: P112. */
export function Stop({ roomId }: { readonly roomId: string }) {
  const list = relationships.value;
  const relationship = list?.find((one) => one.roomId === roomId);
  // Says that it loads, is not there, or cannot be reached, as for every room.
  if (!relationship)
    return (
      <RoomPage roomId={roomId} tab="other" title={text.stopTitle}>
        {() => null}
      </RoomPage>
    );
  return (
    <Page
      title={text.stopTitle}
      lead={text.stopLead(relationship.partner.name)}
      back={{ href: "/help", text: text.safety[0] }}
      width="form"
    >
      <div class="stack stack-large">
        <Acts relationship={relationship} />
        {relationship.state !== "ended" && (
          <p class="muted small">
            {text.toMore} <Link href={`/rooms/${roomId}/more`}>{text.toRoom}</Link>
          </p>
        )}
      </div>
    </Page>
  );
}
