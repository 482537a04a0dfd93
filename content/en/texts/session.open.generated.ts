// Made from sessions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** session.open: both; first 5 minutes */
export const sessionOpen: Block<never> = {"id":"session.open","meta":"both; first 5 minutes","pieces":[{"kind":"list","ordered":true,"items":[["The reminder: what is private, and the limits."],["Quiet: other windows closed, phone away, Oakroom silent until Close."],["Arrive: one light question, or none."],["What is going well? What is not going to plan?"],["The mentor asks: “Where shall we start?”"]]}]};
