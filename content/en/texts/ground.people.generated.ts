// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.people: both; cards to pick, one a line */
export const groundPeople: Block<never> = {"id":"ground.people","meta":"both; cards to pick, one a line","pieces":[{"kind":"list","ordered":false,"items":[["many: I grew up in a full house."],["single: I grew up as an only child."],["grandparents: A grandparent shaped who I am."],["cares: Somebody at home depends on me."],["money: I remember having to count every coin."],["promise: I once made a promise that changed my plans."]]}]};
