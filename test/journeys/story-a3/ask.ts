import type { Page } from "playwright-core";

/** What the secretary's own pages would send, for the many lines nobody wants to watch being typed. Throws what is refused. */
export async function ask(page: Page, method: string, path: string, body?: object): Promise<any> {
  const { status, answer } = await page.evaluate(
    async ({ method, path, body }) => {
      const headers = { "x-lianxin": "1", "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      const reply = await fetch(`/api/${path}`, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }) });
      return { status: reply.status, answer: (await reply.json()) as unknown };
    },
    { method, path, body },
  );
  if (status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Asks until the answer is right: what listeners do comes a moment after the request. */
export async function askUntil<T>(read: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await read();
    if (isRight(answer)) return answer;
    if (tries > 100) throw new Error(`It did not come: ${JSON.stringify(answer).slice(0, 300)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
