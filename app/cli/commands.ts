/** Every command, in the order in which `help` lists them. */
import { appoint } from "./appoint.ts";
import { backup } from "./backup.ts";
import type { Command } from "./command.ts";
import { doctor } from "./doctor.ts";
import { evidence } from "./evidence.ts";
import { helpFor } from "./help.ts";
import { importFile } from "./import.ts";
import { invite } from "./invite.ts";
import { match } from "./match.ts";
import { rename } from "./rename.ts";
import { restore } from "./restore.ts";
import { setup } from "./setup.ts";
import { verify } from "./verify.ts";
import { version } from "./version.ts";

/** Every command. */
export const commands: ReadonlyArray<Command> = [
  setup,
  appoint,
  rename,
  importFile,
  invite,
  match,
  backup,
  restore,
  doctor,
  verify,
  evidence,
  version,
  helpFor(() => commands),
];
