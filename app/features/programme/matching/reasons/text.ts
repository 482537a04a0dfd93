/** Sentences of the reasons for a pair, in the words that the two wrote. */
import { inNumber } from "../../../../values/plural.ts";
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

/** The sentences for one pair: first what the two wrote, then what else speaks for them. */
export function whyTheseTwo(reasons: ReadonlyArray<Reason>, readers: Readers): Why {
  const facts = factOrder.flatMap((kind) =>
    reasons.flatMap((reason) => (reason.kind === kind && !isSaidApart(reason) ? [factOf(reason)] : [])),
  );
  return {
    sentences: [
      ...topicSentences(
        reasons.flatMap((reason) => (reason.kind === "topic" ? [reason] : [])),
        readers,
      ),
      ...reasons.flatMap((reason) => distanceSentence(reason, reasons, readers)),
      ...(facts.length > 0 ? [[`${capital(facts.join("; "))}.`]] : []),
      ...reasons.flatMap((reason) => missing(reason, readers)),
    ],
    rules: reasons.flatMap((reason) => ruleOf(reason) ?? []).join(" "),
  };
}

type Topic = Extract<Reason, { kind: "topic" }>;

/** What one offers who offers the very same: one thing, two things; beyond that all of it. */
const sameOffered = ["just that.", "both."];

/** The same words are said once: "…would like help with “a” and “b”; Ingrid offers both." */
function topicSentences(topics: ReadonlyArray<Topic>, { mentee, mentor }: Readers): ReadonlyArray<Sentence> {
  const isSame = (topic: Topic) => topic.mentee.trim().toLowerCase() === topic.mentor.trim().toLowerCase();
  const same = topics.filter(isSame);
  const other = topics.filter((topic) => !isSame(topic));
  const begin = `${capital(mentee)} would like help with `;
  const offers = `; ${mentor} ${mentor === "you" ? "offer" : "offers"} `;
  const sentences: Sentence[] = [];
  if (same.length > 0) {
    const all = sameOffered[same.length - 1] ?? "all of that.";
    sentences.push([begin, ...quoted(same.map((topic) => topic.mentee)), `${offers}${all}`]);
  }
  for (const topic of other) {
    const start = sentences.length === 0 ? begin : "Also ";
    sentences.push([start, { quote: topic.mentee }, offers, { quote: topic.mentor }, "."]);
  }
  return sentences;
}

/** Where it is known who stands above, or that nobody does, a sentence of its own says so. */
function isSaidApart(reason: Reason): boolean {
  return reason.kind === "level-distance" && (reason.levels === 0 || reason.above !== undefined);
}

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "Ingrid is two levels above you, in another line." */
function distanceSentence(
  reason: Reason,
  reasons: ReadonlyArray<Reason>,
  { mentee, mentor }: Readers,
): ReadonlyArray<Sentence> {
  if (reason.kind !== "level-distance" || !isSaidApart(reason)) return [];
  const line = reasons.some(({ kind }) => kind === "no-reporting-line") ? ", in another line." : ".";
  if (reason.levels === 0) return [[`Both are on the same level${line}`]];
  const [upper, lower] = reason.above === "mentor" ? [mentor, mentee] : [mentee, mentor];
  const levels = inNumber(reason.levels, { one: "one level", other: `${small[reason.levels] ?? "#"} levels` });
  return [[`${capital(upper)} ${upper === "you" ? "are" : "is"} ${levels} above ${lower}${line}`]];
}

/** Written words as a list: “a”, “b” and “c”. */
function quoted(words: ReadonlyArray<string>): Sentence {
  return list.formatToParts(words).map(({ type, value }) => (type === "element" ? { quote: value } : value));
}

/** In which order facts are said; kinds that are no facts are not among them. */
const factOrder = ["languages", "common-hours", "same-site", "level-distance"] as const;

function factOf(reason: Extract<Reason, { kind: (typeof factOrder)[number] }>): string {
  switch (reason.kind) {
    case "languages":
      return `both speak ${list.format(reason.languages.map(languageName))}`;
    case "common-hours":
      return inNumber(reason.hours, { one: "# common hour a week", other: "# common hours a week" });
    case "same-site":
      return `both work in ${reason.site}`;
    case "level-distance":
      return inNumber(reason.levels, { one: "one level apart", other: "# levels apart" });
  }
}

/** What two people do not have in common, where both have said what they could. */
function missing({ kind }: Reason, { mentee, mentor }: Readers): ReadonlyArray<Sentence> {
  if (kind === "no-common-topic") return [["No topic in common."]];
  if (kind !== "no-common-hours") return [];
  return [[`${mentee === "you" || mentor === "you" ? "Your" : "Their"} hours do not meet.`]];
}

function ruleOf(reason: Reason): string | undefined {
  if (reason.kind === "different-team") return "Different team.";
  return reason.kind === "no-reporting-line" ? "No reporting line." : undefined;
}

/** Begins a sentence; names keep the letters their owners gave them. */
function capital(text: string): string {
  return /^(?:you|both|one)\b/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
