import { describe, expect, it } from "vitest";
import { agreement, type AgreementState, type PartWording } from "../agreement/rules.ts";
import { feedback } from "../feedback/rules.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import { myDuties, myManual, type MyRoom, myWording } from "./rules.ts";

const ingrid = anAccount("Ingrid");
const leila = anAccount("Leila");
const mine: PartWording = { part: "cancel", content: { text: "A day before is fine, by message." } };
const theirs: PartWording = { part: "cancel", content: { text: "Leila’s own words." } };

const folded = (...events: ReadonlyArray<Parameters<typeof agreement.reduce>[1]>): AgreementState =>
  events.reduce(agreement.reduce, agreement.initial);
const room = (state: AgreementState, me = ingrid): MyRoom => ({
  me,
  state: { agreement: state, feedback: feedback.initial },
});

describe("what somebody may begin with in a next room", () => {
  it("is what they suggested, waiting or agreed", () => {
    const suggested = happened(ingrid, "agreement.proposed", mine);
    expect(myWording(room(folded(suggested)), "cancel")).toEqual(mine);
    const accepted = happened(leila, "agreement.accepted", { proposal: referTo(suggested) });
    expect(myWording(room(folded(suggested, accepted)), "cancel")).toEqual(mine);
  });

  it("is what they would have liked, where nothing of theirs was agreed", () => {
    expect(myWording(room(folded(happened(ingrid, "agreement.preferred", mine))), "cancel")).toEqual(mine);
    expect(myWording(room(folded()), "cancel")).toBeUndefined();
  });

  it("is never the other’s wording: suggested, liked, or agreed by both", () => {
    const liked = happened(leila, "agreement.preferred", theirs);
    const suggested = happened(leila, "agreement.proposed", theirs);
    const accepted = happened(ingrid, "agreement.accepted", { proposal: referTo(suggested) });
    for (const events of [[liked], [liked, suggested], [liked, suggested, accepted]])
      expect(myWording(room(folded(...events)), "cancel")).toBeUndefined();
    const own = happened(ingrid, "agreement.preferred", mine);
    expect(myWording(room(folded(own, suggested, accepted)), "cancel")).toEqual(mine);
  });

  it("is the duties that one named, without what speaks of one person", () => {
    const duties = ["people-manager", "decides-about-mentee"] as const;
    const named = happened(ingrid, "agreement.duties", { duties: [...duties], other: "" });
    expect(myDuties(room(folded(named)))).toEqual(["people-manager"]);
    expect(myDuties(room(folded(named), leila))).toBeUndefined();
    const alone = happened(ingrid, "agreement.duties", { duties: ["decides-about-mentee"], other: "" });
    expect(myDuties(room(folded(alone)))).toBeUndefined();
  });

  it("is one’s own feedback manual, and not the other’s", () => {
    const manual = { how: "", moment: "", medium: "", avoid: "sandwiches", quiet: "" } as const;
    const state = feedback.reduce(feedback.initial, happened(ingrid, "feedback.manual", manual));
    const both: MyRoom = { me: ingrid, state: { agreement: agreement.initial, feedback: state } };
    expect(myManual(both)).toEqual(manual);
    expect(myManual({ ...both, me: leila })).toBeUndefined();
  });
});
