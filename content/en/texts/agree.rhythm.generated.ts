// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.rhythm: both; agreement, default 60 minutes every 2 weeks */
export const agreeRhythm: Block<"14" | "60"> = {"id":"agree.rhythm","meta":"both; agreement, default 60 minutes every 2 weeks","pieces":[{"kind":"paragraph","words":["Short and often beats long and rare. Our rhythm: every ",{"value":"14"}," days for ",{"value":"60"}," minutes, if possible on the same day and hour. Holidays and busy seasons: we say so beforehand."]}]};
