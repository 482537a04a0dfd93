// Made from questions.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** ask.open: mentor; how to ask */
export const askOpen: Block<never> = {"id":"ask.open","meta":"mentor; how to ask","pieces":[{"kind":"paragraph","words":["Start with what, how, when, who. A “why” can sound like a charge; try “what led to”. One question at a time. Silence is an answer that is still on its way."]}]};

/** ask.depth: both; shown beside deeper prompts */
export const askDepth: Block<never> = {"id":"ask.depth","meta":"both; shown beside deeper prompts","pieces":[{"kind":"paragraph","words":["This one goes deeper. Take it, change it, or leave it for another day."]}]};

/** ask.warmup: both; depth one */
export const askWarmup: Block<never> = {"id":"ask.warmup","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What was a good hour this week?"],["What have you learned lately outside work?"],["What is on your desk that should not be there?"],["What have you been looking forward to?"],["What did you do this week that nobody noticed?"],["What are you reading, watching or building just now?"],["Where would you rather be sitting today?"]]}]};

/** ask.road: mentor asks; depth one */
export const askRoad: Block<never> = {"id":"ask.road","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["Which two or three turns made you who you are at work?"],["Which part of your work would you do for free, and which not at any price?"],["Who taught you something you still use?"],["What did you want to be before this, and what of it is left?"],["How did you come to the work you do now?"],["Which day at work would you like to have again?"],["What do people come to you for, without being told to?"]]}]};

/** ask.past: mentor asks; depth two, "only if you wish" */
export const askPast: Block<never> = {"id":"ask.past","meta":"mentor asks; depth two, \"only if you wish\"","pieces":[{"kind":"list","ordered":false,"items":[["What from earlier mentors, managers or teachers should I know, so that I do not step on it?"],["When help went wrong for you once, what made it go wrong?"],["What did someone once do for you that you would like to see again here?"],["What were you told about yourself that you have stopped believing?"]]}]};

/** ask.support: mentor asks; depth one */
export const askSupport: Block<never> = {"id":"ask.support","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What are you good at that we should use more?"],["Where would you like someone beside you?"],["What keeps you going when it gets slow, and what could I do for that?"],["What kind of help do you want today: listening, thinking along, advice, or an open door?"],["What would make this month easier?"],["Which of your strengths is on holiday at the moment?"],["Whom do you know who has done this already?"]]}]};

/** ask.goal: mentor asks; depth one */
export const askGoal: Block<never> = {"id":"ask.goal","meta":"mentor asks; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What would you like to be able to do by spring that you cannot do now?"],["How would you notice that you are further than today?"],["What is the smallest part of this that would already be worth having?"],["Which of your goals is really somebody else’s?"],["What would you stop doing, to make room for it?"],["What have you tried so far, and what did it show you?"]]}]};

/** ask.beneath: mentor asks; depth two */
export const askBeneath: Block<never> = {"id":"ask.beneath","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["If this goal were reached, what would be different on an ordinary Tuesday?"],["What makes it matter now?"],["What are you afraid might happen if you try? And if you do not?"],["What would you lose by succeeding?"],["Whose approval would you miss most if you did it your own way?"],["What do you already know about this that you would rather not know?"],["What moves you when you think of it, and what frightens you?"]]}]};

/** ask.notplan: mentor asks; depth two */
export const askNotplan: Block<never> = {"id":"ask.notplan","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["What is not going the way you planned?"],["What have you not told me because it did not sound like progress?"],["Where are you polite when you would rather be clear?"],["What are you waiting for, and from whom?"],["What takes more of your strength than it should?"],["Which problem have you begun to live with?"],["What would you say about this if you had to say it in one sentence?"]]}]};

/** ask.setbacks: mentor asks; depth two */
export const askSetbacks: Block<never> = {"id":"ask.setbacks","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Tell me of a plan that failed. What do you know now that you did not know then?"],["What helped you stand up again?"],["What did you learn about the people around you at that time?"],["Which mistake would you make again, knowing what came of it?"],["What did you decide then that you still keep to?"]]}]};

/** ask.decide: mentor asks; depth two */
export const askDecide: Block<never> = {"id":"ask.decide","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Which decision are you putting off, and what does waiting cost?"],["What would you advise a friend who stood where you stand?"],["What would have to be true for the other choice to be right?"],["Which choice could you take back, and which not?"],["What will you wish you had done, two years from now?"]]}]};

/** ask.people: mentor asks; depth two */
export const askPeople: Block<never> = {"id":"ask.people","meta":"mentor asks; depth two","pieces":[{"kind":"list","ordered":false,"items":[["Who makes your work lighter, and who heavier?"],["What do you think the other person wanted in that meeting?"],["How would they tell the same story?"],["Whom would you need on your side, and what matters to them?"],["What have you not yet said to them, and what holds you back?"]]}]};

/** ask.ahead: both; depth one */
export const askAhead: Block<never> = {"id":"ask.ahead","meta":"both; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What could get in the way before we meet again?"],["What would we do about it if we were clever and lazy?"],["Whom should we ask early?"],["What is the first thing you will do, and on which day?"],["How will you remember it in a bad week?"],["What will you say no to, so that it can happen?"]]}]};

/** ask.us: both; depth one, Close */
export const askUs: Block<never> = {"id":"ask.us","meta":"both; depth one, Close","pieces":[{"kind":"list","ordered":false,"items":[["What in our way of working is worth keeping?"],["What could I do more, or less, so that this is useful to you?"],["What do we both avoid?"],["What helped today, and what would help more?"],["What should we do differently next time?"],["Where did I miss what you meant?"]]}]};

/** ask.values: both; depth three */
export const askValues: Block<never> = {"id":"ask.values","meta":"both; depth three","pieces":[{"kind":"list","ordered":false,"items":[["When did you last act against what you hold important? What did it cost?"],["Which success of yours feels borrowed?"],["What would you like people to say of you who worked with you in a hard year?"],["What have you never been asked, and would have liked to be?"],["Where are you braver than you look?"]]}]};

/** ask.courage: both; depth three */
export const askCourage: Block<never> = {"id":"ask.courage","meta":"both; depth three","pieces":[{"kind":"list","ordered":false,"items":[["What would you do if you were not afraid of being found out?"],["Which conversation have you had in your head many times?"],["What are you proud of that you cannot put on a page?"],["What do you need to forgive yourself for at work?"],["What would change if you believed that you belong here?"]]}]};

/** ask.mentee: mentee asks the mentor; depth one */
export const askMentee: Block<never> = {"id":"ask.mentee","meta":"mentee asks the mentor; depth one","pieces":[{"kind":"list","ordered":false,"items":[["What do you wish you had been told at my stage?"],["What have you changed your mind about?"],["How do you decide when you do not know enough?"],["What do you still find hard?"],["What would you do differently if you began again?"],["Whose advice did you not take, and how did that go?"],["How do people who decide about such things look at it?"],["What do you see in me that I do not see yet?"]]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "ask.open": askOpen,
  "ask.depth": askDepth,
  "ask.warmup": askWarmup,
  "ask.road": askRoad,
  "ask.past": askPast,
  "ask.support": askSupport,
  "ask.goal": askGoal,
  "ask.beneath": askBeneath,
  "ask.notplan": askNotplan,
  "ask.setbacks": askSetbacks,
  "ask.decide": askDecide,
  "ask.people": askPeople,
  "ask.ahead": askAhead,
  "ask.us": askUs,
  "ask.values": askValues,
  "ask.courage": askCourage,
  "ask.mentee": askMentee,
};
