import { useEffect } from "preact/hooks";
import { vault } from "../../../vault/browser/client.ts";
import type { GroundDone } from "../../../vault/exchange.ts";
import { type RoomInHand, useOwn, writeOwn } from "../frame/hand.tsx";
import { eventOf } from "../state/schema.ts";
import { groundTask, type GroundTask } from "./rules.ts";
import { GroundAnswered, GroundFound, GroundOffered } from "./schema.ts";

/** What comparing needs of a room. */
export type GroundRoom = Pick<RoomInHand, "roomId" | "view" | "me" | "other" | "write">;

/** What was begun in this page: the exercise and the room around it both look after it, and one of them is enough. */
const begun = new Set<string>();

/** Does by itself what the exercise asks of this client, one step after the other. Shows nothing. */
export function GroundRun({ room }: { readonly room: GroundRoom }) {
  const own = useOwn();
  const isReady = room.view.condition.is === "ready";
  const task = isReady && own ? groundTask(room.view.state.ground, own.state.ground, room) : undefined;
  const key = task && `${task.do} ${task.picked.offer}`;
  useEffect(() => {
    if (!task || key === undefined || begun.has(key)) return;
    begun.add(key);
    // What could not be done is tried again when the room is next looked at.
    void carryOut(room, task).then((isDone) => isDone || begun.delete(key));
    // The key says which step it is; a room in hand is new with every view.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return null;
}

async function carryOut({ roomId, write }: GroundRoom, task: GroundTask): Promise<boolean> {
  const { round, offer, secret, line } = task.picked;
  if (task.do === "publish") return (await write(eventOf(GroundOffered, { round, offer, line }))) !== undefined;
  const records = { round, secret, mine: offer, theirs: task.theirs };
  const done = await vault.commonGround(
    roomId,
    task.do === "answer" ? { do: "answer", ...records } : { do: "finish", ...records, answer: task.answer },
  );
  if (done.is === "answered")
    return (await write(eventOf(GroundAnswered, { round, answer: done.answer }))) !== undefined;
  return found(done, { roomId, round });
}

/** A result, or that there is none, for all own devices. A locked vault is asked again later. */
async function found(done: GroundDone, at: Pick<GroundTask["picked"], "roomId" | "round">): Promise<boolean> {
  if (done.is === "refused" && (done.because === "locked" || done.because === "no-such-room")) return false;
  const cards = done.is === "found" ? [...done.cards] : null;
  return (await writeOwn(eventOf(GroundFound, { ...at, cards }))) !== undefined;
}
