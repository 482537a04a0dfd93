// Made from agreement.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** agree.boundaries: both; agreement */
export const agreeBoundaries: Block<never> = {"id":"agree.boundaries","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["Talk about: evenings and weekends; phone or messages; meeting in person, and where; family and health; introductions to other people; gifts; social media. For each: fine / ask first / no."]}]};
