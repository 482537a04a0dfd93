/** Sealed: topics to leave out. The own list in one's own log, what the other may know in the room. */
import * as z from "zod/mini";
import { ItemId, LogId } from "../../../values/id.ts";
import { plainLine } from "../../../values/text.ts";
import { defineEvent } from "../state/schema.ts";

const text = plainLine(300);

/** A topic to leave out, only for me. */
export const TopicKept = defineEvent("offlimits.kept", 1, z.strictObject({ roomId: LogId, text }));
/** It is taken off the list. */
export const TopicRemoved = defineEvent("offlimits.removed", 1, z.strictObject({ topic: ItemId }));
/** Every event of one's own list. */
export const ownOfflimitsEvents = [TopicKept, TopicRemoved] as const;

/** A topic that the other may know of. */
export const TopicTold = defineEvent("offlimits.told", 1, z.strictObject({ text }));
/** It is taken back. */
export const TopicUntold = defineEvent("offlimits.untold", 1, z.strictObject({ topic: ItemId }));
/** Every event of what the other may know. */
export const offlimitsEvents = [TopicTold, TopicUntold] as const;
