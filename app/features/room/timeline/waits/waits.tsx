import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Disclosure } from "../../../../web/ui/disclosure.tsx";
import { lazily } from "../../../../web/ui/lazily.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { HeardWords } from "../../notes/heard-words.tsx";
import { type Waiting, waitsFor } from "./rules.ts";
import { waitsText as text } from "./text.ts";

const AskedWords = lazily(() => import("../../feedback/asked-words.tsx").then((m) => m.AskedWords));
const UpwardWords = lazily(() => import("../../feedback/upward-words.tsx").then((m) => m.UpwardWords));

/** Props of `Waits`. */
export interface WaitsProps {
  readonly room: RoomInHand;
  /** The ids of what stands in view anyway. */
  readonly newest: ReadonlyArray<string>;
}

/** What waits for an answer, wherever on the timeline it stands. Nothing on most days. */
export function Waits({ room, newest }: WaitsProps) {
  const waiting = waitsFor(room.view.state, room.me).filter((one) => !isInView(one, newest));
  if (waiting.length === 0) return null;
  return (
    <section class="stack stack-small" data-news>
      <h2 class="aside-head">{text.title}</h2>
      <ul class="rows">
        {waiting.map((one) => (
          <li key={keyOf(one)} data-news>
            <One room={room} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the other wrote just now is answered where it stands. */
function isInView(one: Waiting, newest: ReadonlyArray<string>): boolean {
  return (one.is === "thought" || one.is === "heard") && newest.includes(keyOf(one));
}

function keyOf(one: Waiting): string {
  switch (one.is) {
    case "leave":
    case "thought":
      return one.asked.id;
    case "upward":
      return one.upward.id;
    case "heard":
      return one.heard.id;
    case "release":
      return one.request.id;
    case "part":
      return one.is;
  }
}

function One({ room, one }: { readonly room: RoomInHand; readonly one: Waiting }) {
  const { name, roomId } = room;
  const to = (path: string, words: string) => <Link href={`/rooms/${roomId}/${path}`}>{words}</Link>;
  switch (one.is) {
    case "leave":
    case "thought":
      return (
        <Folded summary={text[one.is](name, one.asked.topic)}>
          <AskedWords room={room} {...one.asked} />
        </Folded>
      );
    case "upward":
      return (
        <Folded summary={text.upward(name)}>
          <UpwardWords room={room} id={one.upward.id} by={one.upward.by} asked={one.upward.choices} />
        </Folded>
      );
    case "heard":
      return (
        <Folded summary={text.heard(name)}>
          <HeardWords room={room} id={one.heard.id} by={one.heard.by} words={one.heard.text} />
        </Folded>
      );
    case "release":
      return to("more/ask-first", text.release(name, one.request.to));
    case "part":
      return to("agreement", text.part(name));
  }
}

/** Drawn once it is open: the same things stand on the timeline, and their buttons are there once. */
function Folded({ summary, children }: { readonly summary: string; readonly children: ComponentChildren }) {
  const isOpen = useSignal(false);
  return (
    <Disclosure summary={<span dir="auto">{summary}</span>} onToggle={(open) => (isOpen.value = open)}>
      {isOpen.value && children}
    </Disclosure>
  );
}
