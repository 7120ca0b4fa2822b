import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askRoute } from "./ask-route.js";
import { registeredRoutes, type Known, type Registered } from "./registered-routes.js";
import { setCanaryStage, type CanaryStage } from "./set-canary-stage.js";

let stage: CanaryStage;
let writing: readonly Registered[];
beforeAll(async () => {
  stage = await setCanaryStage();
  writing = registeredRoutes(stage.app, "children-activities").filter(({ reads }) => !reads);
}, 120_000);
afterAll(() => stage.app.close());
/** Where the lines of a list are written, after the server read them from the file. */
const slices = "/imports/:importId/lines";
async function readLines(csv: string): Promise<unknown> {
  const route = registeredRoutes(stage.app, "children-activities").find(({ path }) => path === "/homes/:homeId/children/list")!;
  const { text } = await askRoute(stage, route, "luo", stage.known, csv);
  return JSON.parse(text.slice(text.indexOf("\n") + 1)).lines;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly consents: readonly { readonly answer: string; readonly guardianId: string; readonly withdrawnAt: string | null; readonly givenAt: string }[];
  readonly isPresent: boolean;
}
/** Every child that is kept, with what was said about keeping it, read from the tables and not through the plugin's own rules. */
const readRows = (): Promise<readonly Row[]> =>
  stage.app.write("children-activities", async ({ db, disclose }) => {
    const [children, consents, kin, attendances] = await Promise.all(
      ["child", "consent", "kin", "attendance"].map((name) => db.selectFrom(`children_activities_${name}`).selectAll().execute()),
    );
    const kept = children.filter(({ deletedAt }: any) => deletedAt === null);
    const names = await disclose(
      kept.map(({ name }: any) => name),
      "same",
    );
    return kept.map(({ id }: any, i: number) => ({
      ...{ id, name: names[i] },
      consents: consents.filter(
        (one: any) =>
          one.childId === id && one.purpose === "data" && kin.some(({ childId, guardianId }: any) => childId === id && guardianId === one.guardianId),
      ),
      isPresent: attendances.some(({ childId, state }: any) => childId === id && state === "present"),
    }));
  });
/** The last word of each guardian about the data: one yes at least, and no objection. */
function isConsented({ consents, isPresent }: Row): boolean {
  const last = new Map<string, Row["consents"][number]>();
  for (const one of consents) if ((last.get(one.guardianId)?.givenAt ?? "") <= one.givenAt) last.set(one.guardianId, one);
  const words = [...last.values()];
  return isPresent || (words.length > 0 && words.every(({ answer, withdrawnAt }) => answer === "yes" && withdrawnAt === null));
}

const header = "姓名,出生年月,性别,年级,监护人,监护人电话,关系,同意书日期,同意书版本,同意保管资料,同意参加,同意拍照,过敏用药,同意保管过敏提醒";
const anyWord = fc.constantFrom("是", "是", "否", "", "同意", "不同意", "1", "=1+1");
/** A line of a home's list as anybody may fill it in, signed or not. */
const anyLine = fc
  .record({
    ...{ n: fc.nat(99_999), bornIn: fc.constantFrom("2019-05", "2015-02", "2013-09", "2023-01", ""), agreed: fc.tuple(anyWord, anyWord, anyWord) },
    ...{
      version: fc.constantFrom("2026-1", "2026-1", "2019-1", ""),
      on: fc.constantFrom("2027-07-01", "2027-07-01", "2027-08-01", ""),
      health: fc.constantFrom("", "花生过敏"),
    },
  })
  .map(
    ({ n, bornIn, agreed, version, on, health }) =>
      `导入${n},${bornIn},女,,家长${n},1990001${String(n % 10_000).padStart(4, "0")},母亲,${on},${version},${agreed.join(",")},${health},否`,
  );
