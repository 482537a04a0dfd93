import { ErasingWish } from "../ending/erasing/wish.tsx";
import { Past } from "../keys/lost/past.tsx";
import type { RoomInHand } from "./hand.tsx";
import { NotHereYet } from "./not-here-yet.tsx";

/** What stands above a room's timeline now and then: that the other has not been here, what the room went through, and that the other would have it erased. */
export function FirstLines({ room }: { readonly room: RoomInHand }) {
  return (
    <>
      <NotHereYet room={room} />
      <Past room={room} />
      <ErasingWish room={room} />
    </>
  );
}
