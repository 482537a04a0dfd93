// Made from programme.md: see content/README.md.
import { pmLaunch } from "./texts/pm.launch.generated.ts";
import { pmMatch } from "./texts/pm.match.generated.ts";
import { pmInvite } from "./texts/pm.invite.generated.ts";
import { pmWord } from "./texts/pm.word.generated.ts";
import { orgLaunch } from "./texts/org.launch.generated.ts";
import { orgCommunicate } from "./texts/org.communicate.generated.ts";
import { orgAutonomy } from "./texts/org.autonomy.generated.ts";
import { orgRelationships } from "./texts/org.relationships.generated.ts";

export {
  pmLaunch,
  pmMatch,
  pmInvite,
  pmWord,
  orgLaunch,
  orgCommunicate,
  orgAutonomy,
  orgRelationships,
};

/** All blocks of this theme by id. */
export const blocks = {
  "pm.launch": pmLaunch,
  "pm.match": pmMatch,
  "pm.invite": pmInvite,
  "pm.word": pmWord,
  "org.launch": orgLaunch,
  "org.communicate": orgCommunicate,
  "org.autonomy": orgAutonomy,
  "org.relationships": orgRelationships,
};
