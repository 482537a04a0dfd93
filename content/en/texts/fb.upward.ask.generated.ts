// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.upward.ask: mentor; every third Close */
export const fbUpwardAsk: Block<never> = {"id":"fb.upward.ask","meta":"mentor; every third Close","pieces":[{"kind":"paragraph","words":["It is hard to criticise someone above you. Make it easy:"]},{"kind":"list","ordered":true,"items":[["Tell a criticism you once got and what you did with it."],["Offer a choice: “Should I give more advice or ask more questions? Go faster or slower?”"],["Ask for one thing."],["Say thank you, and nothing else for ten seconds."]]}]};