const anySaid = fc.record({
  consents: fc.record({ data: fc.boolean(), participation: fc.boolean(), photo: fc.boolean(), health: fc.boolean() }),
  ...{ textVersion: fc.constantFrom("2026-1", "2026-1", "2019-1"), givenOn: fc.constantFrom("2027-07-01", "2027-07-01", "2027-08-01", "2020-01-01") },
  ...{ bornIn: fc.constantFrom("2019-05", "2015-02", "2013-09"), isYes: fc.boolean(), purpose: fc.constantFrom("data", "participation", "photo", "health") },
  ...{ n: fc.nat(999_999), health: fc.constantFrom("", "花生过敏") },
});
const isSigned = (line: string): boolean => {
  const cells = line.split(",");
  return ["是", "同意", "1"].includes(cells[9]!) && cells[8] === "2026-1" && cells[7] === "2027-07-01";
};

test("whatever is sent to whichever writing route, by whomever, no child stands in the house without its guardian's yes", { timeout: 600_000 }, async () => {
  let added = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(fc.nat(), fc.boolean()),
      anySaid,
      fc.constantFrom("luo", "luo", "zhao", "secretary", "guardian"),
      fc.array(anyLine, { maxLength: 4 }),
      async ([pick, isCarrier], said, who, lines) => {
        // Half of all calls go to where a new child's data may be sent at all, as the router describes it.
        const choice = isCarrier ? writing.filter(({ path, body }) => path === slices || (body?.properties?.bornIn && body.properties.consents)) : writing;
        const route = choice[pick % choice.length]!;
        const { n, ...words } = said;
        const known: Known = {
          ...{
            ...stage.known,
            ...words,
            name: `写入${n}`,
            aloneRoute: "",
            guardian: { name: `家长${n}`, phone: `1990002${String(n % 10_000).padStart(4, "0")}`, relation: "母亲" },
          },
          ...(who === "guardian" && stage.door),
        };
        const before = await readRows();
        stage.app.ports.advance(1_000);
        const asked = route.path === slices ? { ...known, lines: await readLines([header, ...lines].join("\n")) } : known;
        await askRoute(stage, route, who === "guardian" ? null : who, asked);
        const after = await readRows();

        const fresh = after.filter(({ id }) => !before.some((one) => one.id === id));
        added += fresh.length;
        expect(after.filter((row) => !isConsented(row)).map(({ id }) => `${route.path} ${id}`)).toEqual([]);
        if (fresh.length > 0 && route.path !== slices)
          expect([said.consents.data, said.textVersion, said.givenOn]).toEqual([true, "2026-1", expect.stringMatching(/^2027-07-01$/)]);
        if (route.path === slices)
          expect(fresh.map(({ name }) => name).filter((name) => !lines.some((line) => line.startsWith(`${name},`) && isSigned(line)))).toEqual([]);
      },
    ),
    { numRuns: process.env.LIANXIN_FULL ? 300 : 80, seed: 8 },
  );

  expect(added).toBeGreaterThan(0);
});

test("each writing route in turn, with a child's data and a guardian's no, writes no child", async () => {
  const before = new Set((await readRows()).map(({ id }) => id));
  const no = { data: false, participation: false, photo: false, health: false };
  for (const route of writing)
    for (const who of ["luo", "zhao", "secretary", "guardian", null] as const)
      await askRoute(
        stage,
        route,
        who === "guardian" ? null : who,
        {
          ...stage.known,
          name: "没同意",
          consents: no,
          isYes: false,
          guardian: { name: "没同意的", phone: "19900023456", relation: "母亲" },
          ...(who === "guardian" && stage.door),
        },
        [
          header,
          "没同意,2019-05,女,,没同意的,19900023456,母亲,2027-07-01,2026-1,否,是,是,,",
          "没写,2019-05,女,,没写的,19900023457,母亲,2027-07-01,2026-1,,,,,",
        ].join("\n"),
      );

  const rows = await readRows();

  expect(rows.filter(({ id }) => !before.has(id)).map(({ name }) => name)).toEqual([]);
  expect(rows.filter((row) => !isConsented(row)).map(({ name }) => name)).toEqual([]);
});
