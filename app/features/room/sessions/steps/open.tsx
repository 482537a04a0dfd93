import { confReminder } from "../../../../../content/en/confidentiality.generated.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Guidance } from "../../../../web/ui/guidance.tsx";
import { Link } from "../../../../web/ui/link.tsx";
import { StepFoot, type StepProps } from "./step.tsx";
import { stepsText as text } from "./text.ts";
import { TopicField } from "./topic.tsx";

/** Open: the short reminder first, without a tick, then the topic, the mentee's first (P11, P59). Nobody sees who read it. */
export function OpenStep({ room, session, goTo }: StepProps) {
  const isMentee = room.relationship.myRole === "mentee";
  return (
    <>
      <Guidance
        block={confReminder}
        size="large"
        values={{ "Read the limits": <Link href={`/rooms/${room.roomId}/agreement#limits`}>{text.readLimits}</Link> }}
      />
      <section class="stack session-part">
        <h2>{isMentee ? text.whereShallWeStart : text.whereToStart(room.name)}</h2>
        <TopicField room={room} session={session} />
      </section>
      <StepFoot room={room}>
        <Button onClick={() => goTo("talk")}>{text.toTalk}</Button>
      </StepFoot>
    </>
  );
}
