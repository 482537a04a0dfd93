/** How many colours people can have; `avatar.css` has one rule for each. */
export const hues = 8;

/** The colour of a person, 0 to 7, from an id alone: FNV-1a over its characters, so that every device agrees. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  return ((hash >>> 16) ^ (hash & 0xffff)) % hues;
}

/** The first letter of a name as people see it, in upper case; a dot for a name without one. */
export function initialOf(name: string): string {
  const first = /\p{L}|\p{N}/u.exec(name.normalize("NFC"))?.[0];
  return first === undefined ? "·" : first.toLocaleUpperCase();
}
