import { useSignal, type Signal } from "@preact/signals";
import { hindranceText } from "../../../web/client/answer.ts";
import type { FieldFault } from "../../../web/ui/error-summary.tsx";
import { refreshMe } from "../sign-in/api.ts";
import { keepTyped, saveProfile } from "./api.ts";
import { faultsOf, type FormPart, readForm, type ProfileForm } from "./form.tsx";
import type { MyPlace } from "./schema.ts";
import { refusalText } from "./text.ts";

/** Checks parts of the form, and saves it. */
export interface Saving {
  readonly faults: Signal<ReadonlyArray<FieldFault>>;
  readonly busy: Signal<boolean>;
  /** True where nothing in these parts is missing or wrong; otherwise the faults are shown. */
  readonly check: (parts: ReadonlyArray<FormPart>) => boolean;
  /** Saves everything; true once it is safe on the server. */
  readonly save: () => Promise<boolean>;
}

const all: ReadonlyArray<FormPart> = ["name", "offer", "hours"];

/** The saving of a profile's form. */
export function useSaving(place: MyPlace, form: ProfileForm): Saving {
  const faults = useSignal<ReadonlyArray<FieldFault>>([]);
  const busy = useSignal(false);

  function check(parts: ReadonlyArray<FormPart>): boolean {
    faults.value = faultsOf(form, place, parts);
    return faults.value.length === 0;
  }

  async function save(): Promise<boolean> {
    if (!check(all)) return false;
    busy.value = true;
    const answer = await saveProfile(place.programmeId, readForm(form));
    busy.value = false;
    if (answer.kind === "refused") {
      const id = answer.refused === "own-manager" ? "managerEmail" : "why";
      faults.value = [{ id, text: refusalText[answer.refused] }];
    } else if (answer.kind !== "done") {
      faults.value = [{ id: "callName", text: hindranceText[answer.kind] }];
    } else {
      keepTyped(place.participantId, undefined);
      // The name in the bar may be another one now.
      await refreshMe();
      return true;
    }
    return false;
  }

  return { faults, busy, check, save };
}
