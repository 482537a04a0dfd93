/** Health, and the interface's document. */
import * as z from "zod/mini";
import { operation } from "../values/operation.ts";
import { anyone } from "./guards/signed-in.ts";
import { describeInterface } from "./http/document.ts";
import type { Routes } from "./http/router.ts";
import type { Served } from "./http/serve.ts";
import { schemaVersion } from "./database/migrate.ts";

/** Whether the server answers and its database too. */
export const ReadHealth = operation({
  id: "readHealth",
  method: "GET",
  path: "/health",
  summary: "Whether the server and its database answer",
  answer: z.strictObject({ status: z.literal("ok"), version: z.string(), engine: z.enum(["sqlite", "postgres"]) }),
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
    router.on(ReadHealth, anyone, async () => {
      await schemaVersion(app.db);
      return { status: "ok" as const, version, engine: app.db.engine };
    });
    router.on(ReadInterface, anyone, async () => ({ ...describeInterface(served(), version) }));
  };
}
