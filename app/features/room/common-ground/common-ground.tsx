import { itemTexts } from "../../../../content/blocks.ts";
import { groundQuestions } from "../../../../content/en/common-ground.generated.ts";
import { firstCommon } from "../../../../content/en/first-meeting.generated.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { type RoomInHand, useOwn } from "../frame/hand.tsx";
import { RoomPage } from "../frame/room-page.tsx";
import { eventOf } from "../state/schema.ts";
import { GroundRun } from "./ground-run.tsx";
import { PickCards } from "./pick-cards.tsx";
import {
  furtherRound,
  type GroundResult,
  type GroundStanding,
  groundStanding,
  openLines,
  questionFor,
} from "./rules.ts";
import { GroundWished } from "./schema.ts";
import { groundCards, groundText as text } from "./text.ts";

/** The page of common ground (P93). */
export function CommonGround({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {(room) => <GroundBody room={room} />}
    </RoomPage>
  );
}

/** The same as a card of a session. */
export function CommonGroundCard({ room }: { readonly room: RoomInHand }) {
  return (
    <Card soft title={text.title}>
      <div class="stack">
        <Guidance block={firstCommon} size="words" />
        <GroundBody room={room} />
      </div>
    </Card>
  );
}

function GroundBody({ room }: { readonly room: RoomInHand }) {
  const own = useOwn();
  if (!own) return null;
  const standing = groundStanding(room.view.state.ground, own.state.ground, room);
  const isOver = !room.isOpen;
  return (
    <div class="stack stack-large measure">
      {!isOver && <GroundRun room={room} />}
      {standing.is === "waits" && <Notice>{text.waits(room.name)}</Notice>}
      {standing.is === "comparing" && <Notice>{text.comparing(room.name)}</Notice>}
      {(standing.is === "to-pick" || standing.is === "rests") && standing.last && (
        <Result room={room} result={standing.last} />
      )}
      <OpenLines room={room} />
      {standing.is === "to-pick" && !isOver && <PickCards room={room} isOtherThere={standing.isOtherThere} />}
      {standing.is === "rests" && !isOver && <Again room={room} wished={standing.again} />}
    </div>
  );
}

interface AgainProps {
  readonly room: RoomInHand;
  readonly wished: Extract<GroundStanding, { readonly is: "rests" }>["again"];
}

/** A further round, if both like it; nothing once there were three. */
function Again({ room, wished }: AgainProps) {
  const round = furtherRound(room.view.state.ground);
  if (round === undefined || wished === "none-left") return null;
  if (wished === "mine") return <p class="muted">{text.againMine(room.name)}</p>;
  return (
    <div class="stack stack-small">
      <p class="muted">{wished === "theirs" ? text.againTheirs(room.name) : text.againHint(room.name)}</p>
      <div>
        <Button kind="quiet" onClick={() => void room.write(eventOf(GroundWished, { round }))}>
          {text.again}
        </Button>
      </div>
    </div>
  );
}

function Result({ room, result }: { readonly room: RoomInHand; readonly result: GroundResult }) {
  return (
    <>
      {result.is !== "not-compared" && result.cards.length > 0 && <Shared cards={result.cards} />}
      {result.is !== "shared" && <Explore room={room} result={result} />}
    </>
  );
}

function Shared({ cards }: { readonly cards: ReadonlyArray<string> }) {
  return (
    <section class="stack">
      <h2>{text.shared}</h2>
      <ul class="rows">
        {cards.map((card) => (
          <li key={card}>
            <Words>{cardText(card)}</Words>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A question that belongs to the round: the same one for both. */
function Explore({ room, result }: { readonly room: RoomInHand; readonly result: GroundResult }) {
  const questions = itemTexts(groundQuestions);
  const question = questions[questionFor(room.roomId, result.round, questions.length)] ?? "";
  return (
    <section class="stack">
      <h2>{text.few}</h2>
      {result.is === "not-compared" && <p class="muted">{text.notCompared}</p>}
      <Words large>{question}</Words>
    </section>
  );
}

/** What a card says; a card of a newer Oakroom is named by its id. */
function cardText(card: string): string {
  const all = Object.values(groundCards).flat();
  return all.find(({ id }) => id === card)?.words ?? card;
}

function OpenLines({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      {openLines(room.view.state.ground).map(({ by, line }) => (
        <div key={by}>
          <p class="muted small">{by === room.me ? text.you : text.lineOf(room.name)}</p>
          <Words>{line}</Words>
        </div>
      ))}
    </>
  );
}
