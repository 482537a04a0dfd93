/** Health, and the interface's document. */
import * as z from "zod/mini";
import { operation } from "../values/operation.ts";
import { anyone } from "./guards/signed-in.ts";
import { describeInterface } from "./http/document.ts";
import { isUnavailable, saySoon } from "./http/errors.ts";
import type { Routes } from "./http/router.ts";
import type { Served } from "./http/serve.ts";
import type { Database } from "./database/database.ts";
import { schemaVersion } from "./database/migrate.ts";

/** Whether the server answers and its database too; "no-database" (with status 503) while it cannot be reached. */
export const ReadHealth = operation({
  id: "readHealth",
  method: "GET",
  path: "/health",
  summary: "Whether the server and its database answer",
  answer: z.strictObject({
    status: z.enum(["ok", "no-database"]),
    version: z.string(),
    engine: z.enum(["sqlite", "postgres"]),
  }),
});

/** This document. */
export const ReadInterface = operation({
  id: "readInterface",
  method: "GET",
  path: "/openapi.json",
  summary: "The document of this interface",
  answer: z.looseObject({}),
});

/** `served` is read when somebody asks, after all routes have been declared. */
export function healthRoutes(version: string, served: () => ReadonlyArray<Served>): Routes {
  return (router, app) => {
    router.on(ReadHealth, anyone, async ({ reply }) => {
      const isThere = await answers(app.db);
      if (!isThere) saySoon(reply);
      return { status: isThere ? ("ok" as const) : ("no-database" as const), version, engine: app.db.engine };
    });
    router.on(ReadInterface, anyone, async () => ({ ...describeInterface(served(), version) }));
  };
}

async function answers(db: Database): Promise<boolean> {
  try {
    await schemaVersion(db);
    return true;
  } catch (error) {
    if (isUnavailable(error)) return false;
    throw error;
  }
}
