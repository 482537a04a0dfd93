/** The steps of common ground: the curve is loaded when the first of them is asked for (docs/protocol.md, section 12.1). */
import { type GroundPlace, type GroundRefusal, id, loadGround } from "@oakroom/crypto";
import { fromBase64url, toBase64url } from "../values/bytes.ts";
import { type LogId, uuidBytes } from "../values/id.ts";
import { userOf } from "./ids.ts";
import type { Keeper } from "./keeper.ts";
import type { GroundDone, GroundStep } from "./exchange.ts";

const none = new Uint8Array();

function bytesOf(text: string): Uint8Array {
  return fromBase64url(text) ?? none;
}

/** Takes one step of a round in a room. Writes nothing. */
export async function takeGroundStep(keeper: Keeper | undefined, room: LogId, step: GroundStep): Promise<GroundDone> {
  if (!keeper) return { is: "refused", because: "locked" };
  const found = keeper.rooms.get(room);
  if (!found) return { is: "refused", because: "no-such-room" };
  const { answerGround, finishGround, offerGround } = await loadGround();
  const place: GroundPlace = {
    log: id("log", uuidBytes(room)),
    round: step.round,
    me: userOf(keeper.session.me),
    other: userOf(found.other),
  };
  if (step.do === "offer") {
    const { offer, secret } = offerGround(place, step.picks);
    return { is: "offered", offer: toBase64url(offer), secret: toBase64url(secret) };
  }
  const [secret, mine, theirs] = [step.secret, step.mine, step.theirs].map(bytesOf);
  if (!secret || !mine || !theirs) return refused("malformed");
  if (step.do === "answer") {
    const answer = answerGround(secret, mine, theirs);
    return typeof answer === "string" ? refused(answer) : { is: "answered", answer: toBase64url(answer) };
  }
  const cards = finishGround(place, secret, mine, theirs, bytesOf(step.answer));
  return typeof cards === "string" ? refused(cards) : { is: "found", cards };
}

function refused(because: GroundRefusal): GroundDone {
  return { is: "refused", because };
}
