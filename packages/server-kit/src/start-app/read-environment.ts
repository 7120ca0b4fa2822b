import { homedir } from "node:os";
import { isAbsolute, join, relative, resolve } from "node:path";
import { Refusal } from "../start-plugins/refusal.js";

/** Where a server keeps things and how it is reached, from environment variables. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Folder of the SQLite file and uploads. */
  readonly data: string;
  /** Folder of the keys, never inside the data folder. */
  readonly keys: string;
  readonly databaseUrl: string | undefined;
  /** The address people use, "https://lianxin.example"; by default the local one. */
  readonly url: string;
  readonly smtp: string | undefined;
  readonly mailFrom: string | undefined;
  readonly smsGateway: string | undefined;
  /** What the SMS gateway wants with each request, its key for instance. */
  readonly smsHeaders: Readonly<Record<string, string>>;
  /** Signs each request to the SMS gateway. */
  readonly smsSecret: string | undefined;
  readonly logLevel: string;
  /** Of one address that is not signed in; who is signed in has ten times as many. */
  readonly requestsPerMinute: number;
  readonly trustedProxies: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

function portOf(text: string | undefined): number {
  const port = Number(text ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal(`PORT is "${text}", which is no port.`, "use a number from 0 to 65535.");
  return port;
}

function countOf(name: string, text: string | undefined, usual: number): number {
  const count = Number(text ?? usual);
  if (!Number.isInteger(count) || count < 1) throw new Refusal(`${name} is "${text}", which is no count.`, "use a whole number from 1.");
  return count;
}

/** Headers as a JSON object of texts. The refusal does not repeat them: they are secrets. */
function headersOf(name: string, text: string | undefined): Readonly<Record<string, string>> {
  if (!text) return {};
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    read = undefined;
  }
  const isObject = typeof read === "object" && read !== null && !Array.isArray(read);
  const headers = isObject ? Object.entries(read as object) : [];
  if (!isObject || !headers.every(([key, value]) => /^[\w-]+$/.test(key) && typeof value === "string" && /^[\x20-\x7e]*$/.test(value)))
    throw new Refusal(`${name} is no JSON object of header names and texts.`, 'write it as {"authorization":"Bearer …"}.');
  return Object.fromEntries(headers) as Readonly<Record<string, string>>;
}

/** Reads the environment; refuses what cannot be meant. */
export function readEnvironment(variables: Variables, folder: string): Environment {
  const port = portOf(variables.PORT);
  const data = resolve(folder, variables.LIANXIN_DATA ?? "data");
  const keys = resolve(folder, variables.LIANXIN_KEYS ?? join(homedir(), ".lianxin", "keys"));
  const inside = relative(data, keys);
  if (inside === "" || (!inside.startsWith("..") && !isAbsolute(inside)))
    throw new Refusal(`The keys would lie in the data folder (${keys}).`, "set LIANXIN_KEYS to a folder that a copy of the data does not take along.");
  return {
    port,
    host: variables.HOST ?? "127.0.0.1",
    data,
    keys,
    databaseUrl: variables.DATABASE_URL,
    url: (variables.LIANXIN_URL ?? `http://localhost:${port}`).replace(/\/$/, ""),
    smtp: variables.LIANXIN_SMTP,
    mailFrom: variables.LIANXIN_MAIL_FROM,
    smsGateway: variables.LIANXIN_SMS,
    smsHeaders: headersOf("LIANXIN_SMS_HEADERS", variables.LIANXIN_SMS_HEADERS),
    smsSecret: variables.LIANXIN_SMS_SECRET || undefined,
    logLevel: variables.LIANXIN_LOG ?? "info",
    requestsPerMinute: countOf("LIANXIN_REQUESTS_PER_MINUTE", variables.LIANXIN_REQUESTS_PER_MINUTE, 600),
    trustedProxies: (variables.LIANXIN_PROXIES ?? "").split(",").filter(Boolean),
  };
}
