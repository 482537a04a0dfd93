import { CheckIcon } from "../../../web/ui/icons.tsx";
import type { RoomInHand } from "../frame/hand.tsx";
import { limitsToday } from "./limits-words.tsx";
import { firstParts, limitsStep, type PartId, partIds } from "./rules.ts";
import { agreementText as text, partText } from "./text.ts";

const laterParts = partIds.filter((id) => !firstParts.some((first) => first === id));

/** True once nothing is left to do for me in a part. */
function isSettled(room: RoomInHand, part: PartId): boolean {
  const { agreement } = room.view.state;
  if (part === "limits") return agreement.talked[room.me] !== undefined;
  return agreement.parts[part]?.agreed !== undefined;
}

/** True where the other suggested something, and my yes is what it waits for. */
function waitsForMe(room: RoomInHand, part: PartId): boolean {
  const { agreement } = room.view.state;
  if (part === "limits")
    return agreement.talked[room.me] !== undefined && limitsStep(agreement, room.me, limitsToday(room)) === "accept";
  const proposal = agreement.parts[part]?.proposal;
  return proposal !== undefined && proposal.by !== room.me;
}

/** The parts in view: the first meeting's always, of the others those that have begun and the next one. */
export function partsInView(room: RoomInHand): ReadonlyArray<PartId> {
  const { parts } = room.view.state.agreement;
  const next = laterParts.find((id) => !parts[id]?.agreed && !parts[id]?.proposal);
  return [...firstParts, ...laterParts.filter((id) => parts[id] !== undefined || id === next)];
}

/** The one part to show first: what waits for my yes, then what is not settled, then the limits. */
export function partToShow(room: RoomInHand): PartId {
  const parts = partsInView(room);
  const { agreement } = room.view.state;
  if (agreement.talked[room.me] === undefined) return "limits";
  return (
    parts.find((id) => waitsForMe(room, id)) ??
    parts.find((id) => !isSettled(room, id) && !agreement.parts[id]?.proposal) ??
    "limits"
  );
}

/** Where a part stands, in a few words. */
function standingOf(room: RoomInHand, part: PartId): string {
  if (part === "limits") {
    if (!isSettled(room, part)) return text.standing.toTalk;
    if (waitsForMe(room, part)) return text.standing.suggested(room.name);
    return room.view.state.agreement.talked[room.other] === undefined
      ? text.standing.otherToTalk(room.name)
      : text.standing.talked;
  }
  const state = room.view.state.agreement.parts[part];
  if (state?.proposal)
    return waitsForMe(room, part) ? text.standing.suggested(room.name) : text.standing.waits(room.name);
  if (state?.agreed) return text.agreed;
  return laterParts.includes(part) ? text.standing.later : text.standing.open;
}

/** Props of `PartList`. */
export interface PartListProps {
  readonly room: RoomInHand;
  readonly shown: PartId | undefined;
  readonly onChoose: (part: PartId) => void;
}

/** The parts with where each stands; pressing one brings it into view. */
export function PartList({ room, shown, onChoose }: PartListProps) {
  const inView = partsInView(room);
  const later = inView.filter((id) => laterParts.includes(id));
  const rows = (ids: ReadonlyArray<PartId>) => (
    <ul class="plain-list">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            class="agreement-part"
            aria-current={id === shown ? "true" : undefined}
            onClick={() => onChoose(id)}
          >
            <span class="agreement-tick">{isSettled(room, id) && <CheckIcon size={16} />}</span>
            <span class="agreement-name">{partText[id].title}</span>
            <span class="agreement-standing">{standingOf(room, id)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <nav class="stack" aria-label={text.parts}>
      <div>
        <h2 class="agreement-head">{text.firstMeeting}</h2>
        {rows(firstParts)}
      </div>
      {isBegun(room) && later.length > 0 && (
        <div>
          <h2 class="agreement-head">{text.later}</h2>
          {rows(later)}
        </div>
      )}
    </nav>
  );
}

/** The later parts are nobody's concern before the first three. */
function isBegun(room: RoomInHand): boolean {
  const { parts } = room.view.state.agreement;
  return firstParts.every((id) => isSettled(room, id)) || laterParts.some((id) => parts[id] !== undefined);
}
