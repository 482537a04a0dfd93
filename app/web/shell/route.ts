import { h, type ComponentType } from "preact";
import type { PathParams } from "./path-params.ts";
import { readParams } from "./path-params.ts";

/**
 * Who may see a screen and what stands around it.
 * public: everyone, also signed out. own: whoever is signed in. manager: below a programme that one manages.
 * step: signed in, full screen; the screen draws its own bar and foot.
 */
export type Area = "public" | "own" | "manager" | "step";

/** What the router found in an address. */
export interface Found {
  readonly params?: Readonly<Record<string, string>>;
}

/** One line of the route table. */
export interface ScreenRoute {
  readonly path: string;
  readonly area: Area;
  /** The name of a place that the bar shows; only for a few, in the order of the table. */
  readonly place: string | undefined;
  /** Fetches the screen's code; the answer takes the parts of the path by name. */
  readonly load: () => Promise<ComponentType<Found>>;
}

/**
 * Declares a screen: `route("/rooms/:roomId", "own", () => import("…/timeline.tsx").then((m) => m.Timeline))`.
 * The screen's props are the parts of the path, so a part that it does not know, or that the path lacks, does not compile.
 */
export function route<const Path extends string>(
  path: Path,
  area: Area,
  load: () => Promise<ComponentType<PathParams<Path>>>,
  place?: string,
): ScreenRoute {
  return {
    path,
    area,
    place,
    load: async () => {
      const Screen = await load();
      return function PlacedScreen({ params }) {
        return h(Screen, readParams(path, params ?? {}));
      };
    },
  };
}
