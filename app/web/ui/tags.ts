/**
 * Adds what was typed to a list of short texts: several at once when commas or line ends stand between them.
 * Returns the same list when there is nothing to add: blank, already there in any case, or the list is full.
 */
export function addTag(tags: ReadonlyArray<string>, typed: string, most: number): ReadonlyArray<string> {
  let next = tags;
  for (const part of typed.split(/[,\n]/)) {
    const tag = part.trim().replaceAll(/\s+/g, " ");
    const known = next.some((each) => each.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag !== "" && !known && next.length < most) next = [...next, tag];
  }
  return next;
}
