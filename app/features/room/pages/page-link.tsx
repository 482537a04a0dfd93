import { useLocation } from "preact-iso/router";
import { ItemId, type SessionId } from "../../../values/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { pageOf } from "./rules.ts";
import { PageMade } from "./schema.ts";
import { pagesText as text } from "./text.ts";

/** The way to the pages of a room. */
export function PageLink({ room }: { readonly room: RoomInHand }) {
  return <Link href={`/rooms/${room.roomId}/pages`}>{text.title}</Link>;
}

/** Props of `SessionPage`. */
export interface SessionPageProps {
  readonly room: RoomInHand;
  readonly sessionId: SessionId;
}

/** The way to the shared notes of a session: one page a session, begun by whoever goes there first. */
export function SessionPage({ room, sessionId }: SessionPageProps) {
  const { route } = useLocation();
  const page = ItemId.parse(sessionId);
  const href = `/rooms/${room.roomId}/pages/${page}`;
  if (pageOf(room.view.state.pages, page)) return <Link href={href}>{text.notesLink}</Link>;
  if (room.relationship.state === "ended") return null;

  async function handleBegin() {
    if (await room.write(eventOf(PageMade, { page, sessionId }))) route(href);
  }

  return (
    <Button kind="plain" onClick={() => void handleBegin()}>
      {text.notesLink}
    </Button>
  );
}
