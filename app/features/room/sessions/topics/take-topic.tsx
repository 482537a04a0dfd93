import { Button, type ButtonProps } from "../../../../web/ui/button.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { type RoomInHand, useNow } from "../../frame/hand.tsx";
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
}

/** Puts something on one's list for the next session with one tap, and takes it off again with the same. */
export function TakeTopic({ room, topic: written, words = text.take, kind = "plain" }: TakeTopicProps) {
  const now = useNow();
  if (room.relationship.state === "ended") return null;
  const topic = asTopic(written);
  const { sessions } = room.view.state;
  const session = sessionAhead(sessions, now);
  const topics = topicsOf(sessions, session, room.me);
  const isOn = hasTopic(topics, topic);
  async function handlePress() {
    const all = isOn ? withoutTopic(topics, topic) : withTopic(topics, topic);
    if (all === undefined) return toast(text.full);
    const concern = session?.concerns.includes(room.me) ? { concern: true } : {};
    const event = session
      ? eventOf(SessionTopic, { sessionId: session.id, text: all, ...concern })
      : eventOf(TopicAhead, { text: all });
    return void (await room.write(event));
  }
  const act = isOn ? text.off : words;
  return (
    <div class="cluster">
      <Button kind={isOn ? "plain" : kind} label={text.labelOf(act, topic)} onClick={() => void handlePress()}>
        {act}
      </Button>
      <output class="muted small">{isOn && text.taken}</output>
    </div>
  );
}
