// Made from sessions.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** session.overview: both; help page */
export const sessionOverview: Block<never> = {"id":"session.overview","meta":"both; help page","pieces":[{"kind":"paragraph","words":["Every session has four steps. ",{"bold":["Prepare"]},": a few minutes alone. ",{"bold":["Open"]},": arrive, remember what is private, choose the topic. ",{"bold":["Talk"]},": listen, ask, tell, then suggest. ",{"bold":["Close"]},": what I take with me, what I will do, how we are doing. The steps stay the same so that the talk can be free."]}]};

/** session.prepare: both; from 24 hours before */
export const sessionPrepare: Block<never> = {"id":"session.prepare","meta":"both; from 24 hours before","pieces":[{"kind":"list","ordered":false,"items":[["Last time I took away… (Oakroom shows it)"],["Still open from me: … (done, new date, or drop)"],["Today I would like to talk about… (mentee first)"],["How is my energy, and what do I need to be present?"],["Place, link, and the fallback if the link fails."]]}]};

/** session.open: both; first 5 minutes */
export const sessionOpen: Block<"mentee"> = {"id":"session.open","meta":"both; first 5 minutes","pieces":[{"kind":"list","ordered":true,"items":[["The reminder: what is private, and the limits."],["Quiet: other windows closed, phone away, Oakroom silent until Close."],["Arrive: one light question, or none."],["What is going well? What is not going to plan?"],["“",{"value":"mentee"},", where shall we start?”"]]}]};

/** session.talk: both; middle */
export const sessionTalk: Block<never> = {"id":"session.talk","meta":"both; middle","pieces":[{"kind":"paragraph","words":["Listen, ask, story, suggestion: in that order. If a suggestion comes to you first, write it down and go back to asking. The mentee decides what happens next."]}]};

/** session.close: both; last 8 minutes */
export const sessionClose: Block<never> = {"id":"session.close","meta":"both; last 8 minutes","pieces":[{"kind":"list","ordered":true,"items":[["Us (3 min): what helped today, what would help more?"],["One thing I take with me: each writes one sentence."],["One thing I will do, by when: at most two each."],["The next date and, if you have it, the topic."],["Thank you."]]}]};

/** session.firstfour: both; path for sessions 1 to 4 */
export const sessionFirstfour: Block<never> = {"id":"session.firstfour","meta":"both; path for sessions 1 to 4","pieces":[{"kind":"list","ordered":true,"items":[["Promise, people, hopes."],["The road here and the first goal."],["Something that is not going to plan; first feedback for the mentor."],["Look back at the agreement."]]},{"kind":"paragraph","words":["Trust grows in steps; there is no need to hurry it."]}]};

/** session.missed: both; after a meeting that did not happen */
export const sessionMissed: Block<never> = {"id":"session.missed","meta":"both; after a meeting that did not happen","pieces":[{"kind":"paragraph","words":["It did not work out this time. Pick a new date, or say that you need a longer break. Both are fine."]}]};

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
