import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { aDay } from "../../../values/day.ts";
import { authz } from "../../../server/matrix/authz.ts";
import { fields } from "../../../server/matrix/fields.ts";
import { referTo } from "../state/reference/rules.ts";
import { anAccount, happened } from "../state/testing.ts";
import {
  agreedLimits,
  agreedParts,
  agreedRhythm,
  agreement,
  type AgreementEvent,
  decidesAboutMentee,
  inForce,
  isSetUp,
  limitsStep,
  missingFor,
  nextPart,
  type PartWording,
} from "./rules.ts";
import { LimitsTalked, PartProposed } from "./schema.ts";
import { versionToSign, waitsForSignature } from "./signing/rules.ts";

const leila = anAccount("Leila");
const ingrid = anAccount("Ingrid");
const both = [leila, ingrid];
const fold = (...events: AgreementEvent[]) => events.reduce(agreement.reduce, agreement.initial);

const limits = { part: "limits", content: { edition: "1", variant: "company", wording: "" } } as const;
const scope = { part: "scope", content: { here: "Leading for the first time", notHere: "Getting you a job" } } as const;
const rhythm = {
  part: "rhythm",
  content: { everyDays: 14, lengthMinutes: 60, way: "Video, phone if it fails" },
} as const;

function settle(wording: PartWording): AgreementEvent[] {
  const proposed = happened(leila, "agreement.proposed", wording);
  return [proposed, happened(ingrid, "agreement.accepted", { proposal: referTo(proposed) })];
}

/** The operations that answer to somebody about their own pairs. */
const whoIsOneOfThePair = ["listRelationships", "readCadence"];

const talked = both.map((who) => happened(who, "agreement.talked", { on: aDay("2026-10-06") }));
const duties = both.map((who) => happened(who, "agreement.duties", { duties: ["none"] as const, other: "" }));
const whole = [...talked, ...duties, ...settle(limits), ...settle(scope), ...settle(rhythm)];

describe("P01, P09, P14: setting up", () => {
  it("needs both people's marks, duties, and the three parts of the first meeting", () => {
    expect(missingFor(fold(), leila)).toEqual(["talk", "duties", "limits", "scope", "rhythm"]);
    expect(isSetUp(fold(...whole), both)).toBe(true);
    for (let left = 0; left < whole.length; left += 1)
      expect(isSetUp(fold(...whole.filter((_, at) => at !== left)), both)).toBe(false);
  });
  it("asks nothing more of somebody who has done their side", () => {
    const state = fold(
      ...talked,
      ...duties,
      ...[limits, scope, rhythm].map((wording) => happened(leila, "agreement.proposed", wording)),
    );
    expect(missingFor(state, leila)).toEqual([]);
    expect(missingFor(state, ingrid)).toEqual(["limits", "scope", "rhythm"]);
  });
  it("takes the same words of both, suggested at the same moment, as a yes of both", () => {
    const [hers, theirs] = both.map((who) => happened(who, "agreement.proposed", limits));
    if (!hers || !theirs) throw new Error("nobody suggests anything");
    for (const events of [
      [hers, theirs],
      [theirs, hers],
    ]) {
      expect(agreedLimits(fold(...events))).toEqual(limits.content);
      expect(fold(...events).parts.limits?.proposal).toBe(undefined);
    }
    expect(agreedLimits(fold(hers, happened(leila, "agreement.proposed", limits)))).toBe(undefined);
    const other = { ...limits, content: { ...limits.content, wording: "And the works council." } };
    const differing = fold(hers, happened(ingrid, "agreement.proposed", other));
    expect(agreedLimits(differing)).toBe(undefined);
    expect(differing.parts.limits?.proposal?.by).toBe(ingrid);
  });
  it("P01 P09 never: a third person ticks for one of the two, or a mark carries somebody else's name", () => {
    const manager = anAccount("Mara");
    const byManager = [...talked, ...duties].map(({ type, payload }) =>
      type === "agreement.talked"
        ? happened(manager, "agreement.talked", payload)
        : happened(manager, "agreement.duties", payload),
    );
    const state = fold(...byManager, ...[limits, scope, rhythm].flatMap(settle));
    for (const who of both) expect(missingFor(state, who)).toEqual(["talk", "duties"]);
    expect(isSetUp(state, both)).toBe(false);
    const on = aDay("2026-10-06");
    expect(z.safeParse(LimitsTalked.payload, { on }).success).toBe(true);
    expect(z.safeParse(LimitsTalked.payload, { on, of: ingrid }).success).toBe(false);
  });
  it("P01 never: a programme reads the ticked text; no operation answers it, and a manager learns no yes of it", () => {
    const answers = Object.entries(fields);
    const named = (word: RegExp) => answers.filter(([, names]) => word.test(names)).map(([id]) => id);
    expect(named(/talked|duties|proposal|signature|statement/i)).toEqual([]);
    expect(named(/agreementAgreed/)).toEqual(whoIsOneOfThePair);
    expect(authz.readCadence.may).not.toHaveProperty("manager");
  });
  it("P09: one person's mark never stands for the other's", () => {
    const [mine] = talked;
    expect(mine && fold(mine).talked).toEqual({ [leila]: "2026-10-06" });
  });
});

