// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.overview: both; help page */
export const sessionOverview: Block<never> = {"id":"session.overview","meta":"both; help page","pieces":[{"kind":"paragraph","words":["The four steps stay the same, so that the talk can be free."]}]};
