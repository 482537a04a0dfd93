// Made from first-meeting.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** first.agenda: both; first meeting, 60 minutes, times can be moved, the first and third items cannot be removed */
export const firstAgenda: Block<never> = {"id":"first.agenda","meta":"both; first meeting, 60 minutes, times can be moved, the first and third items cannot be removed","pieces":[{"kind":"list","ordered":true,"items":[["What stays between us, and the limits (10)"],["Who we are: strengths and the road so far (15)"],["What trust means to each of us (10)"],["Hopes, goals, worries: turn the cards together (15)"],["Rhythm, channels, what happens when something slips (7)"],["One small thing each of us will do before next time (3)"]]}]};

/** first.trust: both; first meeting */
export const firstTrust: Block<never> = {"id":"first.trust","meta":"both; first meeting","pieces":[{"kind":"paragraph","words":["Take turns, two minutes each, without interrupting. “I notice that I trust someone when…” and “Trust gets harder for me when…”. Then: what is one thing we can do here because of that?"]}]};

/** first.strengths: both; first meeting, private note beforehand */
export const firstStrengths: Block<never> = {"id":"first.strengths","meta":"both; first meeting, private note beforehand","pieces":[{"kind":"paragraph","words":["Before you meet: read the other profile and note one thing you respect and one thing you are curious about. Say both early on. Be specific; one true detail is worth more than praise."]}]};

/** first.hopes: both; first meeting, sealed until both are done */
export const firstHopes: Block<never> = {"id":"first.hopes","meta":"both; first meeting, sealed until both are done","pieces":[{"kind":"paragraph","words":["I hope that… / I would like to be able to… / I am a little worried that… / From you I would need… / What you can expect from me…"]},{"kind":"paragraph","words":["When both are ready the cards turn at the same time. Where they differ you have your next topic, not a problem."]}]};

/** first.context: mentee; optional card, mentor can read */
export const firstContext: Block<never> = {"id":"first.context","meta":"mentee; optional card, mentor can read","pieces":[{"kind":"paragraph","words":["Things that help you understand my situation: (my days, my team, what is hard right now, what I care about). Leave empty what you like. You can change or delete it at any time."]}]};

/** first.anyquestion: mentor; first meeting */
export const firstAnyquestion: Block<never> = {"id":"first.anyquestion","meta":"mentor; first meeting","pieces":[{"kind":"paragraph","words":["Say it aloud: “You may ask me nearly anything, and I may say pass. The same goes for you.” Then show it: pass on one question yourself when it fits."]}]};

/** first.common: both; first meeting, optional, 5 minutes */
export const firstCommon: Block<never> = {"id":"first.common","meta":"both; first meeting, optional, 5 minutes","pieces":[{"kind":"paragraph","words":["Pick up to eight cards that are true for you; add one line of your own if you like, shown openly. Cards you both picked appear. If there are few, here is a question to explore instead."]}]};

/** first.after: both; the day after */
export const firstAfter: Block<never> = {"id":"first.after","meta":"both; the day after","pieces":[{"kind":"paragraph","words":["How did the first meeting feel? Note one thing you want to do the same way and one thing to change. Share it or keep it."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "first.agenda": firstAgenda,
  "first.trust": firstTrust,
  "first.strengths": firstStrengths,
  "first.hopes": firstHopes,
  "first.context": firstContext,
  "first.anyquestion": firstAnyquestion,
  "first.common": firstCommon,
  "first.after": firstAfter,
};
