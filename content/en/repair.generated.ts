// Made from repair.md: see content/README.md.
import { reviewPrompts } from "./texts/review.prompts.generated.ts";
import { reviewRoomcheck } from "./texts/review.roomcheck.generated.ts";
import { repairRaise } from "./texts/repair.raise.generated.ts";
import { repairOwn } from "./texts/repair.own.generated.ts";
import { repairHurt } from "./texts/repair.hurt.generated.ts";

export {
  reviewPrompts,
  reviewRoomcheck,
  repairRaise,
  repairOwn,
  repairHurt,
};

/** All blocks of this theme by id. */
export const blocks = {
  "review.prompts": reviewPrompts,
  "review.roomcheck": reviewRoomcheck,
  "repair.raise": repairRaise,
  "repair.own": repairOwn,
  "repair.hurt": repairHurt,
};
