/** Gives every style sheet the order of the layers: sheets of lazy screens may arrive first, and the first to name a layer places it. */
import type { Plugin } from "vite";

/** The plugin. */
export function layered(): Plugin {
  return {
    name: "oakroom:layered",
    enforce: "pre",
    transform: {
      filter: { id: /\.css$/ },
      handler: (code) => `@layer base, parts, screens;\n${code}`,
    },
  };
}
