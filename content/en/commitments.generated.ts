// Made from commitments.md: see content/README.md.
import { commitMake } from "./texts/commit.make.generated.ts";
import { commitKeep } from "./texts/commit.keep.generated.ts";
import { celebrateMoment } from "./texts/celebrate.moment.generated.ts";
import { celebrateGoal } from "./texts/celebrate.goal.generated.ts";
import { celebratePublic } from "./texts/celebrate.public.generated.ts";

export {
  commitMake,
  commitKeep,
  celebrateMoment,
  celebrateGoal,
  celebratePublic,
};

/** All blocks of this theme by id. */
export const blocks = {
  "commit.make": commitMake,
  "commit.keep": commitKeep,
  "celebrate.moment": celebrateMoment,
  "celebrate.goal": celebrateGoal,
  "celebrate.public": celebratePublic,
};
