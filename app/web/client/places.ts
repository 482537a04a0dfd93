/** Places of a person that the bar shows; whoever knows them puts them here. */
import { signal } from "@preact/signals";

/** A room in the bar and in the menu. */
export interface RoomPlace {
  readonly href: string;
  /** The other person's name. */
  readonly name: string;
  /** The other person's account id: gives the colour. */
  readonly id: string;
}

/** The rooms of who is signed in; empty until the relationships are loaded. */
export const roomPlaces = signal<ReadonlyArray<RoomPlace>>([]);
