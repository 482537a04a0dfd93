/** How many stories begin: Leila with her phone and Ingrid at a desk, in the room of the two. */
import { goesIn, joinsAtTalk, offersDateSoon, takesTheDate } from "./acts.ts";
import { opensRooms, twoWithARoom, type TwoWithARoom } from "./fixtures.ts";
import type { OakroomOptions } from "./oakroom.ts";
import type { Device, Visitor } from "./visitor.ts";

/** The two before their browsers, with the server that they are on. */
export interface BothPresent {
  readonly two: TwoWithARoom;
  readonly leila: Visitor;
  readonly ingrid: Visitor;
}

/** Both have opened the room that they have just got; Ingrid holds what `hers` says. */
export async function bothInTheirRoom(hers: Device = "desktop", options: OakroomOptions = {}): Promise<BothPresent> {
  const two = await twoWithARoom(options);
  const leila = await opensRooms(two.oakroom, two.leila, two.room, { device: "phone" });
  const ingrid = await opensRooms(two.oakroom, two.ingrid, two.room, { device: hers });
  return { two, leila, ingrid };
}

/** Both are at Talk in their first session. */
export async function bothAtTalk(options: OakroomOptions = {}): Promise<BothPresent> {
  const both = await bothInTheirRoom("desktop", options);
  const { two, leila, ingrid } = both;
  await offersDateSoon(ingrid, two.room);
  await takesTheDate(leila, two.room);
  await goesIn(leila, two.room);
  await leila.presses("Begin to talk");
  await goesIn(ingrid, two.room);
  await joinsAtTalk(ingrid);
  return both;
}
