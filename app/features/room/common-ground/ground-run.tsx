import { useEffect, useRef } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { GroundDone } from "../../../vault/exchange.ts";
import { type RoomInHand, useOwn, writeOwn } from "../frame/hand.tsx";
import type { NewEvent } from "../state/schema.ts";
import { eventOf } from "../state/schema.ts";
import { groundTask, type GroundTask } from "./rules.ts";
import { GroundAnswered, GroundFound, GroundOffered } from "./schema.ts";

/** What comparing needs of a room. */
export type GroundRoom = Pick<RoomInHand, "roomId" | "view" | "me" | "other" | "write">;

/** Does by itself what the exercise asks of this client, one step after the other. Shows nothing. */
export function GroundRun({ room }: { readonly room: GroundRoom }) {
  const own = useOwn();
  const begun = useRef<string | undefined>(undefined);
  const isReady = room.view.condition.is === "ready";
  const task = isReady && own ? groundTask(room.view.state.ground, own.state.ground, room) : undefined;
  const key = task && `${task.do} ${task.picked.offer}`;
  useEffect(() => {
    if (!task || begun.current === key) return;
    begun.current = key;
    void carryOut(room, task);
    // The key says which step it is; a room in hand is new with every view.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return null;
}

async function carryOut({ roomId, write }: GroundRoom, task: GroundTask): Promise<void> {
  const { round, offer, secret, line } = task.picked;
  if (task.do === "publish") {
    await write(eventOf(GroundOffered, { round, offer, line }));
    return;
  }
  const records = { round, secret, mine: offer, theirs: task.theirs };
  const done = await vault.commonGround(
    roomId,
    task.do === "answer" ? { do: "answer", ...records } : { do: "finish", ...records, answer: task.answer },
  );
  const event = eventFor(done, round);
  if (event) await write(event);
  else await found(done, { roomId, round });
}

function eventFor(done: GroundDone, round: number): NewEvent | undefined {
  return done.is === "answered" ? eventOf(GroundAnswered, { round, answer: done.answer }) : undefined;
}

/** A result, or that there is none, for all own devices. A locked vault is asked again later. */
async function found(done: GroundDone, at: Pick<GroundTask["picked"], "roomId" | "round">): Promise<void> {
  if (done.is === "found") await writeOwn(eventOf(GroundFound, { ...at, cards: [...done.cards] }));
  else if (done.is === "refused" && done.because !== "locked" && done.because !== "no-such-room")
    await writeOwn(eventOf(GroundFound, { ...at, cards: null }));
}
