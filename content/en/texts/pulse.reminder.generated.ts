// Made from pulse.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** pulse.reminder: everyone invited, sent to all alike */
export const pulseReminder: Block<never> = {"id":"pulse.reminder","meta":"everyone invited, sent to all alike","pieces":[{"kind":"paragraph","words":["The survey closes on Friday. If you have answered: thank you. If not: it takes two minutes. Nobody is shown who has."]}]};
