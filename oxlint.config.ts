import { defineConfig } from "oxlint";

/*
 * One table for all code. An override that names a rule replaces its options whole, so every rule with options
 * stands here once, and overrides only switch rules off (with a reason) or add rules that the table does not have.
 * What oxlint cannot see (who imports whom, `new Date()`, doc comments, names) is in tools/architecture.
 */

/** Files whose clock and chance are parameters. The compiler project `pure` takes away everything else. */
const pureFiles = [
  "packages/**/*.ts",
  "app/values/**/*.ts",
  "app/features/**/{rules,schema,text}.ts",
  "app/features/**/text.*.ts",
  "app/features/room/state/**/*.ts",
  "content/**/*.ts",
];

const testFiles = ["**/testing.ts", "**/*.test.ts", "**/*.test.tsx", "**/testing/**", "journeys/**"];

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "promise", "vitest", "react", "jsx-a11y"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  options: { typeAware: true, reportUnusedDisableDirectives: "error", respectEslintDisableDirectives: false },
  ignorePatterns: ["**/dist/**", "**/*.md", "**/*.sql"],
  settings: { react: { version: "19.0.0" } },
  rules: {
    // Shape of files and functions
    "max-lines": ["error", { max: 300 }],
    "max-lines-per-function": ["error", { max: 50 }],
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-default-export": "error",
    "import/no-unassigned-import": ["error", { allow: ["**/*.css", "@fastify/cookie"] }],

    // A journey waits for what must be seen, and fails where it does not come.
    "vitest/expect-expect": [
      "error",
      { assertFunctionNames: ["expect", "expect*", "fc.assert", "story.*", "*.reads", "*.sees"] },
    ],

    // No way round the types
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    "typescript/ban-ts-comment": "error",
    "typescript/no-unsafe-argument": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-call": "error",
    "typescript/no-unsafe-function-type": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/no-misused-promises": "error",
    "typescript/only-throw-error": "error",
    "typescript/switch-exhaustiveness-check": [
      "error",
      { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
    ],

    // Plain habits
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
    "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
    "unicorn/no-abusive-eslint-disable": "error",
    "unicorn/prefer-node-protocol": "error",

    // TypeScript's noImplicitReturns decides this with the types at hand.
    "typescript/consistent-return": "off",
    // The compiler finds names that nobody reads.
    "no-unused-vars": "off",
    // Values are never changed here: a copy is the point. A small function may stand beside its one use.
    "oxc/no-map-spread": "off",
    "unicorn/consistent-function-scoping": "off",
    // Every `postMessage` here goes to a worker, which has no origin to name.
    "unicorn/require-post-message-target-origin": "off",
    // CommonJS packages are read through their default export: Node sees no names in some of them.
    "import/no-named-as-default-member": "off",
    // JSX is compiled by Preact's own runtime; these know React alone.
    "react/react-in-jsx-scope": "off",
    // A signal is written through `.value`, which React's compiler rules take for a mutation.
    "react/immutability": "off",
    "react/refs": "off",
    "react/globals": "off",
  },
  overrides: [
    {
      files: pureFiles,
      excludeFiles: testFiles,
      rules: {
        "no-restricted-properties": [
          "error",
          { object: "Date", property: "now", message: "The clock is a parameter of a pure part." },
          { object: "Math", property: "random", message: "Chance is a parameter of a pure part." },
          { object: "performance", property: "now", message: "The clock is a parameter of a pure part." },
        ],
        "no-console": "error",
      },
    },
    {
      // The host that packages need is declared for them alone; what they export reaches rules and schemas by import.
      files: ["app/values/**", "app/features/**/{rules,schema,text}.ts", "app/features/room/state/**", "content/**"],
      excludeFiles: testFiles,
      rules: { "no-restricted-globals": ["error", "crypto", "WebAssembly", "performance"] },
    },
    {
      // Brands and the bytes of the wire are made here, and nowhere else.
      files: ["app/values/**", "packages/**"],
      rules: { "typescript/consistent-type-assertions": "off", "typescript/no-unsafe-type-assertion": "off" },
    },
    {
      files: ["app/features/**", "app/vault/**", "app/web/**"],
      rules: { "no-console": "error" },
    },
    {
      // These work through lists of files, programmes and people one after the other, so that their output reads in order.
      files: ["tools/**", "demo/**"],
      rules: { "no-await-in-loop": "off" },
    },
    {
      // These run on Node 18 with nothing installed: no schema to parse with, no `toSorted`, no `as` in JavaScript.
      files: ["start.mjs", "tools/start/*.mjs"],
      rules: {
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-return": "off",
        "unicorn/no-array-sort": "off",
      },
    },
    {
      // Names of the host can be declared with `var` alone.
      files: ["**/host.d.ts"],
      rules: { "no-var": "off" },
    },
    {
      // A log is a chain: its records, pages and outbox are worked through in their order.
      files: ["app/vault/**"],
      rules: { "no-await-in-loop": "off" },
    },
    {
      // Tools read their configuration from a default export.
      files: ["**/*.config.ts"],
      rules: { "import/no-default-export": "off" },
    },
    {
      // A story is as long as it is, and reads an answer without a schema of its own.
      files: [...testFiles, "bench/**"],
      rules: {
        "max-lines-per-function": "off",
        "no-await-in-loop": "off",
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-call": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-return": "off",
      },
    },
  ],
});
