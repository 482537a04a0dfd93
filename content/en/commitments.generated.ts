// Made from commitments.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** commit.make: both; commitment form */
export const commitMake: Block<never> = {"id":"commit.make","meta":"both; commitment form","pieces":[{"kind":"paragraph","words":["I will… by… so that… Make it small enough to be true on a bad week. At most two each."]}]};

/** commit.keep: both; own list */
export const commitKeep: Block<never> = {"id":"commit.keep","meta":"both; own list","pieces":[{"kind":"paragraph","words":["Done / new date / drop. Moving a date in time keeps trust; silence costs it. Dropping it is honest when it no longer matters."]}]};

/** celebrate.moment: both; one tap */
export const celebrateMoment: Block<never> = {"id":"celebrate.moment","meta":"both; one tap","pieces":[{"kind":"paragraph","words":["A good moment: what happened, and what you did to make it happen. Small ones count."]}]};

/** celebrate.goal: both; when a goal is marked done */
export const celebrateGoal: Block<"mentee" | "goal"> = {"id":"celebrate.goal","meta":"both; when a goal is marked done","pieces":[{"kind":"paragraph","words":[{"value":"mentee"}," reached ",{"value":"goal"},". Starters: “I saw how you…” / “What are you proud of?” / “How shall we mark this?”"]}]};

/** celebrate.public: both; before anything is shown outside the room */
export const celebratePublic: Block<"programme" | "name"> = {"id":"celebrate.public","meta":"both; before anything is shown outside the room","pieces":[{"kind":"paragraph","words":["This text would be seen by everyone in ",{"value":"programme"},". It is posted only if ",{"value":"name"}," says yes to these exact words."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "commit.make": commitMake,
  "commit.keep": commitKeep,
  "celebrate.moment": celebrateMoment,
  "celebrate.goal": celebrateGoal,
  "celebrate.public": celebratePublic,
};
