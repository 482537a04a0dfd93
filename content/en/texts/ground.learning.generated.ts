// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.learning: both; cards to pick, one a line */
export const groundLearning: Block<never> = {"id":"ground.learning","meta":"both; cards to pick, one a line","pieces":[{"kind":"list","ordered":false,"items":[["first: I was the first in my family to study."],["late: I learned something important late."],["hands: I learned my trade with my hands first."],["selftaught: I taught myself much of what I do."],["dropped: I once left a course or a training before its end."],["teacher: One teacher made a difference to me."],["books: A book once changed my direction."],["beginner: I am a beginner at something right now."],["wish: There is something I have always wanted to learn."]]}]};
