/**
 * Adds what was typed to a list of short texts: several at once when commas or line ends stand between them.
 * Blank ones, those already there in any case, and those beyond `most` are left out.
 */
export function addTags(tags: ReadonlyArray<string>, typed: string, most: number): ReadonlyArray<string> {
  const next = [...tags];
  for (const part of typed.split(/[,\n]/)) {
    const tag = part.trim().replaceAll(/\s+/g, " ");
    const known = next.some((each) => each.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag !== "" && !known && next.length < most) next.push(tag);
  }
  return next;
}
