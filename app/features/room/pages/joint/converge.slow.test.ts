/**
 * S9: whatever two people on two or three devices write, at once and apart, with updates that come late, twice, in another
 * order or (until they are sent again) not at all: the pages come out equal, and no edit is lost. The code that batches,
 * admits, snapshots and compares is the real one; the editor's way of writing back is used for each edit.
 *
 * OAKROOM_HISTORIES sets how many histories are told; ten thousand take about ten seconds.
 */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { anAccount, anItem, happened } from "../../state/testing.ts";
import { docNodeOf, writeBack } from "../binding/rules.ts";
import { lineKinds, linesOf, type PageLine, pageText, stateBytes, textOf } from "../content/rules.ts";
import type { PageChanged, PageEvent, PageKept } from "../rules.ts";
import { replay, type Writer } from "../updates/rules.ts";
import { OpenPage } from "./rules.ts";

const histories = Number(process.env["OAKROOM_HISTORIES"] ?? 10_000);
const digest = async (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const page = anItem();
const [leila, ingrid] = [anAccount("Leila"), anAccount("Ingrid")];
const members = [leila, ingrid].toSorted();
const writers: ReadonlyArray<Writer> = [leila, ingrid, leila].map((author) => happened(author, "x.y", {}));

/** One step of a history. Numbers choose among what is there when its turn comes. */
const aStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant("type" as const), who: fc.nat(2), at: fc.nat(400) }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("remove" as const), who: fc.nat(2), at: fc.nat(400), much: fc.nat(9) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("look" as const), who: fc.nat(2), at: fc.nat(20), kind: fc.nat(6) }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("send" as const), who: fc.nat(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("hear" as const),
      who: fc.nat(2),
      which: fc.nat(400),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("hear-all" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("keep" as const), who: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("close" as const), who: fc.nat(2) }) },
);
type Step = typeof aStep extends fc.Arbitrary<infer One> ? One : never;

/** How a device takes an update; a test of this test gives another. */
type Taking = (open: OpenPage, events: ReadonlyArray<PageEvent>) => void;
const honest: Taking = (open, events) => open.take(events);

class Told {
  readonly room: PageChanged[] = [];
  readonly kept: PageKept[] = [];
  readonly typed = new Map<string, boolean>();
  readonly removed = new Set<string>();
  readonly #heard = writers.map(() => new Set<PageChanged>());
  readonly #open: OpenPage[];
  readonly #take: Taking;
  readonly #devices: number;
  #signs = 0;
  #visits = 0;

  constructor(devices: number, take: Taking) {
    this.#devices = devices;
    this.#take = take;
    this.#open = writers.map((writer) => this.#begin(writer));
  }

  #begin(writer: Writer): OpenPage {
    this.#visits += 1;
    return new OpenPage(writer, members, (this.#visits * 0.37) % 1);
  }

  #at(who: number) {
    const index = who % this.#devices;
    const [open, heard, writer] = [this.#open[index], this.#heard[index], writers[index]];
    if (!open || !heard || !writer) throw new Error("nobody");
    return { index, open, heard, writer };
  }

  /** Changes lines as an editor does. */
  #edit(open: OpenPage, change: (lines: ReadonlyArray<PageLine>) => ReadonlyArray<PageLine>): void {
    writeBack(docNodeOf(change(linesOf(open.doc))), open.doc, "editor");
  }

  async step(step: Step): Promise<void> {
    const { index, open, heard, writer } = this.#at(step.who);
    if (step.does === "type") {
      // A sign that nobody else ever types: that it is there can be seen.
      const sign = String.fromCodePoint(0x4e00 + this.#signs);
      this.#signs += 1;
      this.typed.set(sign, true);
      const text = textOf(open.doc);
      text.insert(step.at % (text.length + 1), step.at % 5 === 0 ? `${sign}\n` : sign);
    } else if (step.does === "remove") {
      const text = textOf(open.doc);
      const from = step.at % (text.length + 1);
      const length = Math.min(step.much, text.length - from);
      for (const sign of text.toJSON().slice(from, from + length)) this.removed.add(sign);
      if (length > 0) text.delete(from, length);
    } else if (step.does === "look") this.#edit(open, (lines) => lines.map((line, at) => looked(line, at, step)));
    else if (step.does === "send") this.#send(open, heard, writer);
    else if (step.does === "hear") this.#hear(open, heard, writer, step);
    else if (step.does === "hear-all") for (const event of this.room) this.#give(open, heard, event);
    else if (step.does === "keep") await this.#keep(open, writer);
    else {
      // What was typed is written when a page is left; the next visit begins with what the device has.
      this.#send(open, heard, writer);
      const next = this.#begin(writer);
      this.#open[index] = next;
      this.#take(
        next,
        this.room.filter((event) => heard.has(event)),
      );
    }
  }

