import { featureOf } from "./kinds.ts";
import type { Breach, Rule, Tree } from "./tree.ts";

const readmeLines = 40;
const inFeature =
  /^(README\.md|schema\.ts|rules\.ts|text(\.[a-z]{2,3}(-[a-z]+)?)?\.ts|api\.ts|routes\.ts|store\.ts|jobs\.ts|testing\.ts|[a-z0-9-]+\.(tsx|css)|[a-z0-9-]+(\.db|\.slow)?\.test\.tsx?)$/;
const inState = /^(README\.md|[a-z0-9-]+(\.slow)?(\.test)?\.ts)$/;
const onServer = /^(api|routes|store|jobs)\.ts$/;

function refuseFile(path: string, tree: Tree): string | undefined {
  const name = path.split("/").at(-1) ?? "";
  const feature = featureOf(path);
  if (feature === undefined) {
    const isKnown = /^app\/features\/(host\.d\.ts|README\.md|(room|programme)\/README\.md)$/.test(path);
    return isKnown ? undefined : "lies beside the features, not in one";
  }
  if (!(feature === "room/state" ? inState : inFeature).test(name)) return "is no word of a feature's vocabulary";
  if (feature.startsWith("room/") && feature !== "room/log" && onServer.test(name))
    return "is a server file in a sealed feature";
  if (name.endsWith(".css") && !tree.has(path.replace(/css$/, "tsx"))) return "is the style of no screen beside it";
  return undefined;
}

function refuseReadme(feature: string, tree: Tree): Breach[] {
  const file = `app/features/${feature}/README.md`;
  const text = tree.get(file);
  if (text === undefined) return [{ file, message: "is missing: what the feature is, who sees what, its practices" }];
  const lines = text.trimEnd().split("\n").length;
  return lines > readmeLines ? [{ file, message: `has ${lines} lines, at most ${readmeLines} are allowed` }] : [];
}

/** The closed vocabulary of files in a feature folder. */
export const vocabulary: Rule = {
  name: "the files of a feature",
  find: (tree) => {
    const files = [...tree.keys()].filter((path) => path.startsWith("app/features/"));
    const features = new Set(files.flatMap((path) => featureOf(path) ?? []));
    const refused = files.flatMap((file): Breach[] => {
      const why = refuseFile(file, tree);
      return why === undefined ? [] : [{ file, message: why }];
    });
    return [...refused, ...[...features].flatMap((feature) => refuseReadme(feature, tree))];
  },
};

const drawers = new Set(["util", "utils", "helper", "helpers", "common", "shared", "misc"]);
const ours = /^(app|packages|content|tools|journeys|demo|bench)\//;
const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

function refuseName(path: string): string | undefined {
  const parts = path.split("/");
  const drawer = parts.map((part) => part.replace(/\..*$/, "")).find((part) => drawers.has(part.toLowerCase()));
  if (drawer !== undefined) return `"${drawer}" names a drawer, not a thing`;
  const isWritten = /^(README|NOTICE|LICENSE|PROVENANCE)(\.md|\.txt)?$/.test(parts.at(-1) ?? "");
  if (ours.test(path) && !isWritten && !parts.every((part) => kebab.test(part))) return "is not in kebab-case";
  return undefined;
}

/** Names: kebab-case, and no drawers for whatever fits nowhere. */
export const names: Rule = {
  name: "names of files and folders",
  find: (tree) =>
    [...tree.keys()].flatMap((file): Breach[] => {
      const why = refuseName(file);
      return why === undefined ? [] : [{ file, message: why }];
    }),
};
