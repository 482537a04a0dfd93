// Made from nudges.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** nudge.reminder: both; 24 hours and 10 minutes before */
export const nudgeReminder: Block<"name" | "tomorrow at 10:00"> = {"id":"nudge.reminder","meta":"both; 24 hours and 10 minutes before","pieces":[{"kind":"paragraph","words":["You meet ",{"value":"name"}," ",{"value":"tomorrow at 10:00"},". Two minutes to prepare? (Prepare) (Move it) | In 10 minutes: ",{"value":"name"},". (I will be a few minutes late)"]}]};

/** nudge.first: both; 3 and 10 days after the match */
export const nudgeFirst: Block<"name"> = {"id":"nudge.first","meta":"both; 3 and 10 days after the match","pieces":[{"kind":"paragraph","words":["You and ",{"value":"name"}," are a pair. A first date within two weeks helps. Here are three times inside the hours you both gave, or suggest one."]}]};

/** nudge.topic: mentee; 2 days before, if no topic */
export const nudgeTopic: Block<never> = {"id":"nudge.topic","meta":"mentee; 2 days before, if no topic","pieces":[{"kind":"paragraph","words":["What would make Thursday worth it? One line is enough. No topic yet? “Just talk” is a topic."]}]};

/** nudge.gap: both; after twice the agreed rhythm without a meeting */
export const nudgeGap: Block<never> = {"id":"nudge.gap","meta":"both; after twice the agreed rhythm without a meeting","pieces":[{"kind":"paragraph","words":["It has been a while. Would a shorter meeting help, a different day, or a pause? (Find a date) (Pause until…) (We’re fine)"]}]};

/** nudge.commitment: owner only; 2 days before */
export const nudgeCommitment: Block<"send the reading list"> = {"id":"nudge.commitment","meta":"owner only; 2 days before","pieces":[{"kind":"paragraph","words":["You wanted to ",{"value":"send the reading list"}," by Friday. Done / new date / drop. (in the app only; by mail, if you switched it on: “Something waits for you in Oakroom”)"]}]};

/** nudge.checkin: both; midway, can be switched off */
export const nudgeCheckin: Block<"name"> = {"id":"nudge.checkin","meta":"both; midway, can be switched off","pieces":[{"kind":"paragraph","words":["One line to ",{"value":"name"},"? “Thinking of your Tuesday” is enough."]}]};

/** nudge.celebrate: the other; when a goal was marked done */
export const nudgeCelebrate: Block<"name"> = {"id":"nudge.celebrate","meta":"the other; when a goal was marked done","pieces":[{"kind":"paragraph","words":[{"value":"name"}," marked a goal as reached. Nice moment to say something."]}]};

/** nudge.feedback: mentor; every third Close */
export const nudgeFeedback: Block<never> = {"id":"nudge.feedback","meta":"mentor; every third Close","pieces":[{"kind":"paragraph","words":["Good day to ask for one thing you could do better. Here is a way that makes it easy to answer."]}]};

/** nudge.review: both; after session 3, then every 8 weeks */
export const nudgeReview: Block<never> = {"id":"nudge.review","meta":"both; after session 3, then every 8 weeks","pieces":[{"kind":"paragraph","words":["Twenty minutes on how you work together? Your agreement is open at the right page."]}]};

/** nudge.ending: both; 4 weeks before the end date */
export const nudgeEnding: Block<never> = {"id":"nudge.ending","meta":"both; 4 weeks before the end date","pieces":[{"kind":"paragraph","words":["Four weeks left. Plan the last session now, so that it does not just fade out."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "nudge.reminder": nudgeReminder,
  "nudge.first": nudgeFirst,
  "nudge.topic": nudgeTopic,
  "nudge.gap": nudgeGap,
  "nudge.commitment": nudgeCommitment,
  "nudge.checkin": nudgeCheckin,
  "nudge.celebrate": nudgeCelebrate,
  "nudge.feedback": nudgeFeedback,
  "nudge.review": nudgeReview,
  "nudge.ending": nudgeEnding,
};
