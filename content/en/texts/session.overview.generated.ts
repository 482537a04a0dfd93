// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.overview: both; help page */
export const sessionOverview: Block<never> = {"id":"session.overview","meta":"both; help page","pieces":[{"kind":"paragraph","words":["Every session has four steps. ",{"bold":["Prepare"]},": a few minutes alone. ",{"bold":["Open"]},": arrive, remember what is private, choose the topic. ",{"bold":["Talk"]},": listen, ask, tell, then suggest. ",{"bold":["Close"]},": what I take with me, what I will do, how we are doing. The steps stay the same so that the talk can be free."]}]};
