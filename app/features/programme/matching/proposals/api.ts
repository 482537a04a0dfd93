/** Calls about one's own suggestions, and they themselves as a signal that Home and their page share. */
import { signal } from "@preact/signals";
import type { MatchId } from "../../../../values/id.ts";
import { call } from "../../../../web/client/client.ts";
import type { Answer } from "./rules.ts";
import { AnswerSuggestion, DeclareSuggestionConflict, ListSuggestions, type Suggestions } from "./schema.ts";

/** The caller's suggestions; `undefined` until they were fetched. */
export const suggestions = signal<Suggestions | undefined>(undefined);

/** Fetches them into `suggestions`: on Home, and when the live stream says that a match has changed. */
export async function refreshSuggestions(abort?: AbortSignal) {
  const answer = await call(ListSuggestions, {}, abort ? { signal: abort } : undefined);
  if (answer.kind === "done") suggestions.value = answer.value;
  return answer;
}

/** Says yes or not this one. */
export function answerSuggestion(matchId: MatchId, answer: Answer) {
  return call(AnswerSuggestion, { params: { matchId }, body: { answer } });
}

/** Closes a suggestion for a conflict of interest. */
export function declareSuggestionConflict(matchId: MatchId) {
  return call(DeclareSuggestionConflict, { params: { matchId } });
}
