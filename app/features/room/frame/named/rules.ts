/** What a room calls the other person. */

/** "You" in the letters of ours that look like it, of whatever alphabet. */
const looksLikeYou = /^[yýỳÿуүυγ][oо0οօ][uυսцմ]$/u;

/** The other person's name as a room shows it. "You" is how a room calls its reader: whoever chose it as their name is shown in quotes. */
export function nameShown(name: string): string {
  const bare = name.normalize("NFKC").replace(/[\p{Cf}\p{Mn}\p{White_Space}\p{P}]/gu, "");
  return looksLikeYou.test(bare.toLowerCase()) ? `the other, named “${name.trim()}”` : name;
}
