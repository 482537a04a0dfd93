// Made from common-ground.md: see content/README.md.
import type { Block } from "../../blocks.ts";

/** ground.places: both; cards to pick, one a line */
export const groundPlaces: Block<never> = {"id":"ground.places","meta":"both; cards to pick, one a line","pieces":[{"kind":"list","ordered":false,"items":[["moved: I have moved to another country."],["town: I grew up somewhere small."],["city: I grew up in a big city."],["language: I work in a language that is not my first."],["accent: People hear from my accent where I come from."],["hills: I feel at home in the hills."],["boats: I feel at home near water."],["neighbour: I know my neighbours by name."],["trains: I would rather take the train."],["maps: I can look at maps for hours."]]}]};
