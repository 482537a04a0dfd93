import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { Compose } from "./compose.tsx";
import { NextInRoom } from "./next-in-room.tsx";
import type { PastProps } from "./past.tsx";
import { NextSession } from "../sessions/dates/next-session.tsx";
import { timelineText as text } from "./text.ts";
import "./timeline.css";

const Waits = lazily<FirstProps>(() => import("./waits/waits.tsx").then((m) => m.Waits));
// Every feature's lines come with it: they are fetched while the room is read, and what stands above them, too.
const Past = lazily<PastProps>(async () => {
  const [{ Past: Fetched }] = await Promise.all([import("./past.tsx"), Waits.fetch()]);
  return Fetched;
});
void Past.fetch();

/** The room's first screen: everything the two put here, day by day, and the box to write in. */
export function Timeline({ roomId }: { readonly roomId: string }) {
  const isNarrow = useNarrow();
  return (
    <RoomPage roomId={roomId} tab="timeline">
      {(room) => (
        <Past room={room}>
          {(past, newest) => (
            <div class="with-aside">
              {isNarrow && mayWrite(room) && <First room={room} newest={newest} />}
              <section aria-label={text.label} class="stack stack-large">
                <Steady newest={room.view.revision}>{past}</Steady>
                {mayWrite(room) && <Compose room={room} />}
              </section>
              {mayWrite(room) && (
                <aside class="aside timeline-aside">
                  {!isNarrow && <First room={room} newest={newest} />}
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

interface FirstProps {
  readonly room: RoomInHand;
  readonly newest: ReadonlyArray<string>;
}

/** The next session, and what waits for an answer. */
function First({ room, newest }: FirstProps) {
  return (
    <>
      <NextSession room={room} />
      <Waits room={room} newest={newest} />
    </>
  );
}

/** Longer than a note needs to be drawn and measured, in ms. */
const settlesInMs = 1000;

/** Whoever is writing when something new comes stays where they are: the page moves by as much as the list above has grown. */
function Steady({ newest, children }: { readonly newest: number; readonly children: ComponentChildren }) {
  const list = useRef<HTMLDivElement>(null);
  const changedAt = useRef(0);
  useLayoutEffect(() => {
    changedAt.current = performance.now();
  }, [newest]);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    let height = element.offsetHeight;
    const watcher = new ResizeObserver(() => {
      const grown = element.offsetHeight - height;
      height = element.offsetHeight;
      const isWriting = document.activeElement instanceof HTMLTextAreaElement;
      if (isWriting && performance.now() - changedAt.current < settlesInMs)
        scrollBy({ top: grown, behavior: "instant" });
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return <div ref={list}>{children}</div>;
}

function mayWrite({ isOpen, view: { condition } }: RoomInHand): boolean {
  return isOpen && condition.is !== "stopped" && condition.is !== "to-readmit";
}

/** Whether there is one column: then the next session comes before what was, and not after it. */
function useNarrow(): boolean {
  const [query] = useState(() => matchMedia("(max-width: 900px)"));
  const [isNarrow, setIsNarrow] = useState(query.matches);
  useEffect(() => {
    const tell = () => setIsNarrow(query.matches);
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, [query]);
  return isNarrow;
}
