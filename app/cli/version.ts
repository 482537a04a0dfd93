/** `version`: which Oakroom this is. */
import { programVersion } from "../server/version.ts";
import type { Command } from "./command.ts";

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
