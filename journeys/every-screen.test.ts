import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moreRoutes } from "../app/web/shell/more-routes.ts";
import { routes } from "../app/web/shell/routes.ts";
import type { ScreenRoute } from "../app/web/shell/route.ts";
import { placeNames } from "../app/features/room/ending/places.tsx";
import { stepNames } from "../app/features/room/sessions/steps/step.tsx";
import { MovedClock } from "../demo/moved-clock.ts";
import { Pair } from "../demo/pair.ts";
import { answerFirst, listPeople, makeDraft, sendDraft } from "../demo/programme.ts";
import { endBrowser } from "./kit/browser.ts";
import { tellInChapters } from "./kit/chapters.ts";
import { begin, type Begun, bringIn, nadia, opensRooms } from "./kit/fixtures.ts";
import { comes, type Visitor } from "./kit/visitor.ts";
import { aFewWeeks } from "./rooms/weeks.ts";

const sizes = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

let begun: Begun;
let manager: Visitor;
let leila: Visitor;
let stranger: Visitor;
/** What may stand in an address; a new kind of place needs a word here. */
let parts: Readonly<Record<string, ReadonlyArray<string>>>;

beforeAll(async () => {
  const clock = new MovedClock();
  const started = await begin();
  begun = { ...started, setting: { ...started.setting, now: clock.now } };
  const people = await bringIn(begun);
  await sendDraft(begun.managed, await makeDraft(begun.managed));
  await answerFirst(people.leila.visitor, "yes");
  const relationship = await answerFirst(people.ingrid.visitor, "yes");
  if (!relationship) throw new Error("no pair came about");
  const pair = new Pair(relationship, people.leila, people.ingrid);
  await pair.ready();
  const { next } = await aFewWeeks(pair, clock, 10);
  const [listed] = await listPeople(begun.managed);
  parts = {
    programmeId: [begun.managed.programmeId],
    participantId: [listed?.id ?? ""],
    roomId: [pair.room],
    sessionId: [next],
    step: stepNames,
    page: placeNames,
    // The notes of a session are a page with the session's own id.
    pageId: [next],
    // Nothing was shown to Leila: whoever has no letter of this id reads that it is not theirs.
    disclosureId: [next],
  };
  leila = await opensRooms(begun.oakroom, people.leila, pair.room);
  manager = await comes(begun.oakroom, nadia);
  await manager.signsIn();
  stranger = await comes(begun.oakroom, { name: "Somebody", email: "somebody@elsewhere.example" });
});

afterAll(async () => {
  await begun?.oakroom.end();
  await endBrowser();
});

/** Every address of a line of the route table. */
function addressesOf(path: string): ReadonlyArray<string> {
  const name = /:(\w+)/.exec(path)?.[1];
  if (name === undefined) return [path];
  const values = parts[name];
  if (!values) throw new Error(`nothing is known to stand for :${name} in ${path}`);
  return values.flatMap((value) => addressesOf(path.replace(`:${name}`, value)));
}

/** Looks at every screen of some areas, at a desk and with a phone in hand. */
async function looksAtAll(visitor: Visitor, fits: (route: ScreenRoute) => boolean): Promise<number> {
  const chosen = [...routes, ...moreRoutes].filter(fits);
  for (const route of chosen)
    for (const address of addressesOf(route.path))
      for (const [size, viewport] of Object.entries(sizes)) {
        await visitor.page.setViewportSize(viewport);
        await visitor.visits(address);
        await visitor.page.getByRole("heading", { level: 1 }).first().waitFor();
        await visitor.looksAround(`${visitor.name}, ${route.path}, ${size}`);
      }
  expect(visitor.objections).toEqual([]);
  return chosen.length;
}

describe("every screen keeps nobody out, light and dark, at a desk and by phone", () => {
  tellInChapters();

  it("those for everyone, before anybody signed in", async () => {
    expect(await looksAtAll(stranger, ({ area, path }) => area === "public" || path === "/")).toBeGreaterThan(5);
  });

  it("those of somebody with a room", async () => {
    expect(await looksAtAll(leila, ({ area }) => area === "own" || area === "step")).toBeGreaterThan(15);
  });

  it("those of a programme manager", async () => {
    const own = new Set(["/", "/settings", "/profile", "/suggestions"]);
    expect(await looksAtAll(manager, ({ area, path }) => area === "manager" || own.has(path))).toBeGreaterThan(10);
  });

  it("and on none of them did a browser complain", async () => {
    for (const visitor of [stranger, leila, manager]) await expect(visitor.leaves()).resolves.toBeUndefined();
  });
});
