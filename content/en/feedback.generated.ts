// Made from feedback.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** fb.manual: both; personal card shown above feedback forms */
export const fbManual: Block<never> = {"id":"fb.manual","meta":"both; personal card shown above feedback forms","pieces":[{"kind":"paragraph","words":["Tell me directly / wrap it a little. In the moment / after a night. Spoken / written. Please avoid: … When I go quiet it means: …"]}]};

/** fb.permission: both; before a feedback note opens */
export const fbPermission: Block<"name" | "topic"> = {"id":"fb.permission","meta":"both; before a feedback note opens","pieces":[{"kind":"paragraph","words":[{"value":"name"}," has a thought about ",{"value":"topic"},". Now / later / not today?"]}]};

/** fb.balanced: both; feedback form, a "try" needs a "keep" */
export const fbBalanced: Block<never> = {"id":"fb.balanced","meta":"both; feedback form, a \"try\" needs a \"keep\"","pieces":[{"kind":"paragraph","words":[{"bold":["Keep:"]}," what you did and what good it did. ",{"bold":["Try:"]}," one thing, what I saw, what it led to, one idea. ",{"bold":["My part:"]}," what I can do to make it easier. Talk about the act, never the person."]}]};

/** fb.upward.ask: mentor; every third Close */
export const fbUpwardAsk: Block<never> = {"id":"fb.upward.ask","meta":"mentor; every third Close","pieces":[{"kind":"paragraph","words":["It is hard to criticise someone above you. Make it easy:"]},{"kind":"list","ordered":true,"items":[["Tell a criticism you once got and what you did with it."],["Offer a choice: “Should I give more advice or ask more questions? Go faster or slower?”"],["Ask for one thing."],["Say thank you, and nothing else for ten seconds."]]}]};

/** fb.upward.starters: mentee; answer starters */
export const fbUpwardStarters: Block<never> = {"id":"fb.upward.starters","meta":"mentee; answer starters","pieces":[{"kind":"paragraph","words":["More of… / less of… / it helped when… / I was lost when… / I would rather say this later. A choice is as good as a sentence, and “not now” is an answer."]}]};

/** fb.upward.reply: mentor; reply form, no box for defence */
export const fbUpwardReply: Block<"date"> = {"id":"fb.upward.reply","meta":"mentor; reply form, no box for defence","pieces":[{"kind":"paragraph","words":["Thank you for… / What I take from it… / One thing I will do differently by ",{"value":"date"},"… / A question, if you like to answer it…"]},{"kind":"paragraph","words":["If you feel the urge to explain yourself, sleep on it."]}]};

/** fb.process: mentee; Close, optional */
export const fbProcess: Block<never> = {"id":"fb.process","meta":"mentee; Close, optional","pieces":[{"kind":"paragraph","words":["About how we work: keep as it is / change one thing: … Only your mentor sees this."]}]};

/** fb.session: both; Close, optional, one tap */
export const fbSession: Block<never> = {"id":"fb.session","meta":"both; Close, optional, one tap","pieces":[{"kind":"paragraph","words":["Today helped / helped in part / not today. It stays with you until you share it. It is never added up."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "fb.manual": fbManual,
  "fb.permission": fbPermission,
  "fb.balanced": fbBalanced,
  "fb.upward.ask": fbUpwardAsk,
  "fb.upward.starters": fbUpwardStarters,
  "fb.upward.reply": fbUpwardReply,
  "fb.process": fbProcess,
  "fb.session": fbSession,
};