  #send(open: OpenPage, heard: Set<PageChanged>, { author, device }: Writer): void {
    const update = open.batch();
    if (update === undefined) return;
    const event = { ...happened(author, "pages.changed", { page, update }), device };
    this.room.push(event);
    this.#give(open, heard, event);
  }

  #give(open: OpenPage, heard: Set<PageChanged>, event: PageChanged): void {
    heard.add(event);
    this.#take(open, [event]);
  }

  /** The next update of some other device, whatever that device had heard by then; or one once more. */
  #hear(
    open: OpenPage,
    heard: Set<PageChanged>,
    { device }: Writer,
    { which, twice }: Step & { readonly does: "hear" },
  ): void {
    const others = this.room.filter((event) => event.device !== device);
    const missing = others.filter((event) => !heard.has(event));
    const next = missing.filter((event) => missing.find((one) => one.device === event.device) === event);
    const event = next[which % Math.max(1, next.length)];
    if (event) this.#give(open, heard, event);
    const again = others[which % Math.max(1, others.length)];
    if (twice && again && heard.has(again)) this.#take(open, [again]);
  }

  async #keep(open: OpenPage, { author, device }: Writer): Promise<void> {
    const payload = await open.keep(digest);
    if (payload) this.kept.push({ ...happened(author, "pages.kept", { page, ...payload }), device });
  }

  /** In the end everything comes to everybody. */
  settle(): ReadonlyArray<OpenPage> {
    const open = this.#open.slice(0, this.#devices);
    for (const [at, one] of open.entries()) this.#send(one, this.#at(at).heard, this.#at(at).writer);
    const byDevice = writers.toReversed().flatMap(({ device }) => this.room.filter((event) => event.device === device));
    for (const one of open) this.#take(one, [...byDevice, ...this.kept]);
    return open;
  }
}

function looked(line: PageLine, at: number, { at: which, kind }: Step & { readonly does: "look" }): PageLine {
  if (at !== which % 5) return line;
  const looks = lineKinds[kind];
  if (looks) return { ...line, kind: looks };
  return { ...line, runs: line.runs.map((run) => ({ ...run, strong: kind === 5, em: kind === 6 })) };
}

/** Tells one history; the answer is what went wrong. */
async function tell(devices: number, steps: ReadonlyArray<Step>, take: Taking = honest): Promise<string | undefined> {
  const told = new Told(devices, take);
  for (const step of steps) {
    await told.step(step);
  }
  const open = told.settle();
  // A device that comes last, to which everything comes the wrong way round.
  const late = new OpenPage(happened(leila, "x.y", {}), members, 0.5);
  take(late, told.room.toReversed());
  const states = new Set([...open, late].map(({ doc }) => Buffer.from(stateBytes(doc)).toString()));
  if (states.size !== 1) return "the pages differ";
  if ([...open, late].some((one) => one.isLacking || one.refused > 0)) return "an update was left out";
  const words = pageText(linesOf(open[0]?.doc ?? replay([], members)));
  for (const sign of told.typed.keys()) if (!told.removed.has(sign) && !words.includes(sign)) return "an edit was lost";
  if (Buffer.from(stateBytes(replay(told.room, members))).toString() !== [...states][0]) return "told anew, it differs";
  for (const one of open) {
    const compared = await Promise.all(told.kept.map((kept) => one.compare(kept, digest)));
    if (compared.some((answer) => answer !== "same")) return "a snapshot differs";
  }
  return undefined;
}

const aHistory = fc.record({
  devices: fc.integer({ min: 2, max: 3 }),
  steps: fc.array(aStep, { minLength: 4, maxLength: 40 }),
});

it(`S9: ${histories} histories of two or three devices converge, and no edit is lost`, async () => {
  let kept = 0;
  let wrong = 0;
  await fc.assert(
    fc.asyncProperty(aHistory, async ({ devices, steps }) => {
      kept += steps.filter(({ does }) => does === "keep").length;
      const fault = await tell(devices, steps);
      if (fault !== undefined) wrong += 1;
      expect(fault).toBeUndefined();
    }),
    { numRuns: histories, seed: 20_261_122 },
  );
  expect(wrong).toBe(0);
  expect(kept).toBeGreaterThan(histories / 20);
});

it.each<[string, Taking, RegExp]>([
  [
    "an update that is dropped for good",
    (open, events) =>
      open.take(events.filter(({ id }) => Number.parseInt(id.slice(-3), 16) % 7 !== 0 || open.me.author === leila)),
    /differ|left out|lost/,
  ],
  [
    "a device that tidies up after the other",
    (open, events) => {
      open.take(events);
      const text = textOf(open.doc);
      if (open.me.author === ingrid && text.length > 3) open.doc.transact(() => text.delete(0, 1), "room");
    },
    /differ|lost/,
  ],
])("tells of %s", async (_, take, fault) => {
  const faults = await Promise.all(
    fc.sample(aHistory, { numRuns: 200, seed: 3 }).map(({ devices, steps }) => tell(devices, steps, take)),
  );
  expect(faults.filter((word) => word !== undefined && fault.test(word)).length).toBeGreaterThan(10);
});
