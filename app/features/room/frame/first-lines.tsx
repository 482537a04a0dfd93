import { Past } from "../keys/lost/past.tsx";
import type { RoomInHand } from "./hand.tsx";
import { NotHereYet } from "./not-here-yet.tsx";

/** What stands above a room's timeline now and then: that the other has not been here, and what the room went through. */
export function FirstLines({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      <NotHereYet room={room} />
      <Past room={room} />
    </>
  );
}
