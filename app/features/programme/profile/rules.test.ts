import { describe, expect, it } from "vitest";
import { aProfile } from "../people/testing.ts";
import {
  calledName,
  type Described,
  isJustPaired,
  missingFrom,
  overlong,
  profileFields,
  type ProfileField,
  type Reader,
  readersOf,
  refuseSaving,
  seenBy,
} from "./rules.ts";
import { ProfileSeen, SaveProfile } from "./schema.ts";
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
  it("P04 P15 P65 the card has topics with where each was learned, what others know better, and why somebody is here", () => {
    const { roles, helpWith, limits, decidesAbout, wishes, languages, invitedFor, ...rest } = emil;
    const lists = { roles: [...roles], helpWith: [...helpWith], limits: [...limits], decidesAbout: [...decidesAbout] };
    const more = { wishes: [...wishes], languages: [...languages], invitedFor: [...invitedFor] };
    const card = seenFields(ProfileSeen.parse(seenBy("suggested", { ...rest, ...lists, ...more }, "pair")));
    expect(card.slice(0, 3).map(({ name, lines }) => [name, ...lines])).toEqual([
      ["Why I am here", "Somebody did this for me."],
      ["I can help with", "first teams: I led one before I was ready"],
      ["Better ask someone else about", "negotiating a salary"],
    ]);
    expect(card.find(({ field }) => field === "invitedFor")?.lines).toEqual(["hiring"]);
  });
  it("shows nobody with words of a role that they do not have, and could not correct", () => {
    const both = { ...emil, wishes: ["being led"] };
    expect(seenBy("suggested", both, "pair").wishes).toEqual([]);
    expect(seenBy("suggested", { ...both, roles: ["mentee"] }, "pair")).toMatchObject({
      helpWith: [],
      limits: [],
      wishes: ["being led"],
    });
  });
  it("P04 P98 never holds a rating, an endorsement or how somebody performs: nothing but these fields can be read", () => {
    expect(new Set(Object.keys(ProfileSeen.def.shape))).toEqual(new Set(Object.keys(profileFields)));
    for (const field of Object.keys(profileFields))
      expect(field).not.toMatch(/rat|star|endors|perform|review|score|rank/i);
  });
  it("P98 the programme's own words say what a mentor was invited for", () => {
    expect(readersOf("invitedFor", "pair")).toContain("suggested");
    expect(fieldText.invitedFor).toBe("Invited by the programme for");
  });
  it("P76 what did not go well goes as far as its writer says", () => {
    expect(readersOf("setback", "pair")).toEqual(["pair"]);
    expect(readersOf("setback", "suggested")).toEqual(["suggested", "pair"]);
    expect(readersOf("setback", "programme")).toEqual(["programme", "suggested", "pair"]);
    expect(readersLine("setback")).toBe("Read by: your mentor or mentee only");
  });
});

describe("what is missing", () => {
  const nothing = { ...aProfile, helpWith: [], wishes: [], why: " ", languages: [], timeZone: "" };
  it("P99 for a mentor, who says why they are here before being matched", () =>
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

describe("what is too long", () => {
  const about = { name: "Emil Berg", team: "", site: "", level: null, managerEmail: "" };
  const saving = { callName: "Emil", about, profile: aProfile };
  it("is nothing, where all of it is kept", () => expect(overlong(saving)).toEqual([]));
  it("is said by field, with how long it may be, and is just what would not be kept", () => {
    const long = (length: number) => "ä".repeat(length);
    const bad = {
      callName: long(61),
      about: { ...about, team: long(121) },
      profile: {
        ...aProfile,
        helpWith: [{ topic: "hiring", learned: long(201) }],
        wishes: ["saying no", long(121)],
        why: long(301),
        setback: long(2000),
      },
    };
    expect(overlong(bad)).toEqual([
      { field: "callName", most: 60 },
      { field: "team", most: 120 },
      { field: "helpWith", most: 200 },
      { field: "wishes", most: 120 },
      { field: "why", most: 300 },
    ]);
    const refused = SaveProfile.body.safeParse(bad).error?.issues.map(({ path }) => path.join("."));
    expect(refused).toEqual([
      "callName",
      "about.team",
      "profile.helpWith.0.learned",
      "profile.wishes.1",
      "profile.why",
    ]);
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

it.each([
  ["a pair of this morning", { state: "live", startedAt: 0, firstMeetingHeld: false }, 3_600_000, true],
  ["one of last week", { state: "live", startedAt: 0, firstMeetingHeld: false }, 7 * 86_400_000, false],
  ["one that has met", { state: "live", startedAt: 0, firstMeetingHeld: true }, 3_600_000, false],
  ["one that has ended", { state: "ended", startedAt: 0, firstMeetingHeld: false }, 3_600_000, false],
])("P101 whoever steps back is offered to end %s", (_what, pair, now, offered) => {
  expect(isJustPaired(pair, now)).toBe(offered);
});
