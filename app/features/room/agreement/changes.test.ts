import { describe, expect, it } from "vitest";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { agreement, type AgreementEvent } from "./rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const fold = (...events: ReadonlyArray<AgreementEvent>) =>
  events.reduce(agreement.reduce, agreement.initial).parts.rhythm;

const everyDays = (days: number) =>
  ({ part: "rhythm", content: { everyDays: days, lengthMinutes: 60, way: "Video" } }) as const;
const first = happened(leila, "agreement.proposed", everyDays(14));
const agreed = [first, happened(ingrid, "agreement.accepted", { proposal: referTo(first) }, "2026-10-06T09:00:00Z")];
const weekly = happened(leila, "agreement.proposed", everyDays(7), "2026-11-02T09:00:00Z");
const accepted = (who: typeof leila) =>
  happened(who, "agreement.accepted", { proposal: referTo(weekly) }, "2026-11-03T09:00:00Z");

describe("P51: a part that changes", () => {
  it("stands beside what it would replace until the other answers", () => {
    const part = fold(...agreed, weekly);
    expect([part?.agreed, part?.proposal?.wording]).toEqual([everyDays(14), everyDays(7)]);
  });

  it("shows both what changed and when, once both said yes", () => {
    const changes = fold(...agreed, weekly, accepted(ingrid))?.changes ?? [];
    expect(changes.map(({ wording, at }) => [wording, new Date(at).toISOString().slice(0, 10)])).toEqual([
      [everyDays(14), "2026-10-06"],
      [everyDays(7), "2026-11-03"],
    ]);
  });

  it("stays as it was where it is kept, and the suggestion leaves nothing behind", () => {
    const part = fold(...agreed, weekly, happened(ingrid, "agreement.kept", { proposal: referTo(weekly) }));
    expect([part?.agreed, part?.proposal, part?.changes?.length]).toEqual([everyDays(14), undefined, 1]);
  });

  it("P51 never: a change that one alone makes", () => {
    expect(fold(...agreed, weekly, accepted(leila))?.agreed).toEqual(everyDays(14));
  });
});
