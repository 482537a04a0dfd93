import { Enrolment } from "../../features/programme/enrolment/enrolment.tsx";
import { ProfileSteps } from "../../features/programme/profile/profile-steps.tsx";
import { lazily } from "../ui/lazily.tsx";

const MakeKeys = lazily(() => import("../../features/room/keys/make-keys.tsx").then((m) => m.MakeKeys));
// It comes after the profile, so it is here long before it is shown.
void MakeKeys.fetch();

/** Joining a programme: the flow with its steps, which come from three features that know nothing of each other. */
export function Enrol({ programmeId }: { readonly programmeId: string }) {
  return <Enrolment programmeId={programmeId} ProfileStep={ProfileSteps} KeysStep={MakeKeys} />;
}
