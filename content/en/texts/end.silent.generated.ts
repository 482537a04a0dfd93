// Made from ending.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** end.silent: both; after a long silence, before the room closes */
export const endSilent: Block<"date"> = {"id":"end.silent","meta":"both; after a long silence, before the room closes","pieces":[{"kind":"paragraph","words":["This room has been quiet for a while. Shall we go on, pause, or end it well? If nobody answers by ",{"value":"date"}," it will close, with thanks, and you both keep your own notes until ",{"value":"date"},"."]}]};
