import { lineOf, quiet } from "../timeline/said.tsx";
import type { ContextWritten } from "./rules.ts";
import { contextLineText as said } from "./said/text.ts";

/** The timeline says that the card changed, and leaves its words where they can be changed again. */
export const contextLines = [lineOf<ContextWritten>("context.written", () => quiet(said.changed))];
