import type { Instant } from "../../../../values/instant.ts";
import type { SessionId } from "../../../../values/id.ts";
import { Button, type ButtonProps } from "../../../../web/ui/button.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { type RoomInHand, roomNow, useNow } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { SessionTopic, TopicAhead } from "../schema.ts";
import { asTopic, hasTopic, sessionAhead, topicsOf, withoutTopic, withTopic } from "./rules.ts";
import { takeTopicText as text } from "./text.ts";

/** Props of `TakeTopic`. */
export interface TakeTopicProps {
  readonly room: RoomInHand;
  /** What comes on the list; both read it there. */
  readonly topic: string;
  readonly words?: string;
  readonly kind?: ButtonProps["kind"];
  /** The session under way, which is not the next one. */
  readonly beside?: SessionId;
}

/** Puts something on one's list for the next session with one tap, and takes it off again with the same. */
export function TakeTopic({ room, topic: written, words = text.take, kind = "plain", beside }: TakeTopicProps) {
  const now = useNow();
  if (!room.isOpen) return null;
  const topic = asTopic(written);
  const { sessions } = room.view.state;
  const isOn = hasTopic(topicsOf(sessions, sessionAhead(sessions, now, beside), room.me), topic);
  function handlePress() {
    const act = () =>
      change(room, { now, beside }, (topics) => (isOn ? withoutTopic(topics, topic) : withTopic(topics, topic)));
    pressed = pressed.then(act, act);
  }
  const act = isOn ? text.off : words;
  return (
    <div class="cluster">
      <Button kind={isOn ? "plain" : kind} label={text.labelOf(act, topic)} onClick={handlePress}>
        {act}
      </Button>
      <output class="muted small">{isOn && text.taken}</output>
    </div>
  );
}

/** The list is written as a whole: whoever presses one after the other at once means each of them. */
let pressed: Promise<void> = Promise.resolve();

interface Place {
  readonly now: Instant;
  readonly beside: SessionId | undefined;
}

async function change(
  room: RoomInHand,
  { now, beside }: Place,
  to: (topics: string) => string | undefined,
): Promise<void> {
  const { sessions } = (await roomNow(room.roomId)).state;
  const session = sessionAhead(sessions, now, beside);
  const all = to(topicsOf(sessions, session, room.me));
  if (all === undefined) return toast(text.full);
  const concern = session?.concerns.includes(room.me) ? { concern: true } : {};
  const event = session
    ? eventOf(SessionTopic, { sessionId: session.id, text: all, ...concern })
    : eventOf(TopicAhead, { text: all });
  return void (await room.write(event));
}
