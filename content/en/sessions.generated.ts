// Made from sessions.md: see content/README.md.
import { sessionOverview } from "./texts/session.overview.generated.ts";
import { sessionPrepare } from "./texts/session.prepare.generated.ts";
import { sessionOpen } from "./texts/session.open.generated.ts";
import { sessionTalk } from "./texts/session.talk.generated.ts";
import { sessionClose } from "./texts/session.close.generated.ts";
import { sessionFirstfour } from "./texts/session.firstfour.generated.ts";
import { sessionMissed } from "./texts/session.missed.generated.ts";

export {
  sessionOverview,
  sessionPrepare,
  sessionOpen,
  sessionTalk,
  sessionClose,
  sessionFirstfour,
  sessionMissed,
};

/** All blocks of this theme by id. */
export const blocks = {
  "session.overview": sessionOverview,
  "session.prepare": sessionPrepare,
  "session.open": sessionOpen,
  "session.talk": sessionTalk,
  "session.close": sessionClose,
  "session.firstfour": sessionFirstfour,
  "session.missed": sessionMissed,
};
