/** A new page that begins with the words of another state. */
import { ItemId } from "../../../../values/id.ts";
import { newId } from "../../../../web/client/new-id.ts";
import type { RoomInHand } from "../../frame/hand.tsx";
import { eventOf } from "../../state/schema.ts";
import { docNodeOf, writeBack } from "../binding/rules.ts";
import type { PageLine } from "../content/rules.ts";
import { PageChanged, PageMade } from "../schema.ts";
import { openPage } from "./open-page.tsx";

/** Begins a page with these lines. False where it could not be written. */
export async function beginWith(room: RoomInHand, title: string, lines: ReadonlyArray<PageLine>): Promise<boolean> {
  const page = ItemId.parse(newId());
  const hand = await openPage(room, page);
  if (!hand || !(await room.write(eventOf(PageMade, { page, title })))) return false;
  writeBack(docNodeOf(lines), hand.open.doc, "copy");
  const update = hand.open.batch();
  return update === undefined || (await room.write(eventOf(PageChanged, { page, update }))) !== undefined;
}
