/**
 * `npm run bench`: measures what the README promises and prints one table. Ratios and medians of several rounds; nothing here is a test.
 * `npm run bench -- log start` runs these alone.
 */
import { readdirSync } from "node:fs";
import type { Figure } from "./figure.ts";

/** A benchmark: a file of this folder that exports `bench`. */
interface Bench {
  bench(): Promise<ReadonlyArray<Figure>>;
}

const all = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(", ")}. There are: ${all.join(", ")}.\n`);
  process.exit(2);
}

const rows: Figure[] = [];
for (const name of wanted.length > 0 ? wanted : all) {
  process.stderr.write(`${name} …\n`);
  // One after the other: they would disturb each other.
  rows.push(...(await run(name)));
}
print(rows);
process.exit(0);

async function run(name: string): Promise<ReadonlyArray<Figure>> {
  const module: Bench = await import(new URL(`${name}.bench.ts`, import.meta.url).href);
  try {
    return await module.bench();
  } catch (error) {
    return [
      { figure: name, target: "", measured: `did not run: ${error instanceof Error ? error.message : "unknown"}` },
    ];
  }
}

function print(figures: ReadonlyArray<Figure>): void {
  const line = ({ figure, target, measured }: Figure) => `| ${figure} | ${target} | ${measured} |`;
  process.stdout.write(["| figure | target | measured |", "|---|---|---|", ...figures.map(line), ""].join("\n"));
}
