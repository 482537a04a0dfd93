import { pmInvite } from "../../../../content/en/programme.generated.ts";
import { formatList } from "../../../web/client/format.ts";
import { useLoad } from "../../../web/client/load.ts";
import { Words } from "../../../web/ui/card.tsx";
import { Disclosure } from "../../../web/ui/disclosure.tsx";
import { Guidance } from "../../../web/ui/guidance.tsx";
import { Loaded } from "../../../web/ui/loaded.tsx";
import { OnePress } from "../../../web/ui/one-press.tsx";
import { fieldNames } from "../../programme/matching/proposals/text.ts";
import { type SeenField, seenFields } from "../../programme/profile/text.ts";
import { refreshRelationships } from "../../programme/relationships/api.ts";
import { declareConflict } from "../../programme/relationships/conflict/api.ts";
import { readPartner } from "../../programme/relationships/partner/api.ts";
import { RoomPage } from "../frame/room-page.tsx";
import { text } from "./text.ts";
import { type OfPairProps, PowerOffer, WhyHere } from "./why.tsx";

/** The other of my pair: why they are here, what they say for their pair, and what helps before meeting. */
export function About({ roomId }: { readonly roomId: string }) {
  return (
    <RoomPage roomId={roomId} tab="other" title={text.title}>
      {({ relationship }) => (
        <div class="stack stack-sections measure">
          <WhyHere relationship={relationship} />
          <PowerOffer relationship={relationship} />
          {relationship.state !== "ended" && (
            <>
              <Conflict relationship={relationship} />
              {/* Last, since it comes last: nothing above it moves then. */}
              <Says relationship={relationship} />
            </>
          )}
        </div>
      )}
    </RoomPage>
  );
}

/** What stands above, or is said in a sentence. */
const shownElsewhere: ReadonlySet<SeenField["field"]> = new Set(["why", "roles", "invitedFor"]);

/** What stands on the card of a suggestion, and the story that only a pair may read. */
function Says({ relationship: { relationshipId, partner, programmeName, myRole } }: OfPairProps) {
  const load = useLoad(relationshipId, (abort) => readPartner(relationshipId, abort));
  return (
    <section class="stack">
      <h2>{text.says(partner.name)}</h2>
      <p class="muted">
        {text.open(partner.name)} <a href="/what-oakroom-can-see">{text.whoReads}</a>
      </p>
      <Loaded of={load}>
        {(seen) => {
          const fields = seenFields(seen).filter(({ field }) => !shownElsewhere.has(field));
          const invited = myRole === "mentee" ? (seen.invitedFor ?? []) : [];
          if (fields.length + invited.length === 0) return <p class="muted">{text.nothing(partner.name)}</p>;
          return (
            <>
              {invited.length > 0 && (
                <Guidance block={pmInvite} values={{ programme: programmeName, topics: formatList(invited) }} />
              )}
              <dl class="stack">
                {fields.map(({ field, name, lines, isWritten }) => (
                  <div key={field}>
                    <dt class="muted small">{fieldNames[field] ?? name}</dt>
                    {lines.map((line) => (
                      <dd key={line} dir="auto">
                        {isWritten ? <Words>{line}</Words> : line}
                      </dd>
                    ))}
                  </div>
                ))}
              </dl>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** One press, no reason (P92, P101). */
function Conflict({ relationship: { relationshipId } }: OfPairProps) {
  return (
    <Disclosure summary={text.conflict}>
      <OnePress
        words={text.conflictWords}
        say={text.conflictSay}
        told={text.told}
        press={() => declareConflict(relationshipId)}
        refusals={{}}
        onAnswer={refreshRelationships}
      />
    </Disclosure>
  );
}
