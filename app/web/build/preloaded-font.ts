/** Asks for the one font that every first screen needs together with the style sheet, instead of after it. */
import type { HtmlTagDescriptor, Plugin } from "vite";

/** The plugin: adds a preload for the emitted font whose name matches. */
export function preloadedFont(name: RegExp): Plugin {
  return {
    name: "oakroom:preloaded-font",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }): HtmlTagDescriptor[] {
        const font = Object.keys(bundle).find((file) => name.test(file) && file.endsWith(".woff2"));
        if (font === undefined) return [];
        const attrs = { rel: "preload", as: "font", type: "font/woff2", crossorigin: "", href: `/${font}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}
