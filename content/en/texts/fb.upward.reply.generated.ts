// Made from feedback.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** fb.upward.reply: mentor; reply form, no box for defence */
export const fbUpwardReply: Block<"date"> = {"id":"fb.upward.reply","meta":"mentor; reply form, no box for defence","pieces":[{"kind":"paragraph","words":["Thank you for… / What I take from it… / One thing I will do differently by ",{"value":"date"},"… / A question, if you like to answer it…"]},{"kind":"paragraph","words":["If you feel the urge to explain yourself, sleep on it."]}]};
