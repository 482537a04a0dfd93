// Made from mentor.md: see content/README.md.
import type { Block } from "../blocks.ts";

/** mentor.profile: mentor; enrolment */
export const mentorProfile: Block<never> = {"id":"mentor.profile","meta":"mentor; enrolment","pieces":[{"kind":"paragraph","words":["I can help with… and where I learned it. / Better ask someone else about… / My road here, with a thing that did not go well. / How I like to work."]}]};

/** mentor.why: mentor; enrolment, one sentence, shown to mentees */
export const mentorWhy: Block<never> = {"id":"mentor.why","meta":"mentor; enrolment, one sentence, shown to mentees","pieces":[{"kind":"paragraph","words":["Why I am here: “…” Write it as you would say it to a friend."]}]};

/** mentor.motives: mentor; private self-check, nothing is stored */
export const mentorMotives: Block<never> = {"id":"mentor.motives","meta":"mentor; private self-check, nothing is stored","pieces":[{"kind":"paragraph","words":["How true is this for you?"]},{"kind":"list","ordered":false,"items":[["I would like to hand on something that I had to learn the hard way."],["I enjoy watching someone grow, even if nobody knows of my part in it."],["I would be content if my mentee chose a path that I would not choose."],["I am looking for people who listen to my ideas."],["I hope my mentee can open doors for me, to people or to knowledge in their area."],["Being a mentor would look good where I work."]]}]};

/** mentor.reflect: mentor; after the self-check; giving is the mean of the first three sentences, getting of the last three: giving at least 1 above, closer than that, getting higher */
export const mentorReflect: Block<never> = {"id":"mentor.reflect","meta":"mentor; after the self-check; giving is the mean of the first three sentences, getting of the last three: giving at least 1 above, closer than that, getting higher","pieces":[{"kind":"list","ordered":false,"items":[["You know what you are here for."],["Giving and getting are close, and both are human. Write down what you will do when they pull apart."],["Just now getting weighs more. Talk to a colleague first, start later, or help the programme in another way."]]}]};

/** mentor.nextsteps: mentor; after the self-check, one for each sentence that stands out */
export const mentorNextsteps: Block<never> = {"id":"mentor.nextsteps","meta":"mentor; after the self-check, one for each sentence that stands out","pieces":[{"kind":"list","ordered":false,"items":[["Think of one thing that took you years and could take somebody else an hour. If none comes, wait until one does."],["Remember somebody who helped you and whom nobody thanked. What did they have of it?"],["Take a choice that you would not make, and practise saying: “Tell me how this is right for you.”"],["In the first meeting, ask three questions before you offer one idea."],["Keep doors out of it: while you are a pair, yours may open for them, theirs not for you."],["Do the part first that nobody sees: be on time, and keep a small promise."]]}]};

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
  "mentor.reflect": mentorReflect,
  "mentor.nextsteps": mentorNextsteps,
  "mentor.stepback": mentorStepback,
  "mentor.precheck": mentorPrecheck,
  "mentor.duties": mentorDuties,
  "power.card": powerCard,
};
