/** A typeface that may come late is not put in place of its stand-in on a page that is being read: lines would break elsewhere, and all below would move. */
import type { Plugin } from "vite";

/** The plugin. `family` is part of the address of the family's style sheets. */
export function lateFont(family: string): Plugin {
  return {
    name: "oakroom:late-font",
    enforce: "pre",
    transform: {
      filter: { id: new RegExp(String.raw`${family}.*\.css$`) },
      handler: (code) => code.replaceAll("font-display: swap", "font-display: optional"),
    },
  };
}
