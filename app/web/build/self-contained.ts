/** Builds a module and all it imports into one script without imports, and hands it over as text: for files that open without Oakroom. */
import { build, type Plugin } from "vite";

const asked = /\.tsx\?inline$/;

/** The plugin: `import code from "./reader.tsx?inline"`. */
export function selfContained(target: string[]): Plugin {
  return {
    name: "oakroom:self-contained",
    enforce: "pre",
    load: {
      filter: { id: asked },
      async handler(id) {
        const entry = id.replace(/\?inline$/, "");
        this.addWatchFile(entry);
        const built = await build({
          configFile: false,
          logLevel: "error",
          build: {
            write: false,
            target,
            modulePreload: false,
            reportCompressedSize: false,
            rolldownOptions: { input: entry, output: { format: "iife", codeSplitting: false } },
          },
        });
        const [output] = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
        if (output?.type !== "chunk") throw new Error(`${entry} was not built into one script`);
        return `export default ${JSON.stringify(output.code)};`;
      },
    },
  };
}
