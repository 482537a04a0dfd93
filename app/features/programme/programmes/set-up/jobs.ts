/** What the server does about the set-up when it starts. */
import type { App } from "../../../../server/app.ts";
import { isSetUp } from "../store.ts";
import { replaceSetUpLink } from "./store.ts";

/** The address of a set-up link. The token stands behind the #, so that it reaches no server's log. */
export function setUpLink(origin: string, token: string): string {
  return `${origin}/set-up#t=${token}`;
}

/** Makes a new set-up link while nobody manages a programme here; its address, or `undefined` where the set-up is done. */
export async function offerSetUp(app: App): Promise<string | undefined> {
  if (await isSetUp(app.db.read)) return undefined;
  const token = app.chance.token();
  await app.db.write((writer) => replaceSetUpLink(writer, token));
  return setUpLink(app.config.origin, token);
}
