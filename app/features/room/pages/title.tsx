import { dayOf, formatDay } from "../../../web/client/format.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import type { JointPage } from "./rules.ts";
import { pagesText as text } from "./text.ts";

/** What a page is called: its title, or the day of the session whose notes it holds. */
export function titleOf({ title, sessionId }: JointPage, { view }: RoomInHand): string {
  if (title !== undefined) return title;
  const session = view.state.sessions.all.find((one) => one.id === sessionId);
  const at = session?.plan?.startsAt;
  return at === undefined ? text.notesOf : text.notesOn(formatDay(dayOf(at)));
}
