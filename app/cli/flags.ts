/** Reads what stands behind a command: words, and flags with or without a value. */
import { misuse } from "./failure.ts";
import { nearest } from "../values/nearest.ts";

/** "text" takes a value, "list" may be given more than once, "switch" takes none. */
export type FlagKind = "text" | "list" | "switch";

/** The flags of a command by name, without the hyphens. */
export type FlagKinds = Readonly<Record<string, FlagKind>>;

type Values<Kinds extends FlagKinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends "switch"
    ? boolean
    : Kinds[Name] extends "list"
      ? ReadonlyArray<string>
      : string | undefined;
};

/** What was typed. */
export interface Typed<Kinds extends FlagKinds> {
  readonly flags: Values<Kinds>;
  /** What is no flag, in order. */
  readonly words: ReadonlyArray<string>;
}

/** Reads flags of the kinds given, wherever they stand; behind `--` nothing is a flag. Throws `Failure` for what the command does not know. */
export function readFlags<const Kinds extends FlagKinds>(
  args: ReadonlyArray<string>,
  kinds: Kinds,
  command: string,
): Typed<Kinds>;
export function readFlags(args: ReadonlyArray<string>, kinds: FlagKinds, command: string): unknown {
  const flags: Record<string, string | boolean | string[] | undefined> = {};
  for (const [name, kind] of Object.entries(kinds))
    flags[name] = kind === "switch" ? false : kind === "list" ? [] : undefined;
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (arg === "--") {
      words.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith("--")) {
      if (/^-[a-z]/i.test(arg)) throw misuse(unknownFlag(arg, kinds, command));
      words.push(arg);
      continue;
    }
    const [name = "", ...rest] = arg.slice(2).split("=");
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw misuse(unknownFlag(`--${name}`, kinds, command));
    if (kind === "switch") {
      if (rest.length > 0) throw misuse(`--${name} takes no value.`);
      flags[name] = true;
      continue;
    }
    const value = rest.length > 0 ? rest.join("=") : args[(at += 1)];
    if (value === undefined || value === "" || (rest.length === 0 && value.startsWith("--")))
      throw misuse(`--${name} needs a value behind it, for example: --${name} ${exampleOf(name)}`);
    const held = flags[name];
    if (Array.isArray(held)) held.push(value);
    else if (held !== undefined) throw misuse(`--${name} was given twice; give it once.`);
    else flags[name] = value;
  }
  return { flags, words };
}

const exampleOf = (name: string) => (name === "programme" ? "0190…" : "VALUE");

function unknownFlag(typed: string, kinds: FlagKinds, command: string): string {
  const names = Object.keys(kinds);
  const near = nearest(typed.replace(/^-+/, ""), names);
  if (near !== undefined) return `${command} does not know ${typed}. Did you mean --${near}?`;
  if (names.length === 0) return `${command} does not know ${typed}; it has no flags.`;
  return `${command} does not know ${typed}. It knows ${names.map((name) => `--${name}`).join(", ")}.`;
}
