import { writeCsv } from "@lianxin/documents";
import { aPerson } from "@lianxin/directory/testing";
import { planAhead } from "../plan-visits/store-dues.js";
import { idCodeOf } from "../testing/story-county.js";
import { setSmallCounty, type SmallStage } from "../testing/small-county.js";

/** One village with an elder about whom everything sealed was planted, and the ids that routes are asked with. */
export interface Ground {
  readonly village: string;
  readonly elder: string;
  readonly ids: Readonly<Record<string, string>>;
  /** Words that stand sealed, each in another column. */
  readonly canaries: readonly string[];
  /** What says as much of somebody's health or home without being a word of its own, as an answer has it. */
  readonly marks: readonly string[];
  /** Account of the elder's helper. */
  readonly helper: string;
}
export interface Planted {
  readonly stage: SmallStage;
  readonly here: Ground;
  readonly there: Ground;
  readonly log: readonly string[];
}
const head = ["姓名", "性别", "身份证号", "村", "居住情况", "风险标记", "住址", "电话", "联系人1", "关系1", "联系人电话1"];
const more = ["方便时间", "听力视力说明", "钥匙保管人", "家中隐患", "同意方式", "同意公示"];
const people = [
  { village: "柳树坡村", elder: "周桂兰", cadres: ["刘敏", "陈芳"] },
  { village: "河口村", elder: "吴金花", cadres: ["何小妹", "叶青"] },
] as const;

const marks = ['"condition":"attention"', '"category":"medical"', '"living":"alone"'] as const;

/** What a sheet says of an elder, with a word nobody else has in each sealed cell. */
function lineOf(n: number): { readonly line: readonly string[]; readonly planted: readonly string[] } {
  const { village, elder } = people[n]!;
  const bird = (where: string) => `金丝雀${"甲乙"[n]}${where}`;
  const [address, contact, time, senses, key, hazards] = ["住址", "儿", "时", "耳", "钥", "狗"].map(bird) as [string, string, string, string, string, string];
  const phones = [`1990000770${n}`, `1990000880${n}`] as const;
  const line = [
    elder,
    "女",
    idCodeOf(900 + n, 1940, true),
    village,
    "独居",
    "易跌倒",
    address,
    phones[0],
    contact,
    "儿子",
    phones[1],
    time,
    senses,
    key,
    hazards,
  ];
  return { line: [...line, "书面", "是"], planted: [address, contact, ...phones, time, senses, key, hazards, line[2]!] };
}

