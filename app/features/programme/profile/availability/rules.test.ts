import { describe, expect, it } from "vitest";
import { readAvailability, writeAvailability } from "./rules.ts";

describe("weekly hours", () => {
  it.each([
    ["Mon-Thu 12:00-14:00", "Mon-Thu 12:00-14:00"],
    ["Tue,Thu 14:00-18:00", "Tue,Thu 14:00-18:00"],
    ["Wed 08:00-17:00", "Wed 08:00-17:00"],
    ["mon – fri 9–12", "Mon-Fri 09:00-12:00"],
    ["Monday to noon", undefined],
    ["Mon 9:00-12:00; Wed 13.00-15.30", "Mon 09:00-12:00; Wed 13:00-15:30"],
    ["Mon 9-12, Wed 13-15", "Mon 09:00-12:00; Wed 13:00-15:00"],
    ["Tuesday and Thursday: 9am to 1pm", "Tue,Thu 09:00-13:00"],
    ["Fri 2-4pm", "Fri 14:00-16:00"],
    ["Fri 11-1pm", "Fri 11:00-13:00"],
    ["weekdays 18:00-24:00", "Mon-Fri 18:00-24:00"],
    ["Sat, Sun 10-11", "Sat,Sun 10:00-11:00"],
    ["", ""],
    ["sometimes", undefined],
    ["Mon 14:00-12:00", undefined],
    ["Mon 25:00-26:00", undefined],
    ["Fri-Mon 9-12", undefined],
    ["Mon 9-12 but not in May", undefined],
    [`Mon 9-12${", Tue 9-12".repeat(100)}`, undefined],
  ])("%j is read as %j", (text, written) => {
    const windows = readAvailability(text);
    expect(windows && writeAvailability(windows)).toBe(written);
  });

  it("come back unchanged once they are written", () => {
    const text = "Mon-Wed,Fri 09:00-12:30; Sat,Sun 20:00-24:00";
    expect(writeAvailability(readAvailability(text) ?? [])).toBe(text);
  });
});
