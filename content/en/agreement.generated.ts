// Made from agreement.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** agree.intro: both; agreement page */
export const agreeIntro: Block<never> = {"id":"agree.intro","meta":"both; agreement page","pieces":[{"kind":"paragraph","words":["A page you write together so that nobody has to guess. Ten minutes now, a few minutes every couple of months. Everything can be changed; nothing here is checked by anyone else."]}]};

/** agree.scope: both; agreement */
export const agreeScope: Block<never> = {"id":"agree.scope","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["We are here for… / We are not here for… Examples of the second list: doing the work for you, getting you a job, therapy, settling a conflict with your manager."]}]};

/** agree.roles: both; agreement */
export const agreeRoles: Block<never> = {"id":"agree.roles","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["The mentee owns the topics and the decisions. The mentor keeps the frame: time, calm, and the promise of confidence. Either of us may say “let us change how we do this”."]}]};

/** agree.goals: both; agreement */
export const agreeGoals: Block<never> = {"id":"agree.goals","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["One to three goals that six months can hold. For each: why it matters to me; how we will notice; the first step and its date. A bigger dream is welcome; write the part that six months can hold."]}]};

/** agree.rhythm: both; agreement, default 60 minutes every 2 weeks */
export const agreeRhythm: Block<"14" | "60"> = {"id":"agree.rhythm","meta":"both; agreement, default 60 minutes every 2 weeks","pieces":[{"kind":"paragraph","words":["Short and often beats long and rare. Our rhythm: every ",{"value":"14"}," days for ",{"value":"60"}," minutes, if possible on the same day and hour. Holidays and busy seasons: we say so beforehand."]}]};

/** agree.channels: both; agreement */
export const agreeChannels: Block<"2"> = {"id":"agree.channels","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["We meet by… If that fails we use… Between meetings we write in… We answer within ",{"value":"2"}," working days. Quiet hours: …"]}]};

/** agree.cancel: both; agreement defaults */
export const agreeCancel: Block<never> = {"id":"agree.cancel","meta":"both; agreement defaults","pieces":[{"kind":"list","ordered":false,"items":[["Moving a meeting is fine. Please say so 24 hours before, or as soon as you know."],["Whoever moves it offers two new dates in the same message."],["No reason is needed. Illness and emergencies need no notice."],["Late? We wait 10 minutes, then take a new date without hard feelings."],["Two moves in a row: we talk about the rhythm, not about the person."],["A mentor’s cancelled hour weighs more than it seems from above; mentors keep theirs with extra care."]]}]};

/** agree.boundaries: both; agreement */
export const agreeBoundaries: Block<never> = {"id":"agree.boundaries","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["Talk about: evenings and weekends; phone or messages; meeting in person, and where; family and health; introductions to other people; gifts; social media. For each: fine / ask first / no."]}]};

/** agree.offlimits: both; agreement, list starts empty, each alone can add */
export const agreeOfflimits: Block<"name"> = {"id":"agree.offlimits","meta":"both; agreement, list starts empty, each alone can add","pieces":[{"kind":"paragraph","words":["Topics I would rather leave out for now: only for me, or ",{"value":"name"}," may know. No reasons needed; change it at any time; nobody is told. People often choose from: pay of others, a running appraisal, a legal matter, health, family, faith or politics, colleagues by name, an employer’s secrets."]}]};

/** agree.slip: both; agreement */
export const agreeSlip: Block<never> = {"id":"agree.slip","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["When something slips we first ask what got in the way. Then we choose: make it smaller, move it, get help, or drop it. What we will not do: pretend, or keep a tally."]}]};

/** agree.manager: both; agreement */
export const agreeManager: Block<"mentee"> = {"id":"agree.manager","meta":"both; agreement","pieces":[{"kind":"paragraph","words":["My line manager may know: that we meet / our general themes / nothing. If they ask the mentor about me, the answer is: “Please ask ",{"value":"mentee"}," directly.”"]}]};

/** agree.change: both; when a change is proposed */
export const agreeChange: Block<"name"> = {"id":"agree.change","meta":"both; when a change is proposed","pieces":[{"kind":"paragraph","words":[{"value":"name"}," suggests a change. Before and after are side by side. Accept / talk about it / keep as is."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "agree.intro": agreeIntro,
  "agree.scope": agreeScope,
  "agree.roles": agreeRoles,
  "agree.goals": agreeGoals,
  "agree.rhythm": agreeRhythm,
  "agree.channels": agreeChannels,
  "agree.cancel": agreeCancel,
  "agree.boundaries": agreeBoundaries,
  "agree.offlimits": agreeOfflimits,
  "agree.slip": agreeSlip,
  "agree.manager": agreeManager,
  "agree.change": agreeChange,
};
