import { createHash } from "node:crypto";
import * as Y from "yjs";
import { describe, expect, it } from "vitest";
import { toBase64url } from "../../../../values/bytes.ts";
import { linesOf, pageText, textOf } from "../content/rules.ts";
import type { PageChanged, PageEvent, PageKept } from "../rules.ts";
import { happened } from "../../state/testing.ts";
import { clientOf, refuseUpdate, replay } from "../updates/rules.ts";
import { momentsOf, OpenPage, wordsOfUpdates } from "./rules.ts";
import { ingrid, leila, members, opened, page, sent, words, written } from "./testing.ts";

const digest = async (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
async function kept(open: OpenPage, who: typeof leila): Promise<PageKept> {
  const payload = await open.keep(digest);
  if (!payload) throw new Error("nothing to keep");
  return { ...happened(who.author, "pages.kept", { page, ...payload }), device: who.device };
}

describe("Leila and Ingrid write on one page", () => {
  it("at once: both end with the same words, and nothing that either typed is lost", () => {
    const [hers, theirs] = [opened(leila), opened(ingrid)];
    textOf(hers.doc).insert(0, "What I heard\n");
    textOf(theirs.doc).insert(0, "Next time\n");
    const [a, b] = [sent(hers, leila), sent(theirs, ingrid)];
    hers.take([b]);
    theirs.take([a]);
    expect(words(hers)).toBe(words(theirs));
    expect(words(hers)).toContain("What I heard\n");
    expect(words(hers)).toContain("Next time\n");
  });

  it("what Leila types into a line stays, also where Ingrid takes that line away meanwhile", () => {
    const [hers, theirs] = [opened(leila), opened(ingrid)];
    textOf(hers.doc).insert(0, "Ask Daniel\nCall Mira\n");
    theirs.take([sent(hers, leila)]);
    textOf(hers.doc).insert(10, " before Friday");
    textOf(theirs.doc).delete(0, 11);
    theirs.take([sent(hers, leila)]);
    hers.take([sent(theirs, ingrid)]);
    expect(words(hers)).toBe(" before FridayCall Mira\n");
    expect(words(theirs)).toBe(words(hers));
  });

  it("many signs are one batch, and a batch that could not be written goes out with the next", () => {
    const hers = opened(leila);
    for (const sign of "Hello") textOf(hers.doc).insert(textOf(hers.doc).length, sign);
    const batch = hers.batch() ?? "";
    expect(hers.batch()).toBeUndefined();
    hers.takeBack(batch);
    textOf(hers.doc).insert(5, "!");
    const event = written(leila, hers.batch() ?? "");
    expect(wordsOfUpdates([event], members)).toBe("Hello!");
  });

  it("the same update twice, and an update before the one it follows, come to the same page", () => {
    const [hers, theirs] = [opened(leila), opened(ingrid)];
    textOf(hers.doc).insert(0, "one ");
    const first = sent(hers, leila);
    textOf(hers.doc).insert(4, "two");
    const second = sent(hers, leila);
    theirs.take([second]);
    expect(theirs.isLacking).toBe(true);
    theirs.take([first, first, second]);
    expect(theirs.isLacking).toBe(false);
    expect(words(theirs)).toBe("one two");
  });

  it("a tab of the same device writes under a number of its own", () => {
    const [one, two] = [opened(leila, 0.1), opened(leila, 0.2)];
    textOf(one.doc).insert(0, "a");
    textOf(two.doc).insert(0, "b");
    const [a, b] = [sent(one, leila), sent(two, leila)];
    one.take([b]);
    two.take([a]);
    expect(words(one)).toBe(words(two));
    expect(words(one)).toHaveLength(2);
  });
});

describe("C28: snapshots", () => {
  async function begun() {
    const [hers, theirs] = [opened(leila), opened(ingrid)];
    textOf(hers.doc).insert(0, "We meet on Tuesdays.\n");
    const first = sent(hers, leila);
    theirs.take([first]);
    textOf(theirs.doc).insert(0, "Agreed: ");
    const second = sent(theirs, ingrid);
    hers.take([second]);
    return { hers, theirs, first, second };
  }

  it("name what they cover, and say the same on both sides", async () => {
    const { hers, theirs, first, second } = await begun();
    expect(hers.uncovered).toBe(2);
    const snapshot = await kept(hers, leila);
    expect(snapshot.payload.heads).toEqual([first.hash, second.hash].toSorted());
    expect(snapshot.payload.text).toBe("Agreed: We meet on Tuesdays.");
    theirs.take([snapshot]);
    expect(await theirs.compare(snapshot, digest)).toBe("same");
    expect(await theirs.differing(digest)).toEqual([]);
    expect(theirs.uncovered).toBe(0);
  });

  it("that say something else are shown as different, also once more was written", async () => {
    const { hers, theirs } = await begun();
    const honest = await kept(hers, leila);
    const lie: PageKept = { ...honest, payload: { ...honest.payload, hash: "0".repeat(64) } };
    theirs.take([lie]);
    textOf(theirs.doc).insert(0, "Later. ");
    sent(theirs, ingrid);
    expect(await theirs.differing(digest)).toEqual([lie]);
  });

  it("wait while something typed is not sealed, or something is missing", async () => {
    const { hers, theirs } = await begun();
    textOf(hers.doc).insert(0, "x");
    expect(await hers.keep(digest)).toBeUndefined();
    const unsealed: PageChanged = { ...written(leila, hers.batch() ?? ""), hash: "" };
    hers.take([unsealed]);
    expect(await hers.keep(digest)).toBeUndefined();
    hers.take([{ ...unsealed, hash: "ab" }]);
    expect(await hers.keep(digest)).toBeDefined();
    theirs.take([await kept(hers, leila)]);
    expect(await theirs.differing(digest)).toEqual([]);
  });

  it("a device that comes later needs the newest one and what follows", async () => {
    const { hers, theirs } = await begun();
    const snapshot = await kept(hers, leila);
    theirs.take([snapshot]);
    textOf(theirs.doc).insert(0, "P.S. ");
    const third = sent(theirs, ingrid);
    const late = opened({ ...leila, device: happened(leila.author, "x.y", {}).device });
    late.take([snapshot, third]);
    expect(words(late)).toBe(words(theirs));
    expect(late.isLacking).toBe(false);
    expect(await late.compare(snapshot, digest)).toBe("unknown");
  });
});

describe("a partner who lies", () => {
  function forged(by: typeof leila, client: number, change: (doc: Y.Doc) => void): PageChanged {
    const doc = new Y.Doc();
    doc.clientID = client;
    change(doc);
    return written(by, toBase64url(Y.encodeStateAsUpdate(doc)));
  }
  const own = (who: typeof leila) => clientOf(who, members, 0.3, new Set());
  const bad: ReadonlyArray<[string, () => PageChanged]> = [
    ["bytes that are no update", () => written(ingrid, toBase64url(Uint8Array.of(9, 200, 200, 200, 255, 1)))],
    ["no bytes at all", () => written(ingrid, "")],
    ["what is no base64url", () => written(ingrid, "a")],
    ["words under Leila's number", () => forged(ingrid, own(leila), (doc) => textOf(doc).insert(0, "I agree"))],
    ["another kind of document", () => forged(ingrid, own(ingrid), (doc) => doc.getMap("page").set("a", 1))],
    ["another root", () => forged(ingrid, own(ingrid), (doc) => doc.getText("other").insert(0, "x"))],
    ["a picture from elsewhere", () => forged(ingrid, own(ingrid), (doc) => textOf(doc).insertEmbed(0, { src: "x" }))],
    [
      "marks that are none of ours",
      () => forged(ingrid, own(ingrid), (doc) => textOf(doc).insert(0, "x", { onclick: "y" })),
    ],
    [
      "a nest of ten thousand elements",
      () =>
        forged(ingrid, own(ingrid), (doc) => {
          doc.transact(() => {
            let inner: Y.XmlFragment = doc.getXmlFragment("page");
            for (let depth = 0; depth < 10_000; depth += 1) {
              const next = new Y.XmlElement("div");
              inner.insert(0, [next]);
              inner = next;
            }
          });
        }),
    ],
  ];

  it.each(bad)("sends %s: it is left out, and the rest stays", (_, make) => {
    const hers = opened(leila);
    textOf(hers.doc).insert(0, "Mine. ");
    sent(hers, leila);
    const good = opened(ingrid);
    textOf(good.doc).insert(0, "Theirs. ");
    hers.take([make(), sent(good, ingrid)]);
    expect(hers.refused).toBe(1);
    expect(words(hers)).toContain("Mine. ");
    expect(words(hers)).toContain("Theirs. ");
  });

  it("takes away words before they are written: refused", () => {
    const doc = new Y.Doc();
    doc.clientID = own(leila);
    textOf(doc).insert(0, "a word of Leila's");
    textOf(doc).delete(0, 17);
    const whole = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
    expect(whole.ds.clients.size).toBe(1);
    const onlyDeletes = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
    const hers = new OpenPage(leila, members, 0.3);
    hers.take([written(ingrid, toBase64url(onlyDeletes))]);
    textOf(hers.doc).insert(0, "a word of Leila's");
    sent(hers, leila);
    const theirs = opened(ingrid);
    textOf(theirs.doc).insert(0, "!");
    hers.take([sent(theirs, ingrid)]);
    expect(words(hers)).toContain("a word of Leila's");
    expect(hers.refused).toBe(1);
  });

  it("empties the page: what stood there before is still there to go back to", () => {
    const [hers, theirs] = [opened(leila), opened(ingrid)];
    textOf(hers.doc).insert(0, "Everything we said.\n");
    const first = sent(hers, leila);
    theirs.take([first]);
    textOf(theirs.doc).delete(0, textOf(theirs.doc).length);
    const second = sent(theirs, ingrid, "2026-10-01T09:00:00Z");
    const events = [first, second];
    const [, before] = momentsOf(events);
    expect(before).toMatchObject({ author: leila.author, updates: 1 });
    expect(pageText(linesOf(replay(events.slice(0, before?.updates), members)))).toBe("Everything we said.");
  });

  it("takes away in one go what they had just written: that state is worth going back to as well", () => {
    const theirs = opened(ingrid);
    textOf(theirs.doc).insert(0, "A long line of Ingrid's, which she takes away again at once.\n");
    const first = sent(theirs, ingrid);
    textOf(theirs.doc).delete(0, textOf(theirs.doc).length);
    const second = sent(theirs, ingrid);
    expect(momentsOf([first, second]).map(({ updates }) => updates)).toEqual([2, 1]);
    textOf(theirs.doc).insert(0, "ab");
    const third = sent(theirs, ingrid);
    textOf(theirs.doc).delete(1, 1);
    expect(momentsOf([first, second, third, sent(theirs, ingrid)]).map(({ updates }) => updates)).toEqual([4, 1]);
  });

  it("random bytes never get through, and never throw", () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let tried = 0; tried < 3000; tried += 1) {
      const bytes = Uint8Array.from({ length: random() % 60 }, () => random() % 256);
      const hers = opened(leila);
      const event: PageEvent = written(ingrid, toBase64url(bytes));
      expect(() => hers.take([event])).not.toThrow();
      expect(refuseUpdate(bytes, ingrid, members) ?? words(hers)).not.toBe("I agree");
    }
  });
});
