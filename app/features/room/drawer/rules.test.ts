import { describe, expect, it } from "vitest";
import { LogId, makeUuid, SessionId } from "../../../values/id.ts";
import { anAccount, happened } from "../state/testing.ts";
import { drawer, privateNote } from "./rules.ts";

const leila = anAccount("Leila");
const roomId = LogId.parse(makeUuid(1, new Uint8Array(10)));
const sessionId = SessionId.parse(makeUuid(2, new Uint8Array(10)));

describe("private notes", () => {
  it("are one for each session; the newest counts, and an empty one takes it away", () => {
    const first = drawer.reduce(
      drawer.initial,
      happened(leila, "drawer.noted", { roomId, sessionId, text: "Ask about Daniel" }),
    );
    const beside = drawer.reduce(first, happened(leila, "drawer.noted", { roomId, text: "For the room" }));
    const second = drawer.reduce(
      beside,
      happened(leila, "drawer.noted", { roomId, sessionId, text: "Ask about Daniel, kindly" }),
    );
    expect(privateNote(second, roomId, sessionId)).toBe("Ask about Daniel, kindly");
    expect(privateNote(second, roomId)).toBe("For the room");
    const gone = drawer.reduce(second, happened(leila, "drawer.noted", { roomId, sessionId, text: "" }));
    expect(privateNote(gone, roomId, sessionId)).toBe("");
    expect(gone.notes).toHaveLength(1);
  });
});
