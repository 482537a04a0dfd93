import { useSignal } from "@preact/signals";
import { newId } from "../../../web/client/new-id.ts";
import { formatDate } from "../../../web/client/format.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Link } from "../../../web/ui/link.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { askProgramme } from "../../programme/asks/api.ts";
import { restingText as text } from "../../programme/leaving/text.ts";
import type { Relationship } from "../../programme/relationships/schema.ts";

/** In a room of which somebody has left the programme: until when it waits, what belongs to an ending, and another match in one tap. */
export function Resting({ relationship }: { readonly relationship: Relationship }) {
  const { leaving, partner, programmeName, roomId } = relationship;
  if (!leaving) return null;
  return (
    <div data-news>
      <Notice actions={leaving.who === "other" && <AnotherMatch relationship={relationship} />}>
        <p>{text.line(leaving.who, partner.name, programmeName, formatDate(leaving.until))}</p>
        <p class="cluster">
          <Link href={`/rooms/${roomId}/more/farewell`}>{text.farewell}</Link>
          <Link href={`/rooms/${roomId}/more/keepsake`}>{text.keepsake}</Link>
          {leaving.who !== "other" && <Link href={`/leaving/${relationship.programmeId}`}>{text.address}</Link>}
        </p>
      </Notice>
    </div>
  );
}

/** One tap tells the programme; no words are asked for. */
function AnotherMatch({ relationship }: { readonly relationship: Relationship }) {
  const said = useSignal<string | undefined>(undefined);
  async function handleAsk() {
    const body = { askId: newId(), kind: "another-match" as const, words: "" };
    const answer = await askProgramme(relationship.programmeId, body);
    said.value = answer.kind === "done" ? text.asked : text.cannotAsk;
  }
  if (said.value !== undefined) return <output>{said.value}</output>;
  return (
    <Button kind="quiet" onClick={() => void handleAsk()}>
      {text.another}
    </Button>
  );
}
