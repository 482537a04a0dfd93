/** Texts by id, for whoever learns the id at run time. A screen that knows it imports the text by name instead. */
import type { Block } from "./blocks.ts";
import { themeOf, themes, type ContentId } from "./en/ids.generated.ts";

/** Fetches one text. Its theme is loaded once. */
export async function loadBlock(id: ContentId): Promise<Block> {
  const { blocks } = await themes[themeOf[id]]();
  const found = Object.values<Block>(blocks).find((block) => block.id === id);
  if (!found) throw new TypeError(`There is no text ${id}`);
  return found;
}

/** Whether a text has this id. */
export function isContentId(id: string): id is ContentId {
  return Object.hasOwn(themeOf, id);
}
