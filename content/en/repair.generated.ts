// Made from repair.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** review.prompts: both; after session 3, then every 8 weeks, 20 minutes */
export const reviewPrompts: Block<never> = {"id":"review.prompts","meta":"both; after session 3, then every 8 weeks, 20 minutes","pieces":[{"kind":"paragraph","words":["Part by part: keep / change / drop. And five questions: Are we still on what matters? Is the rhythm right? What did each of us expect that did not happen? What is too polite between us? What do we need next, and is it still each other?"]}]};

/** review.roomcheck: both; private answers, sharing optional */
export const reviewRoomcheck: Block<never> = {"id":"review.roomcheck","meta":"both; private answers, sharing optional","pieces":[{"kind":"paragraph","words":["Five sentences, for your own eyes (see pulse.pair). Your earlier answers stay in your own log. If you share, share because it opens a talk."]}]};

/** repair.raise: both; note "Something is bothering me" */
export const repairRaise: Block<never> = {"id":"repair.raise","meta":"both; note \"Something is bothering me\"","pieces":[{"kind":"paragraph","words":["“I would like to talk about something small before it grows. When…, I felt… What I would wish for is… Can we take five minutes for it next time?” You can save this and send it when you are ready."]}]};

/** repair.own: both; note "I got this wrong" */
export const repairOwn: Block<never> = {"id":"repair.own","meta":"both; note \"I got this wrong\"","pieces":[{"kind":"paragraph","words":["What I did: … What it did to you, as far as I can see: … What I do now: … Is there something I have missed? (No “but”. No request to be forgiven.)"]}]};

/** repair.hurt: both; help page */
export const repairHurt: Block<never> = {"id":"repair.hurt","meta":"both; help page","pieces":[{"kind":"paragraph","words":["Trust can crack in one minute. If it does: stop the talk, not the relationship. Take a day. One person says what happened for them, the other restates it, then you swap. If a promise of confidence was broken, see conf.breach. If you feel unsafe, see safety.self."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "review.prompts": reviewPrompts,
  "review.roomcheck": reviewRoomcheck,
  "repair.raise": repairRaise,
  "repair.own": repairOwn,
  "repair.hurt": repairHurt,
};
