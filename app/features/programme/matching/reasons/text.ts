/** Sentences of the reasons for a pair, in the words that the two wrote. */
import { languageName } from "../../profile/languages/rules.ts";
import type { Reason } from "./schema.ts";

/** A piece of a sentence: plain words, or words that somebody wrote. */
export type Said = string | { readonly quote: string };

/** One sentence, to be set with the written words in quotation marks. */
export type Sentence = ReadonlyArray<Said>;

/** Who reads: the manager hears of both by name, the two hear "you". */
export interface Readers {
  /** The mentee's name, or "you". */
  readonly mentee: string;
  /** The mentor's name, or "you". */
  readonly mentor: string;
}

/** What speaks for a pair, and the rules that were met. */
export interface Why {
  readonly sentences: ReadonlyArray<Sentence>;
  /** "Different team. No reporting line."; empty where no rule says anything. */
  readonly rules: string;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
const plural = new Intl.PluralRules("en-GB");

/** The sentences for one pair, in the order of their reasons. */
export function whyTheseTwo(reasons: ReadonlyArray<Reason>, readers: Readers): Why {
  const topics = reasons.flatMap((reason) => (reason.kind === "topic" ? [topicSentence(reason, readers)] : []));
  const facts = reasons.flatMap((reason) => factOf(reason) ?? []);
  const rules = reasons.flatMap((reason) => ruleOf(reason) ?? []);
  return {
    sentences: facts.length > 0 ? [...topics, [`${capital(facts.join("; "))}.`]] : topics,
    rules: rules.join(" "),
  };
}

function topicSentence(topic: Extract<Reason, { kind: "topic" }>, { mentee, mentor }: Readers): Sentence {
  const begin = `${capital(mentee)} would like help with `;
  const offers = `; ${mentor} ${mentor === "you" ? "offer" : "offers"} `;
  if (topic.mentee.trim().toLowerCase() === topic.mentor.trim().toLowerCase())
    return [begin, { quote: topic.mentee }, `${offers}just that.`];
  return [begin, { quote: topic.mentee }, offers, { quote: topic.mentor }, "."];
}

function factOf(reason: Reason): string | undefined {
  switch (reason.kind) {
    case "languages":
      return `both speak ${list.format(reason.languages.map(languageName))}`;
    case "common-hours":
      return `${reason.hours} common ${plural.select(reason.hours) === "one" ? "hour" : "hours"} a week`;
    case "same-site":
      return `both work in ${reason.site}`;
    case "level-distance":
      return reason.levels === 1 ? "one level apart" : `${reason.levels} levels apart`;
    default:
      return undefined;
  }
}

function ruleOf(reason: Reason): string | undefined {
  if (reason.kind === "different-team") return "Different team.";
  return reason.kind === "no-reporting-line" ? "No reporting line." : undefined;
}

/** Begins a sentence; names keep the letters their owners gave them. */
function capital(text: string): string {
  return /^(?:you|both|one)\b/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
