import { installedTool } from "./command.ts";
import { yesOrNo, type Gate, type Verdict } from "./gate.ts";

async function lint(places: ReadonlyArray<string>): Promise<Verdict> {
  const { code, output } = await installedTool("oxlint/bin/oxlint", [
    "--format=stylish",
    "--no-error-on-unmatched-pattern",
    ...places,
  ]);
  const files = await installedTool("oxlint/bin/oxlint", [
    "--debug=files",
    "--no-error-on-unmatched-pattern",
    ...places,
  ]);
  const count = files.stdout.split("\n").filter((line) => /\.m?tsx?$|\.mjs$/.test(line)).length;
  return yesOrNo(count, "files", code === 0 ? "" : output, places.length > 0);
}

async function format(places: ReadonlyArray<string>): Promise<Verdict> {
  const { code, output } = await installedTool("oxfmt/bin/oxfmt", [
    "--check",
    "--no-error-on-unmatched-pattern",
    ...(places.length > 0 ? places : ["."]),
  ]);
  const count = Number(/on (\d+) files/.exec(output)?.[1] ?? 0);
  const advice = "Mend it with: node tools/format.ts";
  return yesOrNo(count, "files", code === 0 ? "" : `${output.trim()}\n${advice}`, places.length > 0);
}

/** Lint and format, of the places named or of everything. */
export function textGates(places: ReadonlyArray<string>): Gate[] {
  return [
    { name: "lint", run: () => lint(places) },
    { name: "format", run: () => format(places) },
  ];
}
