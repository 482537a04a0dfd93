/** A typeface that comes late is not put in place of its stand-in on a page that is being read: lines would break elsewhere, and all below would move. */
import type { Plugin } from "vite";

/** The plugin. `families` fits the addresses of the families' style sheets. What is preloaded is mostly here in time; the rest is at the next page. */
export function lateFont(families: RegExp): Plugin {
  return {
    name: "oakroom:late-font",
    enforce: "pre",
    transform: {
      filter: { id: new RegExp(String.raw`(?:${families.source}).*\.css$`) },
      handler: (code) => code.replaceAll("font-display: swap", "font-display: optional"),
    },
  };
}
