/** The words in something whose shape is not known: what a person wrote, without ids, days, hashes and choices. */

const notWords = [
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  /^\d{4}-\d\d-\d\d$/,
  // Hashes, keys and signatures: nobody writes forty signs without a space.
  /^[\w+/=-]{40,}$/,
  // A choice of several, as in "in-other-words".
  /^[a-z]+(?:-[a-z]+)*$/,
];

/** What a person chose or was given, under these names: a time zone, the address of a video call, an edition. */
const settings = new Set(["timeZone", "where", "edition", "variant"]);

/** Every text that a person wrote, in its order. What stands under "text" is always one. */
export function wordsIn(value: unknown, name = ""): ReadonlyArray<string> {
  if (typeof value === "string") {
    const words = value.trim();
    const isWords = words !== "" && (name === "text" || !notWords.some((other) => other.test(words)));
    return isWords ? [words] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (settings.has(key) ? [] : wordsIn(each, key)));
}
