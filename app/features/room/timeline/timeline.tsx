import type { ComponentChildren } from "preact";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { Compose } from "./compose.tsx";
import { NextInRoom } from "./next-in-room.tsx";
import { timelineText as text } from "./text.ts";
import "./timeline.css";

// Every feature's lines come with it: they are fetched while the room is read.
const Past = lazily<{ readonly room: RoomInHand; readonly children: (past: ComponentChildren) => ComponentChildren }>(
  () => import("./past.tsx").then((m) => m.Past),
);
Past.fetch();

/** The room's first screen: everything the two put here, day by day, and the box to write in. */
export function Timeline({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="timeline">
      {(room) => (
        <Past room={room}>
          {(past) => (
            <div class="with-aside">
              <section aria-label={text.label} class="stack stack-large">
                {past}
                {room.relationship.state !== "ended" && <Compose room={room} />}
              </section>
              {room.relationship.state !== "ended" && (
                <aside class="aside timeline-aside">
                  <NextInRoom room={room} />
                </aside>
              )}
            </div>
          )}
        </Past>
      )}
    </RoomPage>
  );
}
