import { addTexts, loadSession } from "@lianxin/web-kit";
import { zhCN } from "./messages/zh-CN.js";

/** The Chinese texts as the server gives them. */
export const loadChinese = (): void => addTexts({ "zh-CN": Object.fromEntries(Object.entries(zhCN).map(([key, text]) => [`meetings.${key}`, text])) });

export interface AskedOnce {
  readonly method: string;
  readonly address: string;
  readonly body: any;
}

/** A server that answers by the beginning of "METHOD address" and keeps what it was asked. A function answers by what was sent. */
export function answering(answers: Readonly<Record<string, unknown>>): {
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
  readonly asked: AskedOnce[];
} {
  const asked: AskedOnce[] = [];
  const fetch = (address: string, init: RequestInit = {}) => {
    const method = init.method ?? "GET";
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    asked.push({ method, address, body });
    const known = Object.keys(answers).find((start) => `${method} ${address.replace("/api", "")}`.startsWith(start));
    const answer = known === undefined ? undefined : answers[known];
    const told = typeof answer === "function" ? (answer as (body: unknown) => unknown)(body) : answer;
    return Promise.resolve(new Response(JSON.stringify(told ?? { code: "kit.notFound" }), { status: told === undefined ? 404 : 200 }));
  };
  return { fetch, asked };
}

/** Signs somebody in for the page with these permissions. */
export async function signIn(...permissions: readonly string[]): Promise<void> {
  const before = globalThis.fetch;
  const told = { account: { id: "a" }, person: { id: "p", name: "王秀珍" }, roles: [], permissions, language: "zh-CN" };
  globalThis.fetch = async () => new Response(JSON.stringify(told));
  await loadSession();
  globalThis.fetch = before;
}
