import { describe, expect, it } from "vitest";
import { aDay } from "../../../values/day.ts";
import { changeActs, type Entry, withoutRepeats } from "./rules.ts";
import { actText } from "./text.ts";

type Dated = Entry & { readonly day: string };

const made = (day: string, by = "Marta"): Dated => ({ day, act: "draft-made", by, parts: [], about: [], others: 0 });
const dayOf = ({ day }: Dated) => aDay(day);

describe("the log of changes", () => {
  it("says once what Marta did again and again on one day", () => {
    const log = [made("2026-10-02"), made("2026-10-02"), made("2026-10-01")];
    expect(withoutRepeats(log, dayOf)).toEqual([made("2026-10-02"), made("2026-10-01")]);
  });

  it("keeps what Otto did between", () => {
    const log = [made("2026-10-02"), made("2026-10-02", "Otto"), made("2026-10-02")];
    expect(withoutRepeats(log, dayOf)).toEqual(log);
  });

  it("keeps changes of other settings apart", () => {
    const log: ReadonlyArray<Dated> = [
      { ...made("2026-10-02"), act: "settings-changed", parts: ["contacts"] },
      { ...made("2026-10-02"), act: "settings-changed", parts: ["name"] },
    ];
    expect(withoutRepeats(log, dayOf)).toEqual(log);
  });

  it("keeps what is about somebody else", () => {
    const log: ReadonlyArray<Dated> = [
      { ...made("2026-10-02"), act: "invited", about: ["Leila"] },
      { ...made("2026-10-02"), act: "invited", about: ["Ingrid"] },
    ];
    expect(withoutRepeats(log, dayOf)).toEqual(log);
  });

  it("has words for every act, and tells no content", () => {
    for (const act of changeActs) expect(actText[act]("you")).toMatch(/^[a-z][^.]+$/);
  });
});
