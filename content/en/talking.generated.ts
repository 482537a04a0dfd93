// Made from talking.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** listen.basics: mentor, also mentee; 2-minute guide */
export const listenBasics: Block<never> = {"id":"listen.basics","meta":"mentor, also mentee; 2-minute guide","pieces":[{"kind":"paragraph","words":["Being listened to well is a gift people remember. Let the other finish. Leave a pause. Ask about the word they stressed. Keep your own similar story for later. If your mind wandered, say so and ask again."]}]};

/** listen.wait: mentor; Talk card */
export const listenWait: Block<never> = {"id":"listen.wait","meta":"mentor; Talk card","pieces":[{"kind":"paragraph","words":["Wait, then ask. Three breaths. Then one question that you do not know the answer to. Three questions before one suggestion."]}]};

/** listen.restate: both; Talk action "What I heard" */
export const listenRestate: Block<never> = {"id":"listen.restate","meta":"both; Talk action \"What I heard\"","pieces":[{"kind":"paragraph","words":["“If I got it right, you…, and the hard part is… Is that it?” Answer: yes / almost / no. “Almost” is the most useful answer."]}]};

/** listen.validate: mentor; Talk card */
export const listenValidate: Block<never> = {"id":"listen.validate","meta":"mentor; Talk card","pieces":[{"kind":"paragraph","words":["Name it before you solve it. “That sounds tiring.” “I can see why this matters to you.” “I would have been angry too.” You need not agree to take someone seriously."]}]};

/** listen.unsaid: mentor; guidance card, guidance only, never measured */
export const listenUnsaid: Block<never> = {"id":"listen.unsaid","meta":"mentor; guidance card, guidance only, never measured","pieces":[{"kind":"paragraph","words":["You may notice a pause, a changed voice, someone who looks away. Do not explain it; ask gently: “I noticed you slowed down there. Is there more, or shall we leave it?” On a call, a switched-off camera means nothing by itself."]}]};

/** talk.advice: mentor; advice note */
export const talkAdvice: Block<never> = {"id":"talk.advice","meta":"mentor; advice note","pieces":[{"kind":"paragraph","words":["Where does this come from? Lived it / seen it / read it / a guess. What was different in my case? Would I do it myself this month? If yes, say so and do it."]}]};

/** talk.limits: mentor; advice note, help */
export const talkLimits: Block<never> = {"id":"talk.limits","meta":"mentor; advice note, help","pieces":[{"kind":"paragraph","words":["“I do not know enough about that. I can say who might.” Not knowing is part of being trustworthy."]}]};

/** talk.differ: both; mark on a note */
export const talkDiffer: Block<"mentee"> = {"id":"talk.differ","meta":"both; mark on a note","pieces":[{"kind":"paragraph","words":["We see this differently, and that is fine. Yours: … Mine: … The decision is ",{"value":"mentee"},"’s."]}]};

/** talk.halfway: both; card at half time */
export const talkHalfway: Block<never> = {"id":"talk.halfway","meta":"both; card at half time","pieces":[{"kind":"paragraph","words":["Are we on the right thing? Is this of use to you? What is clearer now? What have I not asked?"]}]};

/** talk.pause: both; control */
export const talkPause: Block<never> = {"id":"talk.pause","meta":"both; control","pieces":[{"kind":"paragraph","words":["Let us leave this one. (No reason needed. The other person sees only this line.)"]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "listen.basics": listenBasics,
  "listen.wait": listenWait,
  "listen.restate": listenRestate,
  "listen.validate": listenValidate,
  "listen.unsaid": listenUnsaid,
  "talk.advice": talkAdvice,
  "talk.limits": talkLimits,
  "talk.differ": talkDiffer,
  "talk.halfway": talkHalfway,
  "talk.pause": talkPause,
};
