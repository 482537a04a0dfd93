import { installedTool } from "./gates/command.ts";

// `node tools/format.ts [PLACE…]` writes every file in the one format that `npm run check` expects.
const places = process.argv.slice(2);
const { code, output } = await installedTool("oxfmt/bin/oxfmt", places.length > 0 ? places : ["."]);
process.stdout.write(output);
process.exitCode = code;
