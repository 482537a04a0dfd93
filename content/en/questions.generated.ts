// Made from questions.md: see content/README.md.
import { askOpen } from "./texts/ask.open.generated.ts";
import { askDepth } from "./texts/ask.depth.generated.ts";
import { askWarmup } from "./texts/ask.warmup.generated.ts";
import { askRoad } from "./texts/ask.road.generated.ts";
import { askPast } from "./texts/ask.past.generated.ts";
import { askSupport } from "./texts/ask.support.generated.ts";
import { askGoal } from "./texts/ask.goal.generated.ts";
import { askBeneath } from "./texts/ask.beneath.generated.ts";
import { askNotplan } from "./texts/ask.notplan.generated.ts";
import { askSetbacks } from "./texts/ask.setbacks.generated.ts";
import { askDecide } from "./texts/ask.decide.generated.ts";
import { askPeople } from "./texts/ask.people.generated.ts";
import { askAhead } from "./texts/ask.ahead.generated.ts";
import { askUs } from "./texts/ask.us.generated.ts";
import { askValues } from "./texts/ask.values.generated.ts";
import { askCourage } from "./texts/ask.courage.generated.ts";
import { askMentee } from "./texts/ask.mentee.generated.ts";

export {
  askOpen,
  askDepth,
  askWarmup,
  askRoad,
  askPast,
  askSupport,
  askGoal,
  askBeneath,
  askNotplan,
  askSetbacks,
  askDecide,
  askPeople,
  askAhead,
  askUs,
  askValues,
  askCourage,
  askMentee,
};

/** All blocks of this theme by id. */
export const blocks = {
  "ask.open": askOpen,
  "ask.depth": askDepth,
  "ask.warmup": askWarmup,
  "ask.road": askRoad,
  "ask.past": askPast,
  "ask.support": askSupport,
  "ask.goal": askGoal,
  "ask.beneath": askBeneath,
  "ask.notplan": askNotplan,
  "ask.setbacks": askSetbacks,
  "ask.decide": askDecide,
  "ask.people": askPeople,
  "ask.ahead": askAhead,
  "ask.us": askUs,
  "ask.values": askValues,
  "ask.courage": askCourage,
  "ask.mentee": askMentee,
};
