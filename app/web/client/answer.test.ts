import { expect, it } from "vitest";
import { hindranceText, unreadText } from "./answer.ts";

it("a page that was only to be read speaks of nothing that was typed", () => {
  for (const said of Object.values(unreadText)) expect(said).not.toMatch(/typed/);
  expect(hindranceText.offline).toContain("What you typed is still here");
  expect(Object.keys(unreadText)).toEqual(Object.keys(hindranceText));
});
