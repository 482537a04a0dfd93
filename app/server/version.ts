/** Which Oakroom this is. */
import { readFileSync } from "node:fs";
import * as z from "zod/mini";

/** As in package.json. */
export const programVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))).version;
