import type { AccountId } from "../../../values/id.ts";
import { draft } from "../../../web/client/draft.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { lazily } from "../../../web/ui/lazily.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { takeTopicText } from "../sessions/topics/text.ts";
import { referTo } from "../state/reference/rules.ts";
import { eventOf } from "../state/schema.ts";
import { type Asked, mayGive, type Permission, permissions } from "./rules.ts";
import { feedbackLineText as text } from "./said/text.ts";
import { FeedbackPermitted } from "./schema.ts";

const TakeTopic = lazily(() => import("../sessions/topics/take-topic.tsx").then((m) => m.TakeTopic));
const BalancedForm = lazily(() => import("./balanced-form.tsx").then((m) => m.BalancedForm));

/** Props of `AskedWords`. */
export interface AskedWordsProps {
  readonly room: RoomInHand;
  readonly id: string;
  readonly by: AccountId;
  readonly topic: string;
}

/** "… has a thought about …": whoever would hear it says now, later or not today; after a "now" it is written (P22). */
export function AskedWords({ room, id, by, topic }: AskedWordsProps) {
  const asked = room.view.state.feedback.asked.find((one) => one.id === id && one.by === by);
  const isOpen = asked && !asked.given && room.isOpen;
  return (
    <div class="stack stack-small">
      <Words>{by === room.me ? text.askedMine(topic) : text.asked(room.name, topic)}</Words>
      {asked?.answer && !asked.given && <Answered room={room} asked={asked} answer={asked.answer} />}
      {isOpen && asked.by !== room.me && asked.answer !== "now" && <Permit room={room} asked={asked} />}
      {isOpen && asked.answer === "later" && <TakeTopic room={room} topic={topic} words={takeTopicText.next} />}
      {isOpen && mayGive(asked, room.me) && <Give room={room} asked={asked} />}
    </div>
  );
}

function Answered({
  room,
  asked,
  answer,
}: {
  readonly room: RoomInHand;
  readonly asked: Asked;
  readonly answer: Permission;
}) {
  return (
    <p class="muted small">{asked.by === room.me ? text.permitted(room.name, answer) : text.permittedMine(answer)}</p>
  );
}

function Permit({ room, asked }: { readonly room: RoomInHand; readonly asked: Asked }) {
  return (
    <div class="buttons-plain">
      {permissions
        .filter((answer) => answer !== asked.answer)
        .map((answer) => (
          <Button
            key={answer}
            kind="plain"
            onClick={() => void room.write(eventOf(FeedbackPermitted, { to: referTo(asked), answer }))}
          >
            {text.permissions[answer]}
          </Button>
        ))}
    </div>
  );
}

function Give({ room, asked }: { readonly room: RoomInHand; readonly asked: Asked }) {
  // A line far from the view is not drawn; the form is open again when it is back.
  const writing = draft(`choice:writing:${asked.id}`);
  async function handleWrite() {
    await BalancedForm.fetch();
    writing.value = "yes";
  }
  if (writing.value !== "") return <BalancedForm room={room} asked={asked.id} />;
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => void handleWrite()}>
        {text.write}
      </Button>
    </div>
  );
}
