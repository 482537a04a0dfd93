// Made from mentor.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** power.card: mentor; training and first meeting */
export const powerCard: Block<never> = {"id":"power.card","meta":"mentor; training and first meeting","pieces":[{"kind":"paragraph","words":["You may feel equal; the one with less power rarely does. Go first with something imperfect. Ask before you advise. Keep your rank out of examples. Never use what you heard when you decide about their area; if you cannot avoid deciding, step out. Do not say “you can trust me”: let time say it."]}]};
