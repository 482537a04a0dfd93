/** How long 10,000 people take from a file into the database, by the operator's own command. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, median } from "./figure.ts";

const command = fileURLToPath(new URL("../app/cli/main.ts", import.meta.url));
const rounds = 5;
const count = 10_000;

/** Sets a programme up in a fresh folder and imports; five times. */
export async function bench(): Promise<ReadonlyArray<Figure>> {
  const took = Array.from({ length: rounds }, importOnce);
  return [
    {
      figure: `import of ${count} people, file to database`,
      target: "5 s",
      measured: `${(median(took) / 1000).toFixed(2)} s`,
    },
  ];
}

function importOnce(): number {
  const folder = mkdtempSync(join(tmpdir(), "oakroom-bench-"));
  const run = (...args: ReadonlyArray<string>) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args], {
      env: { ...process.env, OAKROOM_DATA: folder },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`${args[0]}: ${stderr}${stdout}`.slice(0, 300));
  };
  try {
    writeFileSync(join(folder, "people.csv"), people());
    run(
      "setup",
      "--organisation",
      "Northwind",
      "--programme",
      "Spring",
      "--rolling",
      "--adults-only",
      "--variant",
      "company",
      "--contact",
      "Ana Ruiz <ana.ruiz@northwind.example>",
      "--contact",
      "Ben Ode <ben.ode@northwind.example>",
      "--contacts-apart",
      "--manager-name",
      "Petra Svoboda",
      "--manager-email",
      "petra@northwind.example",
    );
    const began = performance.now();
    run("import", join(folder, "people.csv"));
    return performance.now() - began;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function people(): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const mentor = at % 3 === 0;
    return [
      `Person Number ${at}`,
      `person.${at}@northwind.example`,
      mentor ? "mentor" : "mentee",
      `Team ${at % 50}`,
      at > 50 ? `person.${at % 50}@northwind.example` : "",
      String((at % 6) + 1),
      "Praha",
      "Europe/Prague",
      "cs;en",
      mentor ? "budgeting;hiring" : "",
      mentor ? "" : "saying no;remote teams",
      "",
      mentor ? "2" : "",
      "Mon-Thu 12:00-14:00",
    ].join(",");
  });
  return [
    "name,email,role,team,manager_email,level,site,time_zone,languages,offers,goals,limits,capacity,availability",
    ...rows,
  ].join("\n");
}
