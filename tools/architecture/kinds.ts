/** What a file is, by its path alone. The import table speaks in these. */
export type Kind =
  | "package"
  | "host"
  | "values"
  | "content"
  | "rules"
  | "schema"
  | "text"
  | "api"
  | "routes"
  | "store"
  | "jobs"
  | "screen"
  | "style"
  | "state"
  | "vault"
  | "vault-browser"
  | "vault-node"
  | "vault-files"
  | "web-ui"
  | "web-client"
  | "web-shell"
  | "web-public"
  | "service-worker"
  | "server-main"
  | "server"
  | "server-http"
  | "server-guards"
  | "server-database"
  | "server-mail"
  | "server-jobs"
  | "server-live"
  | "cli"
  | "test"
  | "tool"
  | "other";

// The first pattern that fits decides.
const patterns: ReadonlyArray<readonly [RegExp, Kind]> = [
  [/(^|\/)host\.d\.ts$/, "host"],
  // The matrix of who may do what is read by its tests alone; the server's own guards never ask it.
  [/\.test\.tsx?$|(^|\/)testing(\/|\.tsx?$)|^(journeys|bench|demo|app\/server\/matrix)\//, "test"],
  [/^tools\/|^start\.mjs$|^[a-z.]+\.config\.ts$|^app\/web\/[a-z.]+\.config\.ts$|^app\/web\/build\//, "tool"],
  [/^packages\/[^/]+\/.+\.ts$/, "package"],
  [/^app\/values\/.+\.ts$/, "values"],
  [/^content\/.+\.ts$/, "content"],
  [/^app\/features\/room\/state\/.+\.ts$/, "state"],
  [/^app\/features\/.+\.css$/, "style"],
  [/^app\/features\/.+\.tsx$/, "screen"],
  [/^app\/features\/.+\/rules\.ts$/, "rules"],
  [/^app\/features\/.+\/schema\.ts$/, "schema"],
  [/^app\/features\/.+\/text(\.[a-z-]+)?\.ts$/, "text"],
  [/^app\/features\/.+\/api\.ts$/, "api"],
  [/^app\/features\/.+\/routes\.ts$/, "routes"],
  [/^app\/features\/.+\/store\.ts$/, "store"],
  [/^app\/features\/.+\/jobs\.ts$/, "jobs"],
  [/^app\/vault\/browser\/.+\.ts$/, "vault-browser"],
  [/^app\/vault\/node\/.+\.ts$/, "vault-node"],
  [/^app\/vault\/files\/.+\.ts$/, "vault-files"],
  [/^app\/vault\/.+\.ts$/, "vault"],
  [/^app\/web\/ui\/.+\.(tsx?|css)$/, "web-ui"],
  [/^app\/web\/client\/.+\.tsx?$/, "web-client"],
  [/^app\/web\/public\/.+\.js$/, "web-public"],
  [/^app\/web\/service-worker\/.+\.ts$/, "service-worker"],
  [/^app\/web\/(shell\/.+|[a-z-]+)\.(tsx?|css)$/, "web-shell"],
  [/^app\/server\/(main|features)\.ts$/, "server-main"],
  [/^app\/server\/[a-z-]+\.ts$/, "server"],
  [/^app\/server\/http\/.+\.ts$/, "server-http"],
  [/^app\/server\/guards\/.+\.ts$/, "server-guards"],
  [/^app\/server\/database\/.+\.ts$/, "server-database"],
  [/^app\/server\/mail\/.+\.ts$/, "server-mail"],
  [/^app\/server\/jobs\/.+\.ts$/, "server-jobs"],
  [/^app\/server\/live\/.+\.ts$/, "server-live"],
  [/^app\/cli\/.+\.ts$/, "cli"],
];

/** What a file is. */
export function kindOf(path: string): Kind {
  return patterns.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}

/** The feature a file belongs to, as in "programme/people"; undefined outside of features. */
export function featureOf(path: string): string | undefined {
  return /^app\/features\/(?<feature>(?:room|programme)\/[^/]+)\//.exec(path)?.groups?.["feature"];
}

/** Whether a file lies in a sealed feature that the server must never see: everything in a room but its log. */
export function isSealed(path: string): boolean {
  return path.startsWith("app/features/room/") && !path.startsWith("app/features/room/log/");
}
