import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet, { type HelmetOptions } from "helmet";

const own = ["'self'"];
const nothing = ["'none'"];

/** What a page of ours may load: its own files and nothing inline. */
export const policyOfPages = {
  directives: {
    ...{ defaultSrc: nothing, scriptSrc: own, styleSrc: own, imgSrc: ["'self'", "data:"], fontSrc: own, connectSrc: own, manifestSrc: own },
    ...{ baseUri: nothing, formAction: own, frameAncestors: nothing, objectSrc: nothing, upgradeInsecureRequests: null },
  },
};

/** The page that shows the interface writes style attributes; it gets no text of people, only what the routes declare. */
export const policyOfDocs = { directives: { ...policyOfPages.directives, styleSrc: ["'self'", "'unsafe-inline'"] } };

const asSources = (texts: readonly string[]): string[] => texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);

/** The policy of a page that holds these very scripts and styles in itself, and no others. */
export const policyWith = (scripts: readonly string[], styles: readonly string[]): string =>
  securityHeaders({
    contentSecurityPolicy: {
      directives: { ...policyOfPages.directives, scriptSrc: ["'self'", ...asSources(scripts)], styleSrc: ["'self'", ...asSources(styles)] },
    },
  })["Content-Security-Policy"] ?? "";

/** The headers of helmet for these settings, worked out once: they are the same for every answer. */
export function securityHeaders(options: HelmetOptions): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const kept = { setHeader: (name: string, value: string) => void (headers[name] = value), removeHeader: () => undefined };
  helmet(options)({} as IncomingMessage, kept as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}
