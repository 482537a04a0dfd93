import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { confUnsure } from "../../../../content/en/confidentiality.generated.ts";
import { safetyNow, safetyOther } from "../../../../content/en/safety.generated.ts";
import { authz } from "../../../server/matrix/authz.ts";
import { routes } from "../routes.ts";

const app = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string) => readFileSync(`${app}/${path}`, "utf8");

describe("P111 help and safety", () => {
  it("P111 is in the bar of every screen: in the frame's, and in that of each screen that draws its own", () => {
    expect(read("web/shell/frame.tsx")).toContain('<a href="/help">');
    const ownBars = globSync("{features,web/shell}/**/*.tsx", { cwd: app }).filter((path) => /<Bar\b/.test(read(path)));
    expect(ownBars.length).toBeGreaterThan(1);
    for (const path of ownBars) expect([path, read(path).includes('<a href="/help">')]).toEqual([path, true]);
  });

  it("P111 never: behind a sign-in or an unlock, or known to the server", () => {
    expect(routes.find(({ path }) => path === "/help")?.area).toBe("public");
    expect(read("web/shell/standing/help.tsx")).not.toMatch(/vault|useRoom|\bcall\(/);
    expect(Object.keys(authz).filter((id) => /help|safety|concern/i.test(id))).toEqual([]);
  });

  it("names whom to call before anything else, with no wait", () => {
    expect(JSON.stringify(safetyNow)).toContain("In danger now?");
    expect(read("web/shell/standing/help.tsx").indexOf("<Now />")).toBeLessThan(
      read("web/shell/standing/help.tsx").indexOf("<Programme key"),
    );
  });

  it("P113 tells whoever worries about the other to ask plainly and to stay, and whom to ask without names", () => {
    expect(JSON.stringify(safetyOther)).toMatch(/plainly, listen, stay until help is near/);
    expect(JSON.stringify(confUnsure)).toMatch(/with no names/);
  });
});
