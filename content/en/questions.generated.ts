// Made from questions.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** ask.open: mentor; how to ask */
export const askOpen: Block<never> = {"id":"ask.open","meta":"mentor; how to ask","pieces":[{"kind":"paragraph","words":["Start with what, how, when, who. A “why” can sound like a charge; try “what led to”. One question at a time. Silence is an answer that is still on its way."]}]};

/** ask.depth: both; shown beside deeper prompts */
export const askDepth: Block<never> = {"id":"ask.depth","meta":"both; shown beside deeper prompts","pieces":[{"kind":"paragraph","words":["This one goes deeper. Take it, change it, or leave it for another day."]}]};

/** ask.warmup: both; depth one */
export const askWarmup: Block<never> = {"id":"ask.warmup","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What was a good hour this week?"],["What have you learned lately outside work?"],["What is on your desk that should not be there?"]]}]};

/** ask.road: mentor asks; depth one */
export const askRoad: Block<never> = {"id":"ask.road","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["Which two or three turns made you who you are at work?"],["Which part of your work would you do for free, and which not at any price?"],["Who taught you something you still use?"]]}]};

/** ask.past: mentor asks; depth two, "only if you wish" */
export const askPast: Block<never> = {"id":"ask.past","meta":"mentor asks; depth two, \"only if you wish\"","pieces":[{"kind":"list","ordered":false,"items":[["Is there anything from earlier mentors, managers or teachers that I should know, so that I do not step on it?"],["When help went wrong for you once, what made it go wrong?"]]}]};

/** ask.support: mentor asks; depth one */
export const askSupport: Block<never> = {"id":"ask.support","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What are you good at that we should use more?"],["Where would you like someone beside you?"],["What keeps you going when it gets slow, and what could I do for that?"]]}]};

/** ask.beneath: mentor asks; depth two */
export const askBeneath: Block<never> = {"id":"ask.beneath","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["If this goal were reached, what would be different on an ordinary Tuesday?"],["What makes it matter now?"],["What are you afraid might happen if you try? And if you do not?"]]}]};

/** ask.notplan: mentor asks; depth two */
export const askNotplan: Block<never> = {"id":"ask.notplan","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["What is not going the way you planned?"],["What have you not told me because it did not sound like progress?"],["Where are you polite when you would rather be clear?"]]}]};

/** ask.setbacks: mentor asks; depth two */
export const askSetbacks: Block<never> = {"id":"ask.setbacks","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Tell me of a plan that failed. What do you know now that you did not know then?"],["What helped you stand up again?"]]}]};

/** ask.ahead: both; depth one */
export const askAhead: Block<never> = {"id":"ask.ahead","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What could get in the way before we meet again?"],["What would we do about it if we were clever and lazy?"],["Whom should we ask early?"]]}]};

/** ask.us: both; depth one, Close */
export const askUs: Block<never> = {"id":"ask.us","meta":"both; depth one, Close","pieces":[{"kind":"list","ordered":false,"items":[["What in our way of working is worth keeping?"],["What could I do more, or less, so that this is useful to you?"],["Is there something we both avoid?"]]}]};

/** ask.values: both; depth three */
export const askValues: Block<never> = {"id":"ask.values","meta":"both; depth three","pieces":[{"kind":"list","ordered":false,"items":[["When did you last act against what you hold important? What did it cost?"],["Which success of yours feels borrowed?"]]}]};

/** ask.mentee: mentee asks the mentor; depth one */
export const askMentee: Block<never> = {"id":"ask.mentee","meta":"mentee asks the mentor; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What do you wish you had been told at my stage?"],["What have you changed your mind about?"],["How do you decide when you do not know enough?"]]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "ask.open": askOpen,
  "ask.depth": askDepth,
  "ask.warmup": askWarmup,
  "ask.road": askRoad,
  "ask.past": askPast,
  "ask.support": askSupport,
  "ask.beneath": askBeneath,
  "ask.notplan": askNotplan,
  "ask.setbacks": askSetbacks,
  "ask.ahead": askAhead,
  "ask.us": askUs,
  "ask.values": askValues,
  "ask.mentee": askMentee,
};
