/** The part of the scripted server where a new device is given the keys. Imported by tests alone. */
import { encode } from "@oakroom/crypto";
import { type Asked, type Outcome, done, refused } from "./records.ts";

/** A place that is open. */
export interface Place {
  readonly mailbox: string;
  request?: Uint8Array;
  answer?: Uint8Array;
}

/** What it needs of the server. */
export interface PairingDesk {
  /** By account. */
  readonly places: Map<string, Place>;
  tellFact(about: "keys", id: string): void;
}

/** Answers what is asked about pairing; `undefined` for anything else. */
export function answerPairing(desk: PairingDesk, { operation, by, input }: Asked): Outcome | undefined {
  const { body = new Uint8Array() } = input;
  if (operation === "offerPairing") {
    desk.places.set(by, { mailbox: String(Reflect.get(Object(body), "mailbox")) });
    return done();
  }
  const place = desk.places.get(by);
  const isIt = place && place.mailbox === input.params?.["mailbox"];
  if (operation === "endPairing") {
    if (isIt) desk.places.delete(by);
    desk.tellFact("keys", by);
    return done();
  }
  if (!["askPairing", "readPairing", "answerPairing", "takePairing"].includes(operation)) return undefined;
  if (!isIt) return refused("gone");
  if (operation === "readPairing") return done(encode(place.request ? [place.request] : []));
  if (operation === "takePairing") {
    if (place.answer) desk.places.delete(by);
    return done(encode(place.answer ? [place.answer] : []));
  }
  const what = operation === "askPairing" ? "request" : "answer";
  if (place[what]) return refused("used");
  place[what] = body;
  desk.tellFact("keys", by);
  return done();
}
