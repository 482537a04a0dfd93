import { describe, expect, it } from "vitest";
import { aProfile } from "../people/testing.ts";
import {
  calledName,
  type Described,
  missingFrom,
  profileFields,
  type ProfileField,
  type Reader,
  readersOf,
  refuseSaving,
  seenBy,
} from "./rules.ts";
import { fieldText, readersLine, seenFields } from "./text.ts";

const { setbackReaders: _, ...said } = aProfile;
const emil: Described = {
  ...said,
  name: "Emil Berg",
  callName: "Emil",
  email: "emil@x.example",
  roles: ["mentor"],
  team: "Research",
  site: "Praha",
  level: "4",
  managerEmail: "boss@x.example",
  invitedFor: ["hiring"],
};

describe("who reads what", () => {
  it("every field of a person is declared, and no other", () => {
    expect(Object.keys(profileFields).toSorted()).toEqual(Object.keys(emil).toSorted());
    expect(Object.keys(fieldText).toSorted()).toEqual(Object.keys(profileFields).toSorted());
  });
  it.each<[Reader, ProfileField[]]>([
    ["programme", ["setback"]],
    ["suggested", ["decidesAbout", "email", "level", "managerEmail", "capacity", "setback"]],
    ["pair", ["decidesAbout", "email", "level", "managerEmail", "capacity"]],
  ])("%s does not get %j", (reader, hidden) => {
    const seen = seenBy(reader, emil, "pair");
    expect(
      Object.keys(emil)
        .filter((field) => !Object.hasOwn(seen, field))
        .toSorted(),
    ).toEqual(hidden.toSorted());
  });
  it("what did not go well goes as far as its writer says", () => {
    expect(readersOf("setback", "pair")).toEqual(["pair"]);
    expect(readersOf("setback", "suggested")).toEqual(["suggested", "pair"]);
    expect(readersOf("setback", "programme")).toEqual(["programme", "suggested", "pair"]);
    expect(readersLine("setback")).toBe("Read by: your pair only");
  });
});

describe("what is missing", () => {
  const nothing = { ...aProfile, helpWith: [], wishes: [], why: " ", languages: [], timeZone: "" };
  it("for a mentor", () =>
    expect(missingFrom(nothing, ["mentor"])).toEqual(["help-with", "why", "languages", "time-zone"]));
  it("for a mentee, who need not say why", () =>
    expect(missingFrom(nothing, ["mentee"])).toEqual(["wishes", "languages", "time-zone"]));
  it("nothing, for a whole profile", () => expect(missingFrom(aProfile, ["mentor", "mentee"])).toEqual([]));
  it("no hours and no story are fine", () =>
    expect(missingFrom({ ...aProfile, availability: "", setback: "" }, ["mentor"])).toEqual([]));
  it("may still be missing before one takes part, and not after", () => {
    expect(refuseSaving(nothing, ["mentor"], "invited")).toBeUndefined();
    expect(refuseSaving(nothing, ["mentor"], "paused")).toBe("incomplete");
  });
});

describe("how a profile reads", () => {
  it("in one order, without empty fields, in whole words", () => {
    const fields = seenFields({
      ...emil,
      roles: [...emil.roles],
      helpWith: [...emil.helpWith],
      limits: [],
      decidesAbout: [],
      wishes: [],
      invitedFor: [],
      languages: [...emil.languages],
    });
    expect(fields.map(({ field, lines }) => `${field}: ${lines.join(" | ")}`)).toEqual([
      "why: Somebody did this for me.",
      "helpWith: first teams: I led one before I was ready",
      "setback: The first team I led fell apart.",
      "roles: Mentor",
      "team: Research",
      "site: Praha",
      "languages: English, German",
      "timeZone: Europe/Berlin",
      "availability: Monday to Thursday, 12:00 to 14:00",
      "capacity: 2",
      "level: 4",
      "managerEmail: boss@x.example",
      "email: emil@x.example",
    ]);
  });
  it("a person is called as they like, or by their name", () => {
    expect(calledName({ name: "Emil Berg", callName: " " })).toBe("Emil Berg");
    expect(calledName({ name: "Emil Berg", callName: "Em" })).toBe("Em");
  });
});
