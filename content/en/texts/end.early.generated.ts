// Made from ending.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** end.early: both; one tap, no fault */
export const endEarly: Block<"name"> = {"id":"end.early","meta":"both; one tap, no fault","pieces":[{"kind":"paragraph","words":["It is fine to stop. Choose: one last talk / a short message / just stop. The other person hears: “",{"value":"name"}," has ended the pairing, as either of you may at any time. It says nothing about you. Thank you for the time you gave each other.” The programme hears the date. No reason is asked for."]}]};
