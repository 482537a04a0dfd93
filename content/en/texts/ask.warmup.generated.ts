// Made from questions.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ask.warmup: both; depth one */
export const askWarmup: Block<never> = {"id":"ask.warmup","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What was a good hour this week?"],["What have you learned lately outside work?"],["What is on your desk that should not be there?"],["What have you been looking forward to?"],["What did you do this week that nobody noticed?"],["What are you reading, watching or building just now?"],["Where would you rather be sitting today?"]]}]};
