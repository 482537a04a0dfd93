// The service worker keeps this build's shell for repeat and offline visits. It never touches /api: what people write
// and read is the vault's business. The build writes the three values below.
declare const self: ServiceWorkerGlobalScope;

const build = "%BUILD%";
const entry = "%ENTRY%";
const files = ["%FILES%"];

const prefix = "oakroom-shell-";
const now = `${prefix}${build}`;

// All or nothing: a page without its code would be worse than no page.
async function keepShell(): Promise<void> {
  const cache = await caches.open(now);
  await cache.addAll(files);
  const page = await fetch("/", { cache: "no-store", credentials: "omit" });
  const html = await page.clone().text();
  // During an upgrade the server may already give the next build's page.
  if (!page.ok || !html.includes(entry)) throw new Error("The page does not belong to this build");
  await cache.put("/", page);
}

// The build before stays one round longer, for pages that are still open and fetch the rest of their code later.
async function dropOlderShells(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== now);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerPage(request: Request): Promise<Response> {
  const cache = await caches.open(now);
  return (await cache.match("/")) ?? fetch(request);
}

async function answerFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderShells());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api")) return;
  if (request.mode === "navigate") event.respondWith(answerPage(request));
  else if (files.includes(pathname) || pathname.startsWith("/assets/")) event.respondWith(answerFile(request));
});
