import type { AccountId } from "../../../../values/id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Words } from "../../../../web/ui/card.tsx";
import type { RoomInHand } from "../../frame/hand.tsx";
import { pausedBy } from "../../questions/rules.ts";
import { TopicPaused, TopicResumed } from "../../questions/schema.ts";
import { questionsText } from "../../questions/text.ts";
import { eventOf } from "../../state/schema.ts";
import type { Session } from "../rules.ts";

/** Props of `Topics`. */
export interface TopicsProps {
  readonly room: RoomInHand;
  readonly session: Session;
}

/** The topics of a session, the mentee's first; either may set one aside at once, and take it up again (P39, P59). */
export function Topics({ room, session }: TopicsProps) {
  const isMentee = room.relationship.myRole === "mentee";
  const people = isMentee ? [room.me, room.other] : [room.other, room.me];
  const shown = people.filter((who) => (session.topics[who] ?? "") !== "");
  if (shown.length === 0) return null;
  return (
    <div class="stack stack-small" data-news>
      {shown.map((who, at) => (
        <Topic key={who} room={room} session={session} of={who} large={at === 0} />
      ))}
    </div>
  );
}

interface TopicProps extends TopicsProps {
  readonly of: AccountId;
  readonly large: boolean;
}

function Topic({ room, session, of, large }: TopicProps) {
  const place = { sessionId: session.id, of };
  const by = pausedBy(room.view.state.questions, place);
  const words = session.topics[of] ?? "";
  return (
    <div data-news>
      {by === undefined ? (
        <Words large={large}>{words}</Words>
      ) : (
        <div class="stack stack-small">
          <p class="muted small">{questionsText.paused}</p>
          <Words>{words}</Words>
        </div>
      )}
      <div class="buttons-plain">
        {by === undefined && (
          <Button kind="plain" onClick={() => void room.write(eventOf(TopicPaused, place))}>
            {questionsText.pause}
          </Button>
        )}
        {by === room.me && (
          <Button kind="plain" onClick={() => void room.write(eventOf(TopicResumed, place))}>
            {questionsText.resume}
          </Button>
        )}
      </div>
    </div>
  );
}
