// Made from feedback.md: see content/README.md.
import { fbManual } from "./texts/fb.manual.generated.ts";
import { fbPermission } from "./texts/fb.permission.generated.ts";
import { fbBalanced } from "./texts/fb.balanced.generated.ts";
import { fbUpwardAsk } from "./texts/fb.upward.ask.generated.ts";
import { fbUpwardStarters } from "./texts/fb.upward.starters.generated.ts";
import { fbUpwardReply } from "./texts/fb.upward.reply.generated.ts";
import { fbProcess } from "./texts/fb.process.generated.ts";
import { fbSession } from "./texts/fb.session.generated.ts";

export {
  fbManual,
  fbPermission,
  fbBalanced,
  fbUpwardAsk,
  fbUpwardStarters,
  fbUpwardReply,
  fbProcess,
  fbSession,
};

/** All blocks of this theme by id. */
export const blocks = {
  "fb.manual": fbManual,
  "fb.permission": fbPermission,
  "fb.balanced": fbBalanced,
  "fb.upward.ask": fbUpwardAsk,
  "fb.upward.starters": fbUpwardStarters,
  "fb.upward.reply": fbUpwardReply,
  "fb.process": fbProcess,
  "fb.session": fbSession,
};
