/** What must never have a place in a room, asked of every event that can be written at all. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { ownParts, roomParts } from "./fold.ts";

interface Shape {
  readonly type: string;
  /** Every name of a property, however deep. */
  readonly names: ReadonlyArray<string>;
}

function namesIn(value: unknown): ReadonlyArray<string> {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === "properties" && typeof inner === "object" && inner !== null ? Object.keys(inner) : []),
    ...namesIn(inner),
  ]);
}

const shapes: ReadonlyArray<Shape> = [...roomParts, ...ownParts].flatMap(({ events }) =>
  events.map(({ type, payload }) => ({
    type,
    names: namesIn(z.toJSONSchema(payload, { unrepresentable: "any", io: "input" })),
  })),
);

const withName = (name: RegExp, all = shapes) =>
  all.flatMap(({ type, names }) => names.filter((each) => name.test(each)).map((each) => `${type}: ${each}`));

it("sees the shapes of all events", () => {
  expect(shapes.length).toBeGreaterThan(30);
  expect(withName(/^text$/).length).toBeGreaterThan(5);
  expect(withName(/^everyDays$/)).toEqual([
    "agreement.preferred: everyDays",
    "agreement.proposed: everyDays",
    "sessions.fixed-slot: everyDays",
  ]);
});

describe("no event has a place for", () => {
  it.each([
    ["P03 P83 P92 never: a score, a rank, a rating, an average", /score|rank|rating|average|percent|grade|stars/i],
    [
      "P13 P24 P32 P39 P45 P103 never: a count of anything about a person",
      /count|tally|streak|badge|points|times$|total/i,
    ],
    ["P33 P36 P63 never: mood, tone, attention", /mood|tone|sentiment|emotion|attention|energy/i],
    ["P08 P57 never: a recording or a transcript", /record(ing)?$|transcript|audio|video$|summary/i],
    ["P22 never: whether and when something was read", /^(read|seen|opened|viewed)(At|On|By)?$/i],
    ["P18 never: what nobody needs to know of anyone", /religion|health|party|ethnic|gender|orientation|birth/i],
  ])("%s", (_row, name) => {
    expect(withName(name)).toEqual([]);
  });
});

describe("P13 P39 P61 P104 P107 never: a reason", () => {
  it("has a name in no event", () => {
    // A goal says why it matters, and whoever asks to share words says what for: neither is asked of anyone who says no.
    const found = withName(/reason|because|why$|excuse|cause$/i);
    expect(found.filter((each) => !/^(goals\.|releases\.asked: )/.test(each))).toEqual([]);
  });
  it.each([
    "questions.parked",
    "questions.topic-paused",
    "sessions.cancelled",
    "sessions.moved",
    "commitments.dropped",
    "offlimits.untold",
  ])("and no free words go with %s", (type) => {
    const found = shapes.filter((shape) => shape.type === type);
    expect(found).toHaveLength(1);
    expect(withName(/text|note|words|comment|message/i, found)).toEqual([]);
  });
});

const app = fileURLToPath(new URL("../../..", import.meta.url));
const programs = globSync("{features,vault,web}/**/*.{ts,tsx}", { cwd: app })
  .filter((path) => !/\.test\.tsx?$|\/testing/.test(path))
  .map((path) => ({ path, text: readFileSync(`${app}/${path}`, "utf8") }));

const spoken = [
  ...programs.filter(({ path }) => /text\.ts$|\.tsx$/.test(path)),
  ...globSync("*.md", { cwd: `${app}/../content/en` }).map((path) => ({
    path,
    text: readFileSync(`${app}/../content/en/${path}`, "utf8"),
  })),
];

describe("P10 never: a promise of absolute secrecy, in any text or screen", () => {
  it("looks at all that is said", () => {
    expect(spoken.filter(({ path }) => path.endsWith("text.ts")).length).toBeGreaterThan(40);
    expect(spoken.some(({ text }) => text.includes("I cannot promise silence if"))).toBe(true);
  });
  it.each([
    ["complete", /\b(absolute|complete|total|perfect)(ly)? (confidential|secre|priva|secur|safe)/i],
    ["guaranteed", /\bguarantee|\bunbreakable|\bimpossible to (read|open)/i],
    ["for ever", /\b(never|nobody|no one) (can|could|will) (ever )?(be )?(read|open|know|find out)/i],
  ])("%s", (_word, promise) => {
    expect(spoken.filter(({ text }) => promise.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("P11 never: a tick, a count or a trace of who read the reminder", () => {
  it("has an event in no room and in nobody's own log", () => {
    expect(shapes.map(({ type }) => type).filter((type) => /remind|acknowledg|confirm/.test(type))).toEqual([]);
  });
});

describe("P06 P07 P08 P17 P25 P33 P57 P63 never: nothing listens, watches, or reads between the lines", () => {
  it("looks at all of the program", () => {
    expect(programs.length).toBeGreaterThan(300);
  });
  it.each([
    ["hears", /SpeechRecognition|MediaRecorder|AudioContext|audio: (true|\{)/],
    ["watches the eyes or hands of a reader", /document\.hasFocus\(|mousemove|IdleDetector|keypress/],
    ["judges words", /sentiment|toxicity|summari[sz]e|transcri(be|pt)/i],
  ])("nothing %s", (_what, sign) => {
    expect(programs.filter(({ text }) => sign.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
