import type { SessionId } from "../../../values/id.ts";
import { Link } from "../../../web/ui/link.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { pagesLineText as text } from "./said/text.ts";

/** Props of `SessionPage`. */
export interface SessionPageProps {
  readonly room: RoomInHand;
  readonly sessionId: SessionId;
}

/** The way to the shared notes of a session: one page a session, which has the session's own id. */
export function SessionPage({ room, sessionId }: SessionPageProps) {
  return <Link href={`/rooms/${room.roomId}/pages/${sessionId}`}>{text.notesLink}</Link>;
}
