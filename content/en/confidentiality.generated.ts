// Made from confidentiality.md: see content/README.md.
import { confStatement } from "./texts/conf.statement.generated.ts";
import { confExceptions } from "./texts/conf.exceptions.generated.ts";
import { confDuties } from "./texts/conf.duties.generated.ts";
import { confReminder } from "./texts/conf.reminder.generated.ts";
import { confAskfirst } from "./texts/conf.askfirst.generated.ts";
import { confAnswer } from "./texts/conf.answer.generated.ts";
import { confWorkplace } from "./texts/conf.workplace.generated.ts";
import { confUnsure } from "./texts/conf.unsure.generated.ts";
import { confBreach } from "./texts/conf.breach.generated.ts";
import { confSoftware } from "./texts/conf.software.generated.ts";

export {
  confStatement,
  confExceptions,
  confDuties,
  confReminder,
  confAskfirst,
  confAnswer,
  confWorkplace,
  confUnsure,
  confBreach,
  confSoftware,
};

/** All blocks of this theme by id. */
export const blocks = {
  "conf.statement": confStatement,
  "conf.exceptions": confExceptions,
  "conf.duties": confDuties,
  "conf.reminder": confReminder,
  "conf.askfirst": confAskfirst,
  "conf.answer": confAnswer,
  "conf.workplace": confWorkplace,
  "conf.unsure": confUnsure,
  "conf.breach": confBreach,
  "conf.software": confSoftware,
};
