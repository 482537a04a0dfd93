// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.questions: both; where fewer than two cards were picked by both */
export const groundQuestions: Block<never> = {"id":"ground.questions","meta":"both; where fewer than two cards were picked by both","pieces":[{"kind":"list","ordered":false,"items":[["What did you learn outside school that you still use every week?"],["Which place that you no longer live in do you still carry with you?"],["Who saw something in you before you saw it, and what did they do?"],["What did you believe about work at twenty, and what do you believe now?"],["When did you last change your mind about something that mattered?"],["What are you good at that hardly anybody here knows about?"],["Which first day do you remember best, and why that one?"],["What would the two of us have talked about, had we met ten years ago?"]]}]};
