import type { DutyId, PartId, PartWording } from "../agreement/rules.ts";
import type { Manual } from "../feedback/rules.ts";
import type { RoomInHand } from "../frame/hand.tsx";
import { myDuties, myManual, myWording } from "./rules.ts";
import { StartFrom } from "./start-from.tsx";

/** What each offer is given: the room in which one writes, and where it goes. */
export interface OfferProps<Found> {
  readonly room: RoomInHand;
  readonly onTake: (found: Found) => void;
}

/** Props of `WordingElsewhere`. */
export interface WordingElsewhereProps extends OfferProps<PartWording> {
  readonly part: PartId;
}

/** How I worded this part of an agreement in another room. */
export function WordingElsewhere({ room, part, onTake }: WordingElsewhereProps) {
  return <StartFrom room={room} find={(view) => myWording(view, part)} onTake={onTake} />;
}

/** The duties that I named in another room. */
export function DutiesElsewhere({ room, onTake }: OfferProps<ReadonlyArray<DutyId>>) {
  return <StartFrom room={room} find={myDuties} onTake={onTake} />;
}

/** My feedback manual in another room. */
export function ManualElsewhere({ room, onTake }: OfferProps<Manual>) {
  return <StartFrom room={room} find={myManual} onTake={onTake} />;
}
