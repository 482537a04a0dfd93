// Made from first-meeting.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** first.hopes: both; first meeting, sealed until both are done */
export const firstHopes: Block<never> = {"id":"first.hopes","meta":"both; first meeting, sealed until both are done","pieces":[{"kind":"paragraph","words":["I hope that… / I would like to be able to… / I am a little worried that… / From you I would need… / What you can expect from me…"]},{"kind":"paragraph","words":["When both are ready the cards turn at the same time. Where they differ you have your next topic, not a problem."]}]};
