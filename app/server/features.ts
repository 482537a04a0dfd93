/** Every feature's routes and jobs, in one place; `main`, tests and the demo start the same server. Part of `server/main` in the import rules. */
import { addressJobs } from "../features/programme/addresses/jobs.ts";
import { addressRoutes } from "../features/programme/addresses/routes.ts";
import { askJobs } from "../features/programme/asks/jobs.ts";
import { askRoutes } from "../features/programme/asks/routes.ts";
import { cadenceJobs } from "../features/programme/cadence/jobs.ts";
import { calendarRoutes } from "../features/programme/calendar/routes.ts";
import { cadenceRoutes } from "../features/programme/cadence/routes.ts";
import { changeRoutes } from "../features/programme/changes/routes.ts";
import { contactJobs } from "../features/programme/contacts/jobs.ts";
import { contactRoutes } from "../features/programme/contacts/routes.ts";
import { disclosureJobs } from "../features/programme/disclosures/jobs.ts";
import { disclosureRoutes } from "../features/programme/disclosures/routes.ts";
import { finishJobs } from "../features/programme/finish/jobs.ts";
import { finishRoutes } from "../features/programme/finish/routes.ts";
import { enrolmentRoutes } from "../features/programme/enrolment/routes.ts";
import { gapJobs } from "../features/programme/gaps/jobs.ts";
import { gapRoutes } from "../features/programme/gaps/routes.ts";
import { invitationJobs } from "../features/programme/invitations/jobs.ts";
import { invitationRoutes } from "../features/programme/invitations/routes.ts";
import { knownPairJobs } from "../features/programme/matching/known-pairs/jobs.ts";
import { knownPairRoutes } from "../features/programme/matching/known-pairs/routes.ts";
import { leavingJobs } from "../features/programme/leaving/jobs.ts";
import { leavingRoutes } from "../features/programme/leaving/routes.ts";
import { mailJobs } from "../features/programme/mails/jobs.ts";
import { mailRoutes } from "../features/programme/mails/routes.ts";
import { criteriaRoutes } from "../features/programme/matching/criteria/routes.ts";
import { draftRoutes } from "../features/programme/matching/drafts/routes.ts";
import { roundRoutes } from "../features/programme/matching/rounds/routes.ts";
import { proposalJobs } from "../features/programme/matching/proposals/jobs.ts";
import { proposalRoutes } from "../features/programme/matching/proposals/routes.ts";
import { launchRoutes } from "../features/programme/launch/routes.ts";
import { nextRoutes } from "../features/programme/next/routes.ts";
import { managerJobs } from "../features/programme/managers/jobs.ts";
import { managerRoutes } from "../features/programme/managers/routes.ts";
import { wishRoutes } from "../features/programme/matching/wishes/routes.ts";
import { waitingRoutes } from "../features/programme/matching/waiting/routes.ts";
import { importRoutes } from "../features/programme/people/import/routes.ts";
import { erasedJobs } from "../features/programme/my-data/erasing/jobs.ts";
import { myDataRoutes } from "../features/programme/my-data/routes.ts";
import { peopleRoutes } from "../features/programme/people/routes.ts";
import { profileRoutes } from "../features/programme/profile/routes.ts";
import { evidenceRoutes } from "../features/programme/evidence/routes.ts";
import { programmeRoutes } from "../features/programme/programmes/routes.ts";
import { offerSetUp } from "../features/programme/programmes/set-up/jobs.ts";
import { setUpJobs } from "../features/programme/programmes/set-up/address/jobs.ts";
import { setUpAddressRoutes } from "../features/programme/programmes/set-up/address/routes.ts";
import { setUpRoutes } from "../features/programme/programmes/set-up/routes.ts";
import { reminderJobs } from "../features/programme/reminders/jobs.ts";
import { reminderRoutes } from "../features/programme/reminders/routes.ts";
import { relationshipJobs } from "../features/programme/relationships/jobs.ts";
import { relationshipRoutes } from "../features/programme/relationships/routes.ts";
import { signInJobs } from "../features/programme/sign-in/jobs.ts";
import { keysMailJobs } from "../features/programme/sign-in/keys-mail/jobs.ts";
import { passkeyRoutes } from "../features/programme/sign-in/passkeys/routes.ts";
import { signInRoutes } from "../features/programme/sign-in/routes.ts";
import { anewJobs } from "../features/room/log/keys/anew/jobs.ts";
import { anewRoutes } from "../features/room/log/keys/anew/routes.ts";
import { deviceRoutes } from "../features/room/log/keys/devices/routes.ts";
import { pairingRoutes } from "../features/room/log/keys/pairing/routes.ts";
import { keyRoutes, unlockRoutes } from "../features/room/log/keys/routes.ts";
import { dropJobs } from "../features/room/log/erasing/jobs.ts";
import { erasingRoutes } from "../features/room/log/erasing/routes.ts";
import { foundingRoutes } from "../features/room/log/founding/routes.ts";
import { liveRoutes } from "../features/room/log/live/routes.ts";
import { restoringRoutes } from "../features/room/log/restoring/routes.ts";
import { logRoutes } from "../features/room/log/routes.ts";
import type { Features } from "./run.ts";

/** What this server serves. */
export const features: Features = {
  routes: [
    signInRoutes,
    passkeyRoutes,
    addressRoutes,
    setUpRoutes,
    setUpAddressRoutes,
    programmeRoutes,
    evidenceRoutes,
    changeRoutes,
    managerRoutes,
    launchRoutes,
    finishRoutes,
    nextRoutes,
    reminderRoutes,
    askRoutes,
    waitingRoutes,
    peopleRoutes,
    importRoutes,
    knownPairRoutes,
    leavingRoutes,
    invitationRoutes,
    profileRoutes,
    myDataRoutes,
    enrolmentRoutes,
    criteriaRoutes,
    wishRoutes,
    draftRoutes,
    roundRoutes,
    proposalRoutes,
    relationshipRoutes,
    contactRoutes,
    disclosureRoutes,
    cadenceRoutes,
    calendarRoutes,
    gapRoutes,
    mailRoutes,
    logRoutes,
    erasingRoutes,
    foundingRoutes,
    restoringRoutes,
    liveRoutes,
    keyRoutes,
    unlockRoutes,
    deviceRoutes,
    anewRoutes,
    pairingRoutes,
  ],
  greet: offerSetUp,
  jobs: (app, mailer) => [
    ...signInJobs(app, mailer),
    ...keysMailJobs(app, mailer),
    ...setUpJobs(mailer),
    ...invitationJobs(app, mailer),
    ...managerJobs(app, mailer),
    ...finishJobs(app, mailer),
    ...reminderJobs(app, mailer),
    ...askJobs(app, mailer),
    ...proposalJobs(app, mailer),
    ...knownPairJobs(app),
    ...leavingJobs(app, mailer),
    ...relationshipJobs(app, mailer),
    ...contactJobs(app, mailer),
    ...disclosureJobs(app, mailer),
    ...cadenceJobs(app, mailer),
    ...gapJobs(app, mailer),
    ...mailJobs(app, mailer),
    ...erasedJobs(app, mailer),
    ...dropJobs(app),
    ...anewJobs(app, mailer),
    ...addressJobs(app, mailer),
  ],
};
