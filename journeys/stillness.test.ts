import { afterAll, expect, it } from "vitest";
import { browser, endBrowser } from "./kit/browser.ts";
import { Stillness } from "./kit/stillness.ts";

afterAll(endBrowser);

const page =
  "<!doctype html><title>A page</title><main><p id=before></p><div style='height:600px'>A long text</div></main>";

/** Shows a page, does something to it, and answers what was complained about. */
async function complaintsAbout(change: () => void): Promise<ReadonlyArray<string>> {
  const context = await (await browser()).newContext({ viewport: { width: 390, height: 844 } });
  const stillness = new Stillness();
  await stillness.follow(context);
  const tab = await context.newPage();
  await tab.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: page }));
  await tab.goto("http://localhost:9/rooms/0199a000-0000-7000-8000-000000000000/talk");
  await tab.evaluate(twoFrames);
  await tab.evaluate(change);
  await tab.evaluate(twoFrames);
  await tab.evaluate(twoFrames);
  await context.close();
  return stillness.complaints();
}

/** Runs in the browser: what moved is told after a frame was drawn. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

it("a page that stands still is nothing to complain about", async () => {
  expect(await complaintsAbout(() => undefined)).toEqual([]);
});

it("a page that pushes its text down by itself turns a journey red, and what moved is named", async () => {
  const complaints = await complaintsAbout(() => {
    const late = document.getElementById("before");
    if (late) late.style.height = "200px";
  });
  expect(complaints).toEqual([expect.stringMatching(/^\/rooms\/…\/talk moved by 0\.\d+: .*div/)]);
});

it("a message to the reader may push the text down: it was asked for, or somebody did something", async () => {
  const complaints = await complaintsAbout(() => {
    const message = document.createElement("output");
    message.style.cssText = "display:block;height:200px";
    document.querySelector("main")?.prepend(message);
  });
  expect(complaints).toEqual([]);
});
