/** The two words that stand on both screens while they wait for a yes. */
export function CheckWords({ words }: { readonly words: ReadonlyArray<string> }) {
  return <p class="pairing-check">{words.join(" ")}</p>;
}
