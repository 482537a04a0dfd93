// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** power.card: mentor; training and first meeting */
export const powerCard: Block<never> = {"id":"power.card","meta":"mentor; training and first meeting","pieces":[{"kind":"paragraph","words":["Whoever has less power feels it more than you do. Go first with something imperfect, ask before you advise, and keep your rank out of examples. Never use what you heard when you decide about their area; if you cannot avoid deciding, step out."]}]};
