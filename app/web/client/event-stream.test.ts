import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventStreamParser, type StreamEvent } from "./event-stream.ts";

const read = (...pieces: string[]) => {
  const parser = new EventStreamParser();
  return { events: pieces.flatMap((piece) => parser.push(piece)), parser };
};

describe("a stream of events", () => {
  it.each<[string, string, StreamEvent[]]>([
    ["data alone", "data: a\n\n", [{ name: "message", data: "a", id: "" }]],
    ["a name and an id", "event: item\nid: g1.x:3\ndata: {}\n\n", [{ name: "item", data: "{}", id: "g1.x:3" }]],
    ["several lines of data", "data: a\ndata:\ndata:  b\n\n", [{ name: "message", data: "a\n\n b", id: "" }]],
    ["comments between", ": still here\ndata: a\n: more\n\n", [{ name: "message", data: "a", id: "" }]],
    ["an event without data, which is none", "event: item\n\n", []],
    ["a field that nobody knows", "colour: red\ndata: a\n\n", [{ name: "message", data: "a", id: "" }]],
    ["a field without a colon", "data\n\n", [{ name: "message", data: "", id: "" }]],
    ["an event that is not complete", "data: a\n", []],
    ["a byte-order mark", "\uFEFFdata: a\n\n", [{ name: "message", data: "a", id: "" }]],
    [
      "line ends of every kind",
      "data: a\r\rdata: b\r\n\r\ndata: c\n\n",
      [
        { name: "message", data: "a", id: "" },
        { name: "message", data: "b", id: "" },
        { name: "message", data: "c", id: "" },
      ],
    ],
  ])("holds %s", (_, text, events) => {
    expect(read(text).events).toEqual(events);
  });

  it("keeps an id in force until another comes", () => {
    const { events, parser } = read("id: 1\ndata: a\n\ndata: b\n\n", "id: 2\n\n");
    expect(events.map((event) => event.id)).toEqual(["1", "1"]);
    expect(parser.id).toBe("2");
  });

  it("does not take an id with a null character", () => {
    expect(read("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n").parser.id).toBe("1");
  });

  it("hears how long to wait", () => {
    expect(read("retry: 4000\n\n").parser.retryMs).toBe(4000);
    expect(read("retry: soon\n\n").parser.retryMs).toBeUndefined();
  });

  it("reads the same wherever the pieces end", () => {
    const text = "event: item\r\nid: 7\r\ndata: one\r\ndata: two\r\n\r\n: quiet\r\n\r\ndata: three\n\n";
    const whole = read(text).events;
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, at) => text.slice(places[at], end));
        expect(read(...pieces).events).toEqual(whole);
      }),
    );
  });
});
