/** Every sentence of the log of changes. */
import type { ChangeAct, ChangePart } from "./rules.ts";

/** What was done, behind the name of who did it. `whom` is "you", or names. */
export const actText: Readonly<Record<ChangeAct, (whom: string) => string>> = {
  "settings-changed": () => "changed the settings of the programme",
  "person-added": (whom) => `added ${whom} to the list`,
  "people-imported": (whom) => `added or changed ${whom} from a file`,
  "facts-corrected": (whom) => `corrected what the programme knows of ${whom}`,
  vouched: (whom) => `wrote for what the programme invited ${whom} as a mentor`,
  "set-to-rest": (whom) => `let ${whom} rest`,
  "set-to-go-on": (whom) => `let ${whom} go on after a rest`,
  "set-to-left": (whom) => `noted that ${whom} left`,
  "left-taken-back": (whom) => `took back that ${whom} left`,
  "person-removed": () => "took somebody off the list who had not joined",
  invited: (whom) => `invited ${whom}`,
  "invitation-extended": (whom) => `gave the invitation of ${whom} more time`,
  "existing-pair-taken-back": (whom) => `took back that ${whom} had a mentor already`,
  "draft-made": () => "made a draft of the matching",
  "draft-accepted": () => "chose between two drafts of the matching",
  "criteria-changed": () => "changed how suggestions are made",
  suggested: (whom) => `had the programme suggest a pair to ${whom}`,
  "contacts-asked": () => "asked the contacts for concerns by mail",
  "launch-point-changed": () => "marked a point of what comes before the first invitation",
  launched: () => "opened the programme",
  "end-set": () => "set the end of the programme",
  "end-taken-back": () => "took the end of the programme back",
  "next-made": () => "made a next programme from this one",
  reminded: () => "had people reminded who had not answered",
  "ask-taken": (whom) => `took up what ${whom} asked the programme`,
  "ask-answered": (whom) => `answered what ${whom} asked the programme`,
  "manager-invited": () => "invited somebody to manage the programme",
  "manager-invitation-withdrawn": () => "withdrew an invitation to manage the programme",
  "manager-joined": () => "became a manager of the programme",
  "manager-appointed": (whom) => `made ${whom} a manager of the programme`,
  "manager-removed": (whom) => `ended that ${whom} can manage the programme`,
  "manager-left": () => "stopped managing the programme",
};

/** What a change of settings touched, behind "changed in the settings of the programme:". */
export const partText: Readonly<Record<ChangePart, string>> = {
  name: "its name",
  timing: "its days",
  limits: "the limits of confidence",
  contacts: "the contacts for concerns",
  "may-like-a-word": "whether pairs without a date are offered a word",
  "suggestion-days": "how long suggestions are open",
  "leaving-days": "how long rooms wait for a good ending",
  organisation: "the organisation’s name",
  "matching-rules": "the rules that always hold",
  "matching-points": "how much each thing counts",
};

/** The screens' words. */
export const text = {
  title: "What managers changed",
  lead: "Every change by a manager of this programme. Each person can read what concerns them.",
  mineTitle: "What managers changed about you",
  mineLead:
    "Who changed something about you in a programme, and when. What was decided in drafts of the matching is not here.",
  none: "Nothing yet",
  noneWords: "Every change by a manager stands here from now on.",
  mineNoneWords: "When a manager changes something about you, it stands here.",
  older: "Show older changes",
  operator: "The operator",
  unnamed: "Somebody whose account is gone",
  inCriteria: (parts: string) => `changed how suggestions are made: ${parts}`,
  inSettings: (parts: string) => `changed in the settings: ${parts}`,
  you: "you",
  somebody: "somebody",
  others: { one: "# more", other: "# more" },
  back: "Settings",
} as const;
