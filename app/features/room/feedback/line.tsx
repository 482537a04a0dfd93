import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import { Parts } from "../timeline/parts.tsx";
import { AskedWords } from "./asked-words.tsx";
import {
  type FeedbackAsked,
  type FeedbackGiven,
  isGiven,
  type ManualWritten,
  type ProcessNoted,
  type UpwardAnswered,
  type UpwardAsked,
  type UpwardReplied,
} from "./rules.ts";
import { feedbackLineText as said } from "./said/text.ts";
import { UpwardWords } from "./upward-words.tsx";

/** Feedback on the timeline. What was sent without a "now" is not shown. */
export const feedbackLines = [
  lineOf<ManualWritten>("feedback.manual", () => quiet(said.manual)),
  lineOf<FeedbackAsked>("feedback.asked", ({ id, author, payload }, room) => ({
    kind: "part",
    part: <AskedWords room={room} id={id} by={author} topic={payload.topic} />,
  })),
  unshown("feedback.permitted"),
  lineOf<FeedbackGiven>("feedback.given", ({ id, payload }, { view }) =>
    isGiven(view.state.feedback, id)
      ? {
          kind: "part",
          tag: said.given,
          part: (
            <Parts
              parts={[
                [said.parts.keep, payload.keep],
                [said.parts.try, payload.try],
                [said.parts.part, payload.part],
              ]}
            />
          ),
        }
      : quiet(""),
  ),
  lineOf<UpwardAsked>("feedback.upward-asked", ({ id, author, payload }, room) => ({
    kind: "part",
    tag: author === room.me ? said.upwardMine : said.upward,
    part: <UpwardWords room={room} id={id} by={author} asked={payload} />,
  })),
  lineOf<UpwardAnswered>("feedback.upward-answered", ({ payload: { to, answer, text } }, { view }) => {
    if (answer === "not-now") return quiet(said.notNow);
    const asked = view.state.feedback.upward.find(({ id }) => id === to.id);
    return { kind: "words", tag: said.answerTag, words: answer === "words" ? text : (asked?.choices[answer] ?? "") };
  }),
  lineOf<UpwardReplied>("feedback.upward-replied", ({ payload }) => ({
    kind: "part",
    tag: said.replyTag,
    part: (
      <Parts
        parts={[
          [said.reply.thanks, payload.thanks],
          [said.reply.take, payload.take],
          [said.reply.question, payload.question],
        ]}
      />
    ),
  })),
  lineOf<ProcessNoted>("feedback.process", ({ payload }) => ({
    kind: "words",
    tag: payload.change ? said.processChange : said.processKeep,
    words: payload.text,
  })),
];
