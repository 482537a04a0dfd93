import { hindranceText } from "../../../../web/client/answer.ts";
import { formatCount } from "../../../../web/client/format.ts";
import { useLoad } from "../../../../web/client/load.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { toast } from "../../../../web/ui/toast.tsx";
import { dropKnownPair, listKnownPairs } from "./api.ts";
import type { KnownPair } from "./schema.ts";
import { text, waitsText } from "./text.ts";

/** Props of `KnownPairs`. */
export interface KnownPairsProps {
  readonly programmeId: string;
}

/** The pairs of before that wait to be asked, for managers; nothing where there is none. */
export function KnownPairs({ programmeId }: KnownPairsProps) {
  const load = useLoad(`known ${programmeId}`, (abort) => listKnownPairs(programmeId, abort));
  const state = load.state.value;
  const pairs = state.kind === "ready" ? state.value.pairs : [];
  if (pairs.length === 0) return null;

  async function handleDrop({ mentee }: KnownPair) {
    const answer = await dropKnownPair(programmeId, mentee.participantId);
    toast(answer.kind === "done" ? text.dropped : hindranceText[answer.kind === "refused" ? "fields" : answer.kind]);
    load.again();
  }

  return (
    <section class="stack">
      <h2>{formatCount(pairs.length, text.title)}</h2>
      <p class="muted">{text.lead}</p>
      <ul class="rows">
        {pairs.map((pair) => (
          <li key={pair.mentee.participantId} class="row-apart">
            <div>
              <p dir="auto">
                {pair.mentee.name} · {pair.mentor.name}
              </p>
              <p class="muted small">{waitsText(pair.waitsFor, pair.mentee.name, pair.mentor.name)}</p>
            </div>
            <Button
              kind="plain"
              label={text.dropFor(pair.mentee.name, pair.mentor.name)}
              onClick={() => void handleDrop(pair)}
            >
              {text.drop}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
