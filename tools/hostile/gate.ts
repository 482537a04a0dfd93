import { readTree } from "../architecture/tree.ts";
import { root } from "../gates/command.ts";
import { type Gate, yesOrNo } from "../gates/gate.ts";
import { findBreaches, linesPath, pagePath, readLines } from "./suite.ts";

/** Every line of what a hostile server may try is played by a test that is there; asked of the whole house, also that the page is true. */
export function hostileGate(places: ReadonlyArray<string>): Gate {
  return {
    name: "hostile suite",
    run: async () => {
      const tree = readTree(root);
      const lines = readLines(tree.get(linesPath) ?? "").filter(({ id }) => id !== "#");
      const breaches = findBreaches(tree).filter(({ file }) => places.length === 0 || file !== pagePath);
      const told = breaches.map(
        ({ file, line, message }) => `${file}${line === undefined ? "" : `:${line}`}: ${message}`,
      );
      return yesOrNo(lines.length, "lines", told.join("\n"));
    },
  };
}
