import { describe, expect, it } from "vitest";
import { launchPoints, refuseLaunch } from "./rules.ts";
import { pointText } from "./text.ts";

describe("P88: what comes before the first invitation", () => {
  it("is all of it: mentors, mentees, the statement and the contacts", () => {
    expect(refuseLaunch(launchPoints)).toBeUndefined();
    for (const left of launchPoints)
      expect(refuseLaunch(launchPoints.filter((point) => point !== left))).toBe("not-all-done");
  });

  it("stands there in the words of the guidance", () => {
    expect(pointText("statement")).toBe("The confidentiality text, read by someone who knows the law here");
    expect(pointText("contacts")).toMatch(/^Two named contacts/);
    expect(pointText("mentors")).toMatch(/^Mentors have had an hour/);
    expect(pointText("mentees")).toBe("Mentees have had one on leading their hour");
  });
});
