import { Words } from "../../../web/ui/card.tsx";
import { formatClock } from "../../../web/client/clock.ts";
import { formatDate } from "../../../web/client/format.ts";
import { me } from "../../programme/sign-in/api.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { LimitsWords } from "./limits-words.tsx";
import { agreedParts, inForce } from "./rules.ts";
import { agreementText as text, dutyText, partText, wordsOf } from "./text.ts";

/** The whole agreement on paper: the limits, the duties, what both said yes to, and when each marked it. Seen in print alone. */
export function PrintedAgreement({ room }: { readonly room: RoomInHand }) {
  const { agreement } = room.view.state;
  const signed = inForce(agreement, [room.me, room.other]);
  return (
    <div class="agreement-print stack stack-large">
      <h2>{partText.limits.title}</h2>
      <LimitsWords room={room} />
      <Person name={me.value?.name ?? text.you} room={room} of={room.me} />
      <Person name={room.name} room={room} of={room.other} />
      {agreedParts(agreement).map(
        (wording) =>
          wording.part !== "limits" && (
            <section key={wording.part} class="stack stack-small">
              <h2>{partText[wording.part].title}</h2>
              {wordsOf(wording, formatClock).map((line) => (
                <Words key={line}>{line}</Words>
              ))}
            </section>
          ),
      )}
      {signed && <p>{text.signedBoth(signed.version)}</p>}
    </div>
  );
}

interface PersonProps {
  readonly name: string;
  readonly room: RoomInHand;
  readonly of: RoomInHand["me"];
}

function Person({ name, room, of }: PersonProps) {
  const { talked, duties } = room.view.state.agreement;
  const [day, named] = [talked[of], duties[of]];
  if (day === undefined && !named) return null;
  return (
    <section class="stack stack-small">
      <h3>{text.dutiesOf(name)}</h3>
      {named && (
        <ul>
          {named.duties.map((duty) => (
            <li key={duty}>{dutyText[duty]}</li>
          ))}
        </ul>
      )}
      {day !== undefined && <p>{text.theyTalked(name, formatDate(day))}</p>}
    </section>
  );
}
