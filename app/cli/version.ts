/** `version`: which Oakroom this is. */
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import type { Command } from "./command.ts";

/** As in package.json. */
export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).version;

/** Says the version of Oakroom and of Node. */
export const version: Command = {
  name: "version",
  usage: "",
  summary: "Say which Oakroom this is, and on which Node it runs",
  run: async (_args, io) => {
    io.out(`Oakroom ${programVersion}, Node ${process.version}`);
    return 0;
  },
};
