/** Bodies of requests that several operations send, or that are long. */
import { aFirstProgramme } from "../../../features/programme/programmes/testing.ts";

/** What a manager writes of somebody. */
export const facts = (email: string) => ({
  name: "Somebody New",
  email,
  roles: ["mentee"],
  team: "",
  site: "",
  level: null,
  managerEmail: "",
});

/** Settings of a programme. */
export const settings = {
  name: "Renamed",
  timing: aFirstProgramme.timing,
  variant: aFirstProgramme.variant,
  wording: "",
  contacts: aFirstProgramme.contacts,
  contactsApart: true,
  mayLikeAWord: true,
  suggestionDays: 7,
  leavingDays: 60,
};

/** A file of one person. */
export const upload = {
  file: Buffer.from("name,email,role\nYan Imported,yan.imported@northwind.example,mentee\n").toString("base64"),
  columns: { name: "name", email: "email", role: "role" },
};
