import { expect, it } from "vitest";
import { gainsFromHomeScreen } from "./rules.ts";

const safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5";
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`;
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`;

it.each([
  ["Safari on an iPhone", iphone, 5, false, true],
  ["Safari on an iPad, which calls itself a Mac", mac, 5, false, true],
  ["the same from the home screen", iphone, 5, true, false],
  ["Safari on a Mac", mac, 0, false, false],
  ["Chrome on an iPhone", iphone.replace("Version/18.5", "CriOS/142.0"), 5, false, false],
  ["Firefox on an iPhone", iphone.replace("Version/18.5", "FxiOS/142.0"), 5, false, false],
  [
    "Chrome on Android",
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36",
    5,
    false,
    false,
  ],
])("the home screen is told of in %s: %s", (_, userAgent, touchPoints, isStandalone, told) => {
  expect(gainsFromHomeScreen({ userAgent, touchPoints, isStandalone })).toBe(told);
});
