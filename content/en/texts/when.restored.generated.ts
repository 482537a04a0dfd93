// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.restored: everyone; Oakroom says that the server has less than it had */
export const whenRestored: Block<never> = {"id":"when.restored","meta":"everyone; Oakroom says that the server has less than it had","pieces":[{"kind":"paragraph","words":["The server was set back to an earlier day, by accident or not. Your devices hold what it lacks and give it back by themselves, while Oakroom is open on them. If the message stays for days, tell your programme."]}]};