describe("P10: the limits", () => {
  it("cannot be proposed without the exceptions: an event carries an edition, and words beside it, never instead", () => {
    expect(z.safeParse(PartProposed.payload, limits).success).toBe(true);
    expect(
      z.safeParse(PartProposed.payload, { part: "limits", content: { text: "We tell nobody anything, ever." } })
        .success,
    ).toBe(false);
    expect(
      z.safeParse(PartProposed.payload, { part: "limits", content: { ...limits.content, text: "And more." } }).success,
    ).toBe(false);
  });
});

describe("P10: the programme's own words of the limits", () => {
  const today = { ...limits.content, wording: "Patients are never named." };
  const later = { part: "limits", content: today } as const;

  it("are offered as a new version once they change, and what was agreed stays until both say yes", () => {
    expect(limitsStep(fold(...whole), leila, limits.content)).toBeUndefined();
    const suggested = happened(leila, "agreement.proposed", later);
    const state = fold(...whole, suggested);
    expect(limitsStep(fold(...whole), leila, today)).toBe("suggest");
    expect([limitsStep(state, leila, today), limitsStep(state, ingrid, today)]).toEqual(["waits", "accept"]);
    expect(agreedLimits(state)).toEqual(limits.content);
    const renewed = agreement.reduce(state, happened(ingrid, "agreement.accepted", { proposal: referTo(suggested) }));
    expect(agreedLimits(renewed)).toEqual(today);
    expect(limitsStep(renewed, ingrid, today)).toBeUndefined();
  });
  it("are the programme's: words that somebody else put there are answered with the programme's, never with a yes", () => {
    const softer = { ...limits.content, wording: "Nothing is ever passed on." };
    const suggested = happened(leila, "agreement.proposed", { part: "limits", content: softer });
    expect(limitsStep(fold(suggested), ingrid, limits.content)).toBe("suggest");
    expect(limitsStep(fold(...whole, suggested), ingrid, limits.content)).toBeUndefined();
  });
});

describe("P12: channels and how often to be in touch", () => {
  const reply = {
    part: "reply",
    content: { withinWorkingDays: 2, channel: "In this room", quietHours: "Evenings and weekends" },
  } as const;

  it("stand in two parts: reply time, channel and quiet hours in one, the rhythm and the way in the other", () => {
    for (const wording of [reply, rhythm]) expect(z.safeParse(PartProposed.payload, wording).success).toBe(true);
    const state = fold(...settle(reply), ...settle(rhythm));
    expect(state.parts.reply?.agreed).toEqual(reply);
    expect(agreedRhythm(state)).toBe(14);
  });
  it("P12 never: more than the days of the rhythm leaves the room, and a manager sees not even these", () => {
    const answers = Object.entries(fields);
    const withThem = answers.filter(([, names]) => /channel|quietHours|withinWorkingDays|everyDays/.test(names));
    expect(withThem.map(([id]) => id)).toEqual([]);
    const withRhythm = answers.filter(([, names]) => /rhythm/i.test(names)).map(([id]) => id);
    expect(withRhythm).toEqual(whoIsOneOfThePair);
  });
});

