import { computed, signal } from "@preact/signals";
import { exec } from "preact-iso/router";
import type { ScreenRoute } from "./route.ts";
import { routes } from "./routes.ts";

/** The second part of the table: still to be fetched, here, or not to be had now. */
type Rest = "lacking" | "unreachable" | ReadonlyArray<ScreenRoute>;

const rest = signal<Rest>("lacking");

/** The route table as far as it is here. */
export const routeTable = computed(() => (typeof rest.value === "string" ? routes : [...routes, ...rest.value]));

/** Whether a path that no line matches may be a line's that is still to come. */
export const routeTableIs = computed(() => (typeof rest.value === "string" ? rest.value : "whole"));

/** The line that a path belongs to, as far as the table is here. */
export function routeOf(path: string): ScreenRoute | undefined {
  return routeTable.value.find((each) => exec(path, each.path, { path, query: {}, params: {} }));
}

/** Fetches the second part of the table; a try that failed may be made again. */
export async function fetchRestOfTable(): Promise<void> {
  try {
    rest.value = (await import("./more-routes.ts")).moreRoutes;
  } catch {
    rest.value = "unreachable";
  }
}
