import { describe, expect, it } from "vitest";
import { textOf } from "../content/rules.ts";
import { ingrid, leila, opened, sent, words, written } from "./testing.ts";

describe("P60: Leila's tab closes before what she typed is in the room", () => {
  /** Leila's page with words in the room, and some that she had just typed when the tab closed. */
  function closedTooSoon() {
    const before = opened(leila);
    textOf(before.doc).insert(0, "Ask Daniel\n");
    const known = sent(before, leila);
    textOf(before.doc).insert(10, " before Friday");
    const draft = before.unwritten();
    if (draft === undefined) throw new Error("no draft");
    return { known, draft };
  }

  it("her next visit types them again, as her own, and Ingrid reads them", () => {
    const { known, draft } = closedTooSoon();
    const [again, theirs] = [opened(leila, 0.7), opened(ingrid)];
    again.take([known]);
    expect(again.resume(draft)).toBe("typed");
    expect(again.isTyped).toBe(true);
    theirs.take([known, sent(again, leila)]);
    for (const open of [again, theirs]) expect([words(open), open.refused]).toEqual(["Ask Daniel before Friday\n", 0]);
  });

  it("nothing comes twice where they had reached the room after all", () => {
    const { known, draft } = closedTooSoon();
    const again = opened(leila, 0.7);
    again.take([known, written(leila, draft)]);
    expect(again.resume(draft)).toBe("known");
    expect([again.isTyped, words(again)]).toEqual([false, "Ask Daniel before Friday\n"]);
  });

  it("they wait, and show no gap, where what they continue is not here yet", () => {
    const { known, draft } = closedTooSoon();
    const again = opened(leila, 0.7);
    expect([again.resume(draft), again.isLacking, words(again)]).toEqual(["lacking", false, ""]);
    again.take([known]);
    expect(again.resume(draft)).toBe("typed");
  });

  it("a draft is no way for somebody else's words", () => {
    const theirs = opened(ingrid);
    textOf(theirs.doc).insert(0, "Not mine");
    expect(opened(leila).resume(theirs.unwritten() ?? "")).toBe("not-theirs");
    expect(opened(leila).resume("_w")).toBe("unreadable");
  });

  it("what is on its way is kept with what was typed since", () => {
    const hers = opened(leila);
    textOf(hers.doc).insert(0, "One");
    const onItsWay = hers.batch() ?? "";
    textOf(hers.doc).insert(3, " and two");
    const again = opened(leila, 0.7);
    again.resume(hers.unwritten([onItsWay]) ?? "");
    expect(words(again)).toBe("One and two");
    expect(opened(leila).unwritten()).toBeUndefined();
  });
});
