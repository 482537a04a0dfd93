import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"];

// A terminal signals the whole group and npm passes the same signal on: one Ctrl-C arrives twice within milliseconds.
const echoMs = 1_000;

const lookAtAncestorsMs = 500;

const isWindows = process.platform === "win32";

/**
 * The exit code by which a shell tells of an end by a signal.
 * @param {NodeJS.Signals} signal
 * @returns {number}
 */
export function codeOfSignal(signal) {
  return 128 + constants.signals[signal];
}

/**
 * Runs a command to its end and gives back what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} options an abort ends the command too
 * @returns {Promise<{ code: number, stdout: string, output: string }>} code 127 when it could not be started
 */
export function runStep(command, args, { cwd, env = process.env, signal }) {
  return new Promise((resolve) => {
    // On Windows npm is a batch file, which only a shell can start.
    const shell = isWindows && command.endsWith(".cmd");
    const child = spawn(command, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let output = "";
    const end = () => child.kill("SIGTERM");
    signal?.addEventListener("abort", end, { once: true });
    /** @param {number} code */
    const finish = (code) => {
      signal?.removeEventListener("abort", end);
      resolve({ code, stdout, output });
    };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}

/**
 * Our parent and, where the system tells, the parent's parent. Below npm these are a shell and npm, or npm alone.
 * @returns {string}
 */
function ancestors() {
  try {
    // The name in brackets may hold anything; the parent is the second word behind it.
    const behindName = readFileSync(`/proc/${process.ppid}/stat`, "utf8").replace(/^.*\)/s, "");
    return `${process.ppid} ${behindName.trim().split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}

/**
 * Below npm, nobody is left who could stop us once npm or its shell is gone: a shell may die of a signal without
 * passing it on, and npm may be killed outright.
 * @param {() => void} onGone
 * @returns {() => void} ends the watch
 */
function watchAncestors(onGone) {
  if (process.env["npm_lifecycle_event"] === undefined) return () => {};
  const first = ancestors();
  const watch = setInterval(() => ancestors() !== first && onGone(), lookAtAncestorsMs);
  watch.unref();
  return () => clearInterval(watch);
}

/**
 * Runs the program in the foreground until it ends: its input and output are ours, signals sent to us reach it once.
 * It stands in a process group of its own, so that a terminal does not signal it a second time, and holds a pipe from
 * us that closes when we die, whatever kills us: leash.mjs then ends it.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code, or 128 + n after a signal
 */
export function runProgram(node, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd,
      env,
      detached: !isWindows,
      stdio: ["inherit", "inherit", "inherit", "pipe"],
    });
    /** @type {Map<NodeJS.Signals, number>} */
    const last = new Map();
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      const now = Date.now();
      if (now - (last.get(signal) ?? 0) > echoMs) child.kill(signal);
      last.set(signal, now);
    };
    for (const signal of passedOn) process.on(signal, pass);
    const unwatch = watchAncestors(() => pass("SIGTERM"));
    const done = () => {
      unwatch();
      for (const signal of passedOn) process.off(signal, pass);
    };
    child.on("error", (error) => {
      done();
      reject(error);
    });
    child.on("exit", (code, signal) => {
      done();
      resolve(signal === null ? (code ?? 1) : codeOfSignal(signal));
    });
  });
}

/**
 * Runs `work` with a signal that aborts when we are told to stop.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @param {(signal: NodeJS.Signals) => unknown} reason what the abort carries
 * @returns {Promise<T>}
 */
export async function stoppable(work, reason) {
  const controller = new AbortController();
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => controller.abort(reason(signal));
  for (const signal of passedOn) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of passedOn) process.off(signal, stop);
  }
}
