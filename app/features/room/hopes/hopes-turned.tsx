import type { ComponentChildren } from "preact";
import { Button } from "../../../web/ui/button.tsx";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { TakeTopic } from "../sessions/topics/take-topic.tsx";
import { takeTopicText } from "../sessions/topics/text.ts";
import { eventOf } from "../state/schema.ts";
import { cardOf, type Choice, choiceNames, differingChoices, type HopesWords, isLate, type Point } from "./rules.ts";
import { HopesDiffered, readHopes } from "./schema.ts";
import { choiceText, headingText, helpText, hopesText as text, pointText } from "./text.ts";
import { Withdraw } from "./withdraw.tsx";
import "./hopes-turned.css";

/** Both cards, side by side, with a mark for what the two see differently (P77). */
export function HopesTurned({ room }: { readonly room: RoomInHand }) {
  const state = room.view.state.hopes;
  const [mine, theirs] = [cardOf(state, room.me), cardOf(state, room.other)];
  if (mine?.text === undefined || theirs?.text === undefined) return null;
  const [mineWords, theirWords] = [readHopes(mine.text), readHopes(theirs.text)];
  return (
    <div class="stack stack-sections" data-news>
      {isLate(state, room.other, room.me) && <p class="muted">{text.late(room.name)}</p>}
      {isLate(state, room.me, room.other) && <p class="muted">{text.lateMine(room.name)}</p>}
      {mineWords && theirWords ? (
        <>
          <Differences room={room} mine={mineWords} theirs={theirWords} />
          <Compared room={room} mine={mineWords} theirs={theirWords} />
        </>
      ) : (
        <SideBySide room={room} mine={mine.text} theirs={theirs.text} />
      )}
      {room.isOpen && (
        <Disclosure summary={text.change}>
          <div class="stack stack-small">
            <p class="muted">{text.withdrawReadLine(room.name)}</p>
            <Withdraw room={room} card={mine.card} words={text.withdrawRead} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

interface BothProps {
  readonly room: RoomInHand;
  readonly mine: HopesWords;
  readonly theirs: HopesWords;
}

/** What differs exactly, and what either marked: each can become a topic with one tap. */
function Differences({ room, mine, theirs }: BothProps) {
  const exact = differingChoices(mine, theirs);
  const marked = room.view.state.hopes.marks.filter((point) => !exact.some((one) => one === point));
  if (exact.length + marked.length === 0) return <p class="muted measure">{text.differNone}</p>;
  return (
    <section class="stack stack-small measure">
      <h2>{text.differTitle}</h2>
      <p class="muted">{text.differLead}</p>
      <ul class="rows">
        {exact.map((point) => (
          <AgendaRow key={point} room={room} point={point}>
            {text.exact(chosenWords(point, mine), room.name, chosenWords(point, theirs))}
          </AgendaRow>
        ))}
        {marked.map((point) => (
          <AgendaRow key={point} room={room} point={point} />
        ))}
      </ul>
    </section>
  );
}

function chosenWords(point: Choice | "help", words: HopesWords): string {
  if (point === "help") return words.help.map((kind) => helpText[kind]).join(", ");
  return choiceText[point].words[words[point]] ?? "";
}

interface AgendaRowProps {
  readonly room: RoomInHand;
  readonly point: Point;
  readonly children?: ComponentChildren;
}

function AgendaRow({ room, point, children }: AgendaRowProps) {
  return (
    <li class="row-apart">
      <div>
        <p>{pointText[point]}</p>
        {children !== undefined && <p class="muted small">{children}</p>}
      </div>
      <TakeTopic room={room} topic={pointText[point]} words={takeTopicText.next} kind="quiet" />
    </li>
  );
}

function Compared({ room, mine, theirs }: BothProps) {
  const isMentee = room.relationship.myRole === "mentee";
  const [mineNeeds, theyNeed]: readonly [Point, Point] = isMentee
    ? ["mentee-needs", "mentor-needs"]
    : ["mentor-needs", "mentee-needs"];
  return (
    <>
      {(["hopes", "wishes", "worries"] as const).map((point) => (
        <SideBySide key={point} room={room} point={point} mine={mine[point]} theirs={theirs[point]}>
          {headingText[point]}
        </SideBySide>
      ))}
      <SideBySide
        room={room}
        point={mineNeeds}
        mine={mine.need}
        theirs={theirs.offer}
        names={[text.youNeed, text.theyOffer(room.name)]}
      >
        {pointText[mineNeeds]}
      </SideBySide>
      <SideBySide
        room={room}
        point={theyNeed}
        mine={mine.offer}
        theirs={theirs.need}
        names={[text.youOffer, text.theyNeed(room.name)]}
      >
        {pointText[theyNeed]}
      </SideBySide>
      {[...choiceNames, "help" as const].map((point) => (
        <SideBySide
          key={point}
          room={room}
          point={point}
          mine={chosenWords(point, mine)}
          theirs={chosenWords(point, theirs)}
          isChosen
        >
          {pointText[point]}
        </SideBySide>
      ))}
    </>
  );
}

interface SideBySideProps {
  readonly room: RoomInHand;
  readonly mine: string;
  readonly theirs: string;
  readonly point?: Point;
  /** Over the two sides; left out, who wrote them. */
  readonly names?: readonly [string, string];
  /** What was chosen compares by itself. */
  readonly isChosen?: boolean;
  readonly children?: ComponentChildren;
}

function SideBySide({ room, mine, theirs, point, names, isChosen = false, children }: SideBySideProps) {
  const [myName, theirName] = names ?? [text.you, room.name];
  if (mine === "" && theirs === "") return null;
  const isMarked = point !== undefined && room.view.state.hopes.marks.includes(point);
  return (
    <section class="stack stack-small">
      {children !== undefined && <h3>{children}</h3>}
      <div class="columns">
        <Side name={myName}>{mine}</Side>
        <Side name={theirName}>{theirs}</Side>
      </div>
      {point !== undefined && !isChosen && room.isOpen && (
        <div class="buttons-plain">
          <Button
            kind="plain"
            pressed={isMarked}
            label={text.differLabel(pointText[point])}
            onClick={() => void room.write(eventOf(HopesDiffered, { point, isMarked: !isMarked }))}
          >
            {text.differ}
          </Button>
        </div>
      )}
    </section>
  );
}

function Side({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div class="hopes-side">
      <p class="muted small">{name}</p>
      {children === "" ? <p class="muted">{text.nothing}</p> : <Words>{children}</Words>}
    </div>
  );
}
