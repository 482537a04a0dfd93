/** Links in what somebody wrote about how the two meet: a video room, or a number to call. Nothing else becomes a link. */
import type { Way } from "../rules.ts";

/** A stretch of the words; with an address where it can be followed. */
export interface WayWords {
  readonly words: string;
  readonly href?: string;
}

const address = /https:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]]/;
const number = /\+?\d[\d ()/-]{4,}\d/;

/** The words of a way in stretches: `https:` addresses without a name or password in them, and numbers for `tel:`. */
export function wayWords({ kind, where }: Way): ReadonlyArray<WayWords> {
  const match = address.exec(where) ?? (kind === "phone" || kind === "video" ? number.exec(where) : null);
  const href = match ? linkOf(match[0]) : undefined;
  if (!match || href === undefined) return where === "" ? [] : [{ words: where }];
  const [before, after] = [where.slice(0, match.index), where.slice(match.index + match[0].length)];
  return [{ words: before }, { words: match[0], href }, { words: after }].filter(({ words }) => words !== "");
}

const safeAddress = /^https:\/\/[a-z\d.-]+(?::\d{1,5})?(?:[/?#]\S*)?$/i;

function linkOf(words: string): string | undefined {
  if (!words.startsWith("https:")) return `tel:${words.replaceAll(/[^+\d]/g, "")}`;
  return safeAddress.test(words) ? words : undefined;
}
