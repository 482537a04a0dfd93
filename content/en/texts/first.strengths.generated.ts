// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.strengths: both; first meeting, private note beforehand */
export const firstStrengths: Block<never> = {"id":"first.strengths","meta":"both; first meeting, private note beforehand","pieces":[{"kind":"paragraph","words":["Before you meet: read the other profile and note one thing you respect and one thing you are curious about. Say both early on. Be specific; one true detail is worth more than praise."]}]};
