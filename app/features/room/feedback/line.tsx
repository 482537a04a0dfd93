import { lazily } from "../../../web/ui/lazily.tsx";
import { lineOf, quiet, unshown } from "../timeline/said.tsx";
import { Parts } from "../timeline/parts.tsx";
import type {
  FeedbackAsked,
  FeedbackGiven,
  ManualWritten,
  ProcessNoted,
  UpwardAnswered,
  UpwardAsked,
  UpwardReplied,
} from "./rules.ts";
import { feedbackLineText as said } from "./said/text.ts";

const AskedWords = lazily(() => import("./asked-words.tsx").then((m) => m.AskedWords));
const UpwardWords = lazily(() => import("./upward-words.tsx").then((m) => m.UpwardWords));

/** Feedback on the timeline. What was sent without a "now" is not shown. */
export const feedbackLines = [
  lineOf<ManualWritten>("feedback.manual", ({ author }, { me }) =>
    quiet(author === me ? said.manualMine : said.manual),
  ),
  lineOf<FeedbackAsked>(
    "feedback.asked",
    ({ id, author, payload }, room) => ({
      kind: "part",
      part: <AskedWords room={room} id={id} by={author} topic={payload.topic} />,
    }),
    AskedWords,
  ),
  unshown("feedback.permitted"),
  lineOf<FeedbackGiven>("feedback.given", ({ id, payload }, { view }) =>
    // As `isGiven`; the rules of feedback would come with the timeline.
    view.state.feedback.asked.some(({ given }) => given === id)
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
  lineOf<UpwardAsked>(
    "feedback.upward-asked",
    ({ id, author, payload }, room) => ({
      kind: "part",
      tag: author === room.me ? said.upwardMine : said.upward,
      part: <UpwardWords room={room} id={id} by={author} asked={payload} />,
    }),
    UpwardWords,
  ),
  lineOf<UpwardAnswered>("feedback.upward-answered", ({ payload: { to, answer, text } }, { view }) => {
    if (answer === "not-now") return quiet(said.notNow);
    const asked = view.state.feedback.upward.find(({ id }) => id === to.id);
    return {
      kind: "words",
      tag: said.answerTag(asked?.choices.question ?? ""),
      words: answer === "words" ? text : (asked?.choices[answer] ?? ""),
    };
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
