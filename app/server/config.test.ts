import { describe, expect, it } from "vitest";
import { readConfig, settingNames, unknownSettings } from "./config.ts";

describe("a name that looks like a setting and is none", () => {
  it.each([
    ["OAKROOM_ORGIN", " Did you mean OAKROOM_ORIGIN?"],
    ["OAKROOM_SMTP", " Did you mean OAKROOM_SMTP_URL?"],
    ["oakroom_port", " Did you mean OAKROOM_PORT?"],
    ["OAKROOM_WHATEVER", ""],
  ])("%s is said", (name, said) => {
    const [line, ...others] = unknownSettings({ [name]: "x", PATH: "/usr/bin" });
    expect(others).toEqual([]);
    expect(line).toBe(`Warning: there is no setting ${name}.${said}`);
  });

  it("is none of ours, and none of the tests'", () => {
    const ours = Object.fromEntries(settingNames.map((name) => [name, "x"]));
    expect(unknownSettings({ ...ours, DATABASE_URL: "x", OAKROOM_TEST_ENGINE: "sqlite", OAKROOM_FUZZ: "1" })).toEqual(
      [],
    );
  });
});

it("an address with a port that cannot be is told so, not that it begins wrongly", () => {
  expect(() => readConfig({ OAKROOM_SMTP_URL: "smtp://u:p@127.0.0.1:99999" }, "/")).toThrow(
    /^OAKROOM_SMTP_URL cannot be read as an address\. Look at its port/,
  );
  expect(() => readConfig({ OAKROOM_SMTP_URL: "mail.example.org:25" }, "/")).toThrow(/must begin with smtp/);
});
