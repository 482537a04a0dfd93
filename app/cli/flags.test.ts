import { describe, expect, it } from "vitest";
import { Failure } from "./failure.ts";
import { readFlags } from "./flags.ts";

const kinds = { programme: "text", contact: "list", "dry-run": "switch" } as const;
const read = (...args: ReadonlyArray<string>) => readFlags(args, kinds, "import");

describe("flags", () => {
  it("stand anywhere, with = or a space before their value", () => {
    expect(read("a.csv", "--programme", "P", "--dry-run")).toEqual({
      words: ["a.csv"],
      flags: { programme: "P", contact: [], "dry-run": true },
    });
    expect(read("--programme=P=Q", "a.csv").flags.programme).toBe("P=Q");
    expect(read("--contact", "A <a@x>", "--contact=B <b@x>").flags.contact).toEqual(["A <a@x>", "B <b@x>"]);
    expect(read("--", "--programme").words).toEqual(["--programme"]);
  });

  it.each([
    [["--programm", "P"], "import does not know --programm. Did you mean --programme?"],
    [["--dryrun"], "import does not know --dryrun. Did you mean --dry-run?"],
    [["--frobnicate"], "import does not know --frobnicate. It knows --programme, --contact, --dry-run."],
    [["-p", "P"], "import does not know -p. It knows --programme, --contact, --dry-run."],
    [["--programme"], "--programme needs a value behind it, for example: --programme 0190…"],
    [["--programme", "--dry-run"], "--programme needs a value behind it, for example: --programme 0190…"],
    [["--programme="], "--programme needs a value behind it, for example: --programme 0190…"],
    [["--dry-run=yes"], "--dry-run takes no value."],
    [["--programme", "P", "--programme", "Q"], "--programme was given twice; give it once."],
    [["--__proto__", "P"], "import does not know --__proto__. It knows --programme, --contact, --dry-run."],
    [["--constructor"], "import does not know --constructor. It knows --programme, --contact, --dry-run."],
  ])("%j: %s", (args, line) => {
    expect(() => read(...args)).toThrow(new Failure(line, 2));
  });
});
