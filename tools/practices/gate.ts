import { readTree } from "../architecture/tree.ts";
import { root } from "../gates/command.ts";
import { yesOrNo, type Gate } from "../gates/gate.ts";
import { findBreaches, keptPractices, pagePath } from "./practices.ts";

/** Every practice that counts as kept has a place, a proof and its guards; asked of the whole house, also that the page which says so is true. */
export function practicesGate(places: ReadonlyArray<string>): Gate {
  return {
    name: "practices",
    run: async () => {
      const tree = readTree(root);
      const all = keptPractices(tree);
      const kept = all.filter(({ standing }) => standing === "kept").length;
      const breaches = findBreaches(tree).filter(({ file }) => places.length === 0 || file !== pagePath);
      const lines = breaches.map(
        ({ file, line, message }) => `${file}${line === undefined ? "" : `:${line}`}: ${message}`,
      );
      return { ...yesOrNo(all.length, "practices", lines.join("\n")), seen: `${kept} of ${all.length} kept` };
    },
  };
}
