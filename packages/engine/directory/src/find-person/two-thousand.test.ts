import { startPlugin, type Running } from "@lianxin/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import server from "../server.js";
import { aCommunity, aPlace, importFile } from "../testing.js";

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
const given = "秀英建国桂芳志强玉兰海涛";
const nameOf = (i: number): string => `${surnames[i % 20]}${given[Math.floor(i / 20) % 12]}${given[Math.floor(i / 240) % 12]}`;

let app: Running;
beforeAll(async () => {
  app = await startPlugin(server);
  const { placeId } = await aCommunity(app);
  for (let i = 0; i < 12; i++) await aPlace(app, { name: `${i + 1}号院` });
  const lines = Array.from({ length: 2_000 }, (_, i) => `${nameOf(i)},1990000${String(i).padStart(4, "0")},${(i % 12) + 1}号院,第${i}户`);
  const turn = <T>(work: (ctx: any) => Promise<T>): Promise<T> => app.write("directory", work);
  const bytes = Buffer.from(`姓名,手机,小区,区别\n${lines.join("\n")}\n`);
  await importFile({ read: turn, turn }, { kind: "people", placeId, file: { name: "名册.csv", bytes } });
  app.signInAs("secretary");
}, 180_000);
afterAll(() => app.close());

const list = async (query: Record<string, string> = {}) =>
  (await app.call("GET /people", { query })).body as { people: { id: string; fullName: string }[]; next: string | null };

test("turns two thousand people fifty at a time, each once, one surname together", async () => {
  const seen: string[] = [];
  const order: string[] = [];
  for (let after: string | null = ""; after !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(after ? { after } : {});
    expect(page.people.length).toBeLessThanOrEqual(50);
    seen.push(...page.people.map((one) => one.id));
    order.push(...page.people.map((one) => one.fullName[0]!));
    after = page.next;
  }

  expect([seen.length, new Set(seen).size]).toEqual([2_001, 2_001]);
  const runs = order.filter((surname, i) => surname !== order[i - 1]);
  expect(runs.length).toBe(new Set(order).size);
});

test("lists, finds by name, by initials and by place, each well within half a second", async () => {
  const { places } = (await app.call("GET /places")).body as { places: { id: string; name: string }[] };
  const questions = {
    all: {},
    name: { search: "王秀" },
    initials: { search: "wxy" },
    place: { placeId: places.find((p) => p.name === "3号院")!.id },
    role: { role: "secretary" },
  };
  await list();
  const slow: string[] = [];
  for (const [what, query] of Object.entries(questions)) {
    const start = performance.now();
    const { people } = await list(query as Record<string, string>);
    const took = performance.now() - start;
    expect(people.length, what).toBeGreaterThan(0);
    if (took > 500) slow.push(`${what} ${Math.round(took)} ms`);
  }

  expect(slow).toEqual([]);
});
