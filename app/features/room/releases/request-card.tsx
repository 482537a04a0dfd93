import { useSignal } from "@preact/signals";
import { dayOf, formatDate } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Card, Words } from "../../../web/ui/card.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { type AskedItem, ItemWords } from "./item.tsx";
import { MakeFile } from "./make-file.tsx";
import { isAllowed, type Request } from "./rules.ts";
import { releasesText as text } from "./text.ts";

/** Props of `RequestCard`. */
export interface RequestCardProps {
  readonly room: RoomInHand;
  readonly request: Request;
  readonly item: AskedItem;
}

/** One request: what, for whom, why, what its owner says, and what can be done now. */
export function RequestCard({ room, request, item }: RequestCardProps) {
  const isMine = request.by === room.me;
  const { words, isWhole } = item;
  const { answer } = request;
  const handed = answer?.kind === "in-other-words" ? [answer.text] : words;
  return (
    <Card>
      <div class="stack">
        <p class="strong" dir="auto">
          {isMine ? text.toMine(request.to) : text.to(request.to)}
        </p>
        {request.why !== "" && <Words muted>{request.why}</Words>}
        <ItemWords words={words} />
        {words.length > 0 && !isWhole && <p>{isMine ? text.tooLong(room.name) : text.tooLongMine}</p>}
        <Standing room={room} request={request} />
        {isMine && answer && mayMake(request, item) && room.relationship.state === "live" && (
          <MakeFile room={room} request={request} answer={answer} words={handed} />
        )}
        {!isMine && <Answering room={room} request={request} item={item} />}
      </div>
    </Card>
  );
}

/** A yes that stands, for somebody; as written only where the item can be shown by itself. */
function mayMake(request: Request, { isWhole }: AskedItem): boolean {
  return isAllowed(request) && request.to !== "" && (isWhole || request.answer?.kind !== "as-written");
}

function Standing({ room, request }: Omit<RequestCardProps, "item">) {
  const isMine = request.by === room.me;
  const { answer, madeAt } = request;
  const made = madeAt === undefined ? undefined : formatDate(dayOf(madeAt));
  return (
    <>
      {answer && (
        <p class="tag" data-news>
          {text.standing[answer.kind]}
        </p>
      )}
      {answer?.kind === "in-other-words" && <Words>{answer.text}</Words>}
      {isMine && !answer && <p class="muted small">{text.waits(room.name)}</p>}
      {made !== undefined && (
        <p class="muted small" data-news>
          {isMine ? text.youMadeOn(made) : text.madeOn(room.name, made)}
        </p>
      )}
    </>
  );
}

/** Answering, or changing the answer while nothing was handed over. */
function Answering({ room, request, item }: RequestCardProps) {
  const changing = useSignal(false);
  if (request.madeAt !== undefined || room.relationship.state !== "live") return null;
  if (request.answer === undefined || changing.value)
    return <AnswerForm room={room} request={request} item={item} onDone={() => (changing.value = false)} />;
  return (
    <div class="buttons-plain">
      <Button kind="plain" onClick={() => (changing.value = true)}>
        {text.change}
      </Button>
    </div>
  );
}
