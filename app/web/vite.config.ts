import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { lateFont } from "./build/late-font.ts";
import { layered } from "./build/layered.ts";
import { preloadedFont } from "./build/preloaded-font.ts";
import { selfContained } from "./build/self-contained.ts";
import { serviceWorker } from "./build/service-worker.ts";

/** Browsers with light-dark(), native nesting of parts and Ed25519 or our own fallback for it. */
const browsers = ["chrome123", "edge123", "firefox128", "safari17.5"];

/**
 * Modules that the same screens need travel in one file: it compresses better than many, and a first visit asks for less.
 * A module stands in the group of its highest priority; whatever a group's modules import and no other group has goes along.
 */
const together = [
  { name: "entry", tags: ["$initial" as const], priority: 4 },
  {
    name: "dates",
    test: /features\/programme\/relationships\/(?:api|schema)|app\/values\/(?:day|instant)|web\/client\/format|room\/frame\/pairs|room\/sessions\/when\/(?:when|text)\.tsx?$/,
    minShareCount: 2,
    priority: 3,
  },
  {
    name: "kit",
    test: /app\/web\/(?:ui\/(?:link|progress|skeleton|promise-line|tabs|disclosure|empty-state|loaded)|client\/(?:new-id|load))\.tsx?$/,
    minShareCount: 2,
    priority: 3,
  },
  {
    name: "vault",
    test: /app\/vault\/(?:browser\/|rpc|remote-vault)|features\/room\/frame\/hand/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: "room",
    test: /features\/room\/(?:frame\/(?:room-page|condition|lasting|text)|state\/)/,
    minShareCount: 4,
    priority: 1,
  },
];

/**
 * What is fetched at once with a late part. The first script carries these lists, so they hold what takes part in a room and
 * on the way there; a manager's screens, on a desk, and pages that are hardly ever opened name their own parts when they come.
 */
const rarely =
  /^assets\/(?:board|people|person|import|add-person|overview|settings|pairs|set-up|contacts|launch|managers|changes|accept|mine|verify|what-oakroom|who-could|how-sessions|help|when|lost|not-me|add-device|calendar|contact|letter|show|self-check|ask|inbox|reminders|waiting|back|addresses|address-line|my-data|account-erased|rounds|two-drafts|evidence|changes|criteria|wishes|mails|leaving|erasing|keepsake|stop|founding|finish|moments|offlimits|paper)-/;

function preloaded(file: string, parts: string[]): string[] {
  return rarely.test(file) ? [] : parts;
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: "public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    layered(),
    selfContained(browsers),
    lateFont(/source-(?:sans-3|serif-4)/),
    preloadedFont(/source-sans-3-latin-wght-normal/),
    serviceWorker(fileURLToPath(new URL("service-worker/service-worker.ts", import.meta.url))),
    compressed(),
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: browsers,
    cssTarget: browsers,
    // A font or picture inside the code would have to be loaded again with every change of the code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: preloaded },
    rolldownOptions: { output: { codeSplitting: { groups: together } } },
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  worker: {
    format: "es",
    rolldownOptions: {
      output: {
        // The server gives this name the one policy that may compile WebAssembly.
        entryFileNames: "assets/worker-[hash].js",
        // What a worker begins with travels in one file; what it fetches later builds on that.
        codeSplitting: { groups: [{ name: "vault", tags: ["$initial" as const] }] },
      },
    },
  },
});
