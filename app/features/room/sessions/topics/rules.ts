/** One's topics for the next session as a list: something else in the room is put on it with one tap, and taken off again (P51, P77, P79). */
import type { AccountId, SessionId } from "../../../../values/id.ts";
import type { Instant } from "../../../../values/instant.ts";
import { endsAt, type Session, type SessionsState, waitingOffer } from "../rules.ts";

/** The longest list of topics of a session, in signs. */
export const longestTopics = 500;
const longestTopic = 120;

/** The session that a topic is for: the next one that has not ended, or else what waits for a date. Without one, it waits for the next that comes up. `beside` is the session under way. */
export function sessionAhead(state: SessionsState, now: Instant, beside?: SessionId): Session | undefined {
  const planned = state.all
    .filter(({ id }) => id !== beside)
    .flatMap((session) =>
      session.standing === "planned" && session.plan && now <= endsAt(session.plan)
        ? [{ session, startsAt: session.plan.startsAt }]
        : [],
    )
    .toSorted((a, b) => a.startsAt - b.startsAt)[0];
  return planned?.session ?? waitingOffer(state);
}

/** What somebody has on their list. */
export function topicsOf(state: SessionsState, session: Session | undefined, who: AccountId): string {
  return (session?.topics ?? state.topicsAhead)[who] ?? "";
}

/** Words as one entry of the list: on one line, not too long, and without the sign that parts entries. */
export function asTopic(words: string): string {
  const line = Array.from(words.replaceAll(";", ",").replaceAll(/\s+/g, " ").trim());
  return line.length > longestTopic ? `${line.slice(0, longestTopic - 1).join("")}…` : line.join("");
}

/** True where the list has this entry. */
export function hasTopic(topics: string, topic: string): boolean {
  return topics.split("; ").includes(topic);
}

/** The list with one entry more; the same where it is among them, `undefined` where there is no place left. */
export function withTopic(topics: string, topic: string): string | undefined {
  if (hasTopic(topics, topic)) return topics;
  const all = topics === "" ? topic : `${topics}; ${topic}`;
  return Array.from(all).length > longestTopics ? undefined : all;
}

/** The list without an entry. */
export function withoutTopic(topics: string, topic: string): string {
  return topics
    .split("; ")
    .filter((each) => each !== topic)
    .join("; ");
}
