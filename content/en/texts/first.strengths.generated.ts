// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.strengths: both; first meeting, private note beforehand */
export const firstStrengths: Block<never> = {"id":"first.strengths","meta":"both; first meeting, private note beforehand","pieces":[{"kind":"paragraph","words":["Take turns: one thing you respect in the other, and one you are curious about. One true detail is worth more than praise."]}]};
