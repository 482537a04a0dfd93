// Made from mentor.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** mentor.profile: mentor; enrolment */
export const mentorProfile: Block<never> = {"id":"mentor.profile","meta":"mentor; enrolment","pieces":[{"kind":"paragraph","words":["I can help with… and where I learned it. / Better ask someone else about… / My road here, with a thing that did not go well. / How I like to work."]}]};

/** mentor.why: mentor; enrolment, one sentence, shown to mentees */
export const mentorWhy: Block<never> = {"id":"mentor.why","meta":"mentor; enrolment, one sentence, shown to mentees","pieces":[{"kind":"paragraph","words":["Why I am here: “…” Write it as you would say it to a friend."]}]};

/** mentor.motives: mentor; enrolment, private, nothing is stored */
export const mentorMotives: Block<never> = {"id":"mentor.motives","meta":"mentor; enrolment, private, nothing is stored","pieces":[{"kind":"paragraph","words":["How true is this for you? 1 not at all, 2 a little, 3 in part, 4 mostly, 5 fully."]},{"kind":"list","ordered":false,"items":[["M1 I would like to hand on something that I had to learn the hard way."],["M2 I enjoy watching someone grow, even if nobody knows of my part in it."],["M3 I would be content if my mentee chose a path that I would not choose."],["M4 I am looking for people who listen to my ideas."],["M5 I hope my mentee can open doors for me, to people or to knowledge in their area."],["M6 Being a mentor would look good where I work."]]},{"kind":"paragraph","words":["Reading: giving = mean of M1 to M3, getting = mean of M4 to M6. Giving at least 1 above getting: you know what you are here for. Closer than that: both are human; write down what you will do when they pull apart. Getting higher: talk to a colleague first, start later, or help the programme in another way."]}]};

/** mentor.stepback: mentor; after the self-check or at any time */
export const mentorStepback: Block<never> = {"id":"mentor.stepback","meta":"mentor; after the self-check or at any time","pieces":[{"kind":"paragraph","words":["Continue / start later / step back. Stepping back early is a kindness. The programme is told “not this time”, nothing more."]}]};

/** mentor.precheck: mentor; before each session, 60 seconds */
export const mentorPrecheck: Block<never> = {"id":"mentor.precheck","meta":"mentor; before each session, 60 seconds","pieces":[{"kind":"list","ordered":false,"items":[["Did I do what I said I would?"],["Which topic is theirs today, and can I leave mine outside?"],["What might I not know about their situation?"],["Am I on time, rested enough, alone in the room?"],["What would I rather not hear about myself today? Ask for that."]]}]};

/** mentor.duties: mentor; enrolment; same list as conf.duties */
export const mentorDuties: Block<never> = {"id":"mentor.duties","meta":"mentor; enrolment; same list as conf.duties","pieces":[{"kind":"paragraph","words":["Which duties of yours could force you to speak? Name them now, so that nobody learns of them too late."]}]};

/** power.card: mentor; training and first meeting */
export const powerCard: Block<never> = {"id":"power.card","meta":"mentor; training and first meeting","pieces":[{"kind":"paragraph","words":["You may feel equal; the one with less power rarely does. Go first with something imperfect. Ask before you advise. Keep your rank out of examples. Never use what you heard when you decide about their area; if you cannot avoid deciding, step out. Do not say “you can trust me”: let time say it."]}]};

/** All blocks of this theme by id. */
export const blocks = {
  "mentor.profile": mentorProfile,
  "mentor.why": mentorWhy,
  "mentor.motives": mentorMotives,
  "mentor.stepback": mentorStepback,
  "mentor.precheck": mentorPrecheck,
  "mentor.duties": mentorDuties,
  "power.card": powerCard,
};