describe("a part", () => {
  it("is agreed only when the other says yes, not by its author", () => {
    const proposed = happened(leila, "agreement.proposed", rhythm);
    const state = fold(proposed, happened(leila, "agreement.accepted", { proposal: referTo(proposed) }));
    expect(state.parts.rhythm?.agreed).toBeUndefined();
    expect(
      agreedRhythm(agreement.reduce(state, happened(ingrid, "agreement.accepted", { proposal: referTo(proposed) }))),
    ).toBe(14);
  });
  it("stays in force while a change is talked about", () => {
    const change = happened(ingrid, "agreement.proposed", {
      part: "rhythm",
      content: { ...rhythm.content, everyDays: 21 },
    });
    const state = fold(...whole, change);
    expect(agreedRhythm(state)).toBe(14);
    expect(
      agreedRhythm(agreement.reduce(state, happened(ingrid, "agreement.kept", { proposal: referTo(change) }))),
    ).toBe(14);
    expect(
      agreedRhythm(agreement.reduce(state, happened(leila, "agreement.accepted", { proposal: referTo(change) }))),
    ).toBe(21);
  });
  it("is not settled by a yes to an older wording", () => {
    const older = happened(leila, "agreement.proposed", rhythm);
    const newer = happened(leila, "agreement.proposed", {
      part: "rhythm",
      content: { ...rhythm.content, everyDays: 7 },
    });
    expect(
      agreedRhythm(fold(older, newer, happened(ingrid, "agreement.accepted", { proposal: referTo(older) }))),
    ).toBeUndefined();
  });
  it("keeps each one's preference apart", () => {
    const state = fold(
      happened(leila, "agreement.preferred", rhythm),
      happened(ingrid, "agreement.preferred", { part: "rhythm", content: { ...rhythm.content, everyDays: 30 } }),
    );
    expect(Object.keys(state.parts.rhythm?.preferences ?? {})).toHaveLength(2);
  });
  it("comes one at a time after the first meeting", () => {
    expect(nextPart(fold(...whole))).toBe("reply");
    expect(
      nextPart(
        fold(
          ...whole,
          happened(leila, "agreement.proposed", {
            part: "reply",
            content: { withinWorkingDays: 2, channel: "Oakroom", quietHours: "" },
          }),
        ),
      ),
    ).toBe("cancel");
    expect(agreedParts(fold(...whole)).map(({ part }) => part)).toEqual(["limits", "scope", "rhythm"]);
  });
});

describe("C30: the agreement in force", () => {
  const signed = (who: typeof leila, version: number, text: string) =>
    happened(who, "agreement.signed", {
      agreementId: "0190b0c0-0000-7000-8000-000000000001",
      version,
      text,
      signature: "x",
    });
  it("needs two signatures over equal text", () => {
    expect(inForce(fold(signed(leila, 1, "We meet.")), both)).toBeUndefined();
    expect(inForce(fold(signed(leila, 1, "We meet."), signed(ingrid, 1, "We meet often.")), both)).toBeUndefined();
    expect(inForce(fold(signed(leila, 1, "We meet."), signed(ingrid, 1, "We meet.")), both)?.text).toBe("We meet.");
  });
  it("is not altered by a later version of one side", () => {
    const state = fold(
      signed(leila, 1, "We meet."),
      signed(ingrid, 1, "We meet."),
      signed(ingrid, 2, "We never meet."),
    );
    expect(inForce(state, both)).toMatchObject({ version: 1, text: "We meet." });
  });
  it("is offered for signing at Close when what is agreed differs from what one has signed", () => {
    const state = fold(...whole, signed(leila, 1, "We meet."));
    expect(waitsForSignature(state, leila, "We meet.")).toBe(false);
    expect(waitsForSignature(state, ingrid, "We meet.")).toBe(true);
    expect(waitsForSignature(fold(), leila, "")).toBe(false);
    expect([versionToSign(state, ingrid, "We meet."), versionToSign(state, ingrid, "We meet often.")]).toEqual([1, 2]);
  });
});

describe("C30: Ingrid signs a number that leaves none behind it", () => {
  const sign = (who: typeof leila, version: number, text: string) =>
    happened(who, "agreement.signed", { agreementId: "a", version, text, signature: "s" });
  it("and Leila signs on from her own, also the very same words", () => {
    const state = fold(sign(leila, 1, "We meet."), sign(ingrid, 10_000, "We meet."), sign(ingrid, 10_000, "We part."));
    expect(versionToSign(state, leila, "We meet often.")).toBe(2);
    expect(versionToSign(state, leila, "We part.")).toBe(2);
    expect(inForce(fold(sign(leila, 2, "We part."), sign(ingrid, 2, "We part.")), both)?.version).toBe(2);
  });
  it("while numbers that are a few ahead are followed", () => {
    const state = fold(sign(ingrid, 1, "We meet."), sign(ingrid, 2, "We meet often."));
    expect(versionToSign(state, leila, "We meet often.")).toBe(2);
    expect(versionToSign(state, leila, "We meet rarely.")).toBe(3);
  });
});

describe("a part in decisions about the mentee", () => {
  it("is seen, so that the screen can say: tell the programme", () => {
    expect(
      decidesAboutMentee(
        fold(happened(ingrid, "agreement.duties", { duties: ["people-manager", "decides-about-mentee"], other: "" })),
      ),
    ).toBe(true);
    expect(decidesAboutMentee(fold(...duties))).toBe(false);
  });
});
