/** Two people and a page, for tests of what they write on it. Imported by tests alone. */
import { textOf } from "../content/rules.ts";
import type { PageChanged } from "../rules.ts";
import { anAccount, anItem, happened } from "../../state/testing.ts";
import { OpenPage } from "./rules.ts";

/** Leila on a device of hers. */
export const leila = happened(anAccount("Leila"), "x.y", {});
/** Ingrid on one of hers. */
export const ingrid = happened(anAccount("Ingrid"), "x.y", {});
/** The two of the room. */
export const members = [leila.author, ingrid.author].toSorted();
/** The page on which they write. */
export const page = anItem();

/** The page as somebody opens it. */
export function opened(who: typeof leila, chance = 0.5) {
  return new OpenPage(who, members, chance);
}

/** An update as the room gives it. */
export function written(who: typeof leila, update: string, at = "2026-10-01T08:00:00Z"): PageChanged {
  return { ...happened(who.author, "pages.changed", { page, update }, at), device: who.device };
}

/** What somebody typed, as it comes back from the room. */
export function sent(open: OpenPage, who: typeof leila, at?: string): PageChanged {
  const update = open.batch();
  if (update === undefined) throw new Error("nothing was typed");
  const event = written(who, update, at);
  open.take([event]);
  return event;
}

/** What stands on it. */
export const words = (open: OpenPage) => textOf(open.doc).toJSON();