async function plantWords(stage: SmallStage, n: number): Promise<Ground> {
  const { village, elder, cadres } = people[n]!;
  const rows = (table: string): Promise<any[]> => stage.ask(({ db }) => db.selectFrom(table).selectAll().execute());
  const elderId = await stage.elderId(elder);
  const [pair] = (await rows("elder_pairing_pair")).filter((one) => one.elderId === elderId && one.role === "primary");
  const helper = `helper${n}`;
  const personId = await aPerson(stage.app, { fullName: `帮扶${village}`, account: helper });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: pair.cadreId }, body: { personId } });
  const words = (where: string) => `金丝雀${"甲乙"[n]}${where}`;
  const needs = [
    { category: "repair", words: words("漏雨"), action: "matter" },
    { category: "medical", words: words("看病"), action: "on_spot" },
  ];
  const visit = { clientId: `v${n}`, mode: "home", isSeen: true, condition: "attention", wrong: ["medicine"], words: words("探访"), needs };
  const own = { as: helper, params: { elderId } };
  await stage.call("POST /mine/elders/:elderId/visits", { ...own, body: { ...visit, childContact: words("子女"), confirmedBy: words("手印") } });
  const { id: ladderId } = (await stage.call("POST /mine/elders/:elderId/ladders", own)).body;
  await stage.call("POST /mine/ladders/:ladderId/close", { as: helper, params: { ladderId }, body: { state: "safe", outcome: words("菜地") } });
  const desk = { params: { elderId } };
  await stage.call("PUT /elders/:elderId/level", { ...desk, body: { level: "yellow", words: words("等级") } });
  await stage.call("POST /elders/:elderId/triggers", { ...desk, body: { kind: "hospital" } });
  const due = { dueOn: "2026-09-02", month: "2026-09", level: "red", mode: "visit", state: "due", doneOn: null, visitId: null };
  await stage.ask(({ db, newId }) =>
    db
      .insertInto("elder_pairing_due")
      .values({ id: newId(), placePath: pair.placePath, elderId, ...due, snoozedUntil: null, snoozeReason: null, snoozeNote: null })
      .execute(),
  );
  const { body: snoozed } = await stage.call("POST /elders/:elderId/snooze", {
    ...desk,
    body: { until: "2026-09-05", reason: "family", words: words("推后") },
  });
  const both = await Promise.all(cadres.map((name) => stage.cadreId(name)));
  const next = both.find((id) => id !== pair.cadreId)!;
  const chosen = await stage.call("POST /elders/:elderId/pairs", { ...desk, body: { cadreId: next } });
  const [sheet] = (await rows("elder_pairing_handover")).filter((one) => one.elderId === elderId);
  const signed = { params: { handoverId: sheet.id }, body: { signer: "outgoing", note: words("交代") } };
  const answers = [snoozed.count > 0, chosen.status, (await stage.call("POST /handovers/:handoverId/sign", signed)).status];
  if (answers.join() !== "true,200,200") throw new Error(`Nothing was planted: ${answers.join()}`);
  // The next helper is the one who reads from now on, once both sides have agreed.
  await stage.agreeAll();
  await stage.call("PUT /cadres/:cadreId/person", {
    params: { cadreId: pair.cadreId },
    body: { personId: await aPerson(stage.app, { fullName: `从前${village}` }) },
  });
  await stage.call("PUT /cadres/:cadreId/person", { params: { cadreId: next }, body: { personId } });
  const need = (await rows("elder_pairing_need")).find((one) => one.elderId === elderId && one.matterId !== null);
  const placeId: string = (await rows("elder_pairing_elder")).find((one) => one.id === elderId).placeId;
  const over = { onDay: "2026-08-01", untilOn: "2026-08-08", endedOn: "2026-08-08", endReason: null };
  const [alertId, triggerId] = [`alert${n}`, `trigger${n}`];
  const raised = { placePath: pair.placePath, kind: "heat", ...over };
  await stage.ask(async ({ db }) => {
    await db
      .insertInto("elder_pairing_alert")
      .values({ id: alertId, ...raised })
      .execute();
    const of = { elderId, what: null, levelBefore: "yellow", reasonBefore: "by_hand" };
    await db
      .insertInto("elder_pairing_trigger")
      .values({ id: triggerId, ...raised, ...of })
      .execute();
  });
  const searchId = `search${n}`;
  const search = { placePath: pair.placePath, elderId, startedBy: "nobody", state: "safe", outcome: null };
  await stage.ask(({ db }) =>
    db
      .insertInto("elder_pairing_ladder")
      .values({ id: searchId, ...search, startedAt: "2026-08-01T01:00:00.000Z", closedAt: "2026-08-01T02:00:00.000Z" })
      .execute(),
  );
  // What is over and whose is nobody's: asked about, nothing changes.
  const asked = { alertId, triggerId, searchId, visitId: "nobody", stepId: "nobody" };
  const ids = { ...asked, elderId, cadreId: next, needId: need.id, matterId: need.matterId, ladderId, handoverId: sheet.id, placeId, personId };
  const importing = { params: { placeId, kind: "elders" }, body: { fileName: "老人.csv" } };
  const { id: importId } = (await stage.call("POST /places/:placeId/registers/:kind/imports", importing)).body;
  await stage.call("POST /imports/:importId/undo", { params: { importId } });
  const leftId = await stage.elderId(`何${village.slice(0, 2)}`);
  const said = ["漏雨", "看病", "探访", "子女", "手印", "菜地", "等级", "推后", "交代"].map(words);
  return {
    village,
    elder,
    ids: { ...ids, importId, leftId, pastId: pair.cadreId, kind: "elders", scope: "none" },
    canaries: [...lineOf(n).planted, ...said, "hospital"],
    marks,
    helper,
  };
}

/** Two villages of one township, each with two cadres and an elder of whom everything that is sealed was said once. */
export async function plantCanaries(): Promise<Planted> {
  const log: string[] = [];
  const cadres = people.flatMap(({ village, cadres: names }) => names.map((name) => ({ name, village })));
  const stage = await setSmallCounty([], cadres, { log: (line) => void log.push(line) });
  const left = people.map(({ village }) => ({ name: `何${village.slice(0, 2)}`, village }));
  await stage.bring(left, []);
  const { added, preview } = await stage.importSheet("elders", "老人.csv", writeCsv([[...head, ...more], ...people.map((_, n) => [...lineOf(n).line])]));
  if (added !== people.length) throw new Error(`Not brought in: ${JSON.stringify(preview.problems)}`);
  await stage.run();
  await stage.agreeAll();
  await stage.ask((ctx) => planAhead(ctx));
  for (const { name } of left) await stage.call("POST /elders/:elderId/end", { params: { elderId: await stage.elderId(name) }, body: { state: "moved" } });
  return { stage, here: await plantWords(stage, 0), there: await plantWords(stage, 1), log };
}
