import { Enrolment } from "../../features/programme/enrolment/enrolment.tsx";
import { ProfileSteps } from "../../features/programme/profile/profile-steps.tsx";
import { MakeKeys } from "../../features/room/keys/make-keys.tsx";

/** Joining a programme: the flow with its steps, which come from three features that know nothing of each other. */
export function Enrol({ programmeId }: { readonly programmeId: string }) {
  return <Enrolment programmeId={programmeId} ProfileStep={ProfileSteps} KeysStep={MakeKeys} />;
}
