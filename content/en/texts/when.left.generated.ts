// Made from when.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** when.left: everyone; somebody leaves the programme, oneself or the other person */
export const whenLeft: Block<"Profile"> = {"id":"when.left","meta":"everyone; somebody leaves the programme, oneself or the other person","pieces":[{"kind":"paragraph","words":["Whoever leaves presses “I am leaving” under ",{"value":"Profile"},", or the programme notes it; nobody asks why. For some weeks, with the day in the room and by mail, you can both read everything, say goodbye, and take along what is yours. Then the room ends. If you stay, one tap in the room asks for another match. A mistake can be taken back by the programme until that day."]}]};
