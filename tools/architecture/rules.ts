import { dependencies } from "./dependencies.ts";
import { docComments, noBarrels, reasonedExceptions } from "./exports.ts";
import { noCycles, sealedChains } from "./graph.ts";
import { importTable } from "./imports.ts";
import { wholeLockfile } from "./lockfile.ts";
import { oneProjectEach } from "./projects.ts";
import { noClock } from "./purity.ts";
import type { Rule } from "./tree.ts";
import { names, vocabulary } from "./vocabulary.ts";
import { noBannedPhrases, noPlaces, pluralsByLanguage } from "./words.ts";

/** Every rule of the house that neither compiler nor lint can see. */
export const rules: ReadonlyArray<Rule> = [
  importTable,
  sealedChains,
  noCycles,
  vocabulary,
  names,
  noBarrels,
  docComments,
  reasonedExceptions,
  noClock,
  noPlaces,
  noBannedPhrases,
  pluralsByLanguage,
  dependencies,
  wholeLockfile,
  oneProjectEach,
];
