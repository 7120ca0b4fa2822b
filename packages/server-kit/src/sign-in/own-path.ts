const base = "http://own.invalid";

/** Where to go after signing in: a path of this server, or "/" for anything that could lead elsewhere (`//evil`, `/\evil`, `%2f%2fevil`, `https:evil`). */
export function ownPath(next: unknown): string {
  if (typeof next !== "string" || next.length > 2_000 || !next.startsWith("/")) return "/";
  if (/[\\\u0000-\u0020\u007f]/.test(next) || /^\/(?:\/|%2f|%5c)/i.test(next)) return "/";
  if (!URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  const path = url.pathname + url.search + url.hash;
  return url.origin === base && !/^\/(?:\/|%2f|%5c)/i.test(path) ? path : "/";
}
