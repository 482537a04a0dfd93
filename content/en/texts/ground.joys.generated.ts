// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.joys: both; cards to pick, one a line */
export const groundJoys: Block<never> = {"id":"ground.joys","meta":"both; cards to pick, one a line","pieces":[{"kind":"list","ordered":false,"items":[["letters: I still write letters or cards by hand."],["journal: I keep a diary, or did for years."],["music: I play an instrument, or sing."],["dance: I dance when I can."],["sport: I play in a team outside work."],["runs: I clear my head by walking or running."],["garden: I grow things."],["bread: I bake or cook to calm down."],["repair: I repair things rather than replace them."],["bike: I cycle to where I have to be."],["animals: I live, or grew up, with animals."]]}]};
