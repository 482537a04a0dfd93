import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { layered } from "./build/layered.ts";
import { preloadedFont } from "./build/preloaded-font.ts";
import { serviceWorker } from "./build/service-worker.ts";

/** Browsers with light-dark(), native nesting of parts and Ed25519 or our own fallback for it. */
const browsers = ["chrome123", "edge123", "firefox128", "safari17.5"];

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: "public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [
    layered(),
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
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: {
    format: "es",
    // The server gives this name the one policy that may compile WebAssembly.
    rolldownOptions: { output: { entryFileNames: "assets/worker-[hash].js" } },
  },
});
