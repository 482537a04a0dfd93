// Made from common-ground.md: see content/README.md.
import { groundPlaces } from "./texts/ground.places.generated.ts";
import { groundLearning } from "./texts/ground.learning.generated.ts";
import { groundWork } from "./texts/ground.work.generated.ts";
import { groundWays } from "./texts/ground.ways.generated.ts";
import { groundJoys } from "./texts/ground.joys.generated.ts";
import { groundPeople } from "./texts/ground.people.generated.ts";
import { groundQuestions } from "./texts/ground.questions.generated.ts";

export {
  groundPlaces,
  groundLearning,
  groundWork,
  groundWays,
  groundJoys,
  groundPeople,
  groundQuestions,
};

/** All blocks of this theme by id. */
export const blocks = {
  "ground.places": groundPlaces,
  "ground.learning": groundLearning,
  "ground.work": groundWork,
  "ground.ways": groundWays,
  "ground.joys": groundJoys,
  "ground.people": groundPeople,
  "ground.questions": groundQuestions,
};
