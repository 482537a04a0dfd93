/** The page "Mails and nudges". */
import type { MailKind, MailRefusal, MutableKind } from "../../../programme/mails/rules.ts";

const kinds: Readonly<Record<MailKind, string>> = {
  session: "A session: a day and ten minutes before",
  first: "Finding a first date",
  gap: "A while without meeting",
  review: "A look at how we work together",
  ending: "Four weeks before the end",
};

/** The page. */
export const mailsText = {
  title: "Mails and nudges",
  lead: "At most one nudge a day comes, here and by mail.",
  back: "Settings",
  mails: "Mails that come",
  kinds,
  names: { ...kinds, "wake-ups": "Something waits for you in Oakroom" } satisfies Readonly<Record<MutableKind, string>>,
  hours: "Keep some hours without mail",
  from: "No mail from",
  to: "until",
  quietUntil: "Quiet until",
  faults: {
    "no-work-day": "Tick at least one day. To have no mail at all for a while, choose a day under “Quiet until”.",
    "quiet-in-the-past": "This day has passed. Choose one that is still to come, or leave it empty.",
  } satisfies Readonly<Record<MailRefusal, string>>,
  quietHint: "No mail before that day. Empty: as usual.",
  zone: (zone: string) => `Time zone: ${zone}`,
  wakeUps: "Mail me when something in my rooms is due",
  wakeUpsHint:
    "The server then learns the day, and not what is due. The mail says “Something waits for you in Oakroom”.",
  save: "Save",
  saved: "Saved.",
  stop: (name: string) => `No more mails of this kind: ${name}`,
  stopButton: "Stop these mails",
  stopped: "Stopped. You can have them again below.",
  inApp: "Nudges in Oakroom",
  inAppLead: "Kept at once. Nobody else sees what you choose.",
  locked: "What you muted or hid stands here once your rooms are open.",
} as const;
