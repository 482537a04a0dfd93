// What `npm start`, `npm test`, `npm run check`, `demo`, `oakroom` and `bench` run first. It stands on Node alone, from
// Node 18 up: it finds a Node that can run Oakroom, installs and builds what is missing, and starts the program.
import { start } from "./tools/start/start.mjs";

process.exitCode = await start(process.argv.slice(2));
