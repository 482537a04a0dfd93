import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { hindranceText } from "../../../web/client/answer.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { toast } from "../../../web/ui/toast.tsx";
import { endRelationship, refreshRelationships, relationships } from "../relationships/api.ts";
import type { Relationship } from "../relationships/schema.ts";
import { isJustPaired } from "./rules.ts";
import { text } from "./text.ts";

/** For whoever stepped back while the second yes was on its way: the pair that came about just before, and one press that ends it. */
export function JustPaired({ programmeId }: { readonly programmeId: string }) {
  useEffect(() => void refreshRelationships(), [programmeId]);
  const [now] = useState(() => Date.now());
  const pairs = (relationships.value ?? []).filter(
    (pair) => pair.programmeId === programmeId && isJustPaired(pair, now),
  );
  return (
    <>
      {pairs.map((pair) => (
        <Just key={pair.relationshipId} pair={pair} />
      ))}
    </>
  );
}

function Just({ pair: { relationshipId, partner } }: { readonly pair: Relationship }) {
  const busy = useSignal(false);

  async function handleEnd() {
    busy.value = true;
    const answer = await endRelationship(relationshipId);
    busy.value = false;
    toast(answer.kind === "done" ? text.justEnded : hindranceText[answer.kind === "refused" ? "fields" : answer.kind]);
    await refreshRelationships();
  }

  return (
    <Notice
      actions={
        <Button kind="quiet" busy={busy.value} onClick={() => void handleEnd()}>
          {text.justEnd(partner.name)}
        </Button>
      }
    >
      {text.justPaired(partner.name)}
    </Notice>
  );
}
