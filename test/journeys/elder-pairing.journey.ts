import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lookWide } from "./look-wide.js";
import { pictureFailure } from "./story-a1/look-at-page.js";
import { openStory, type Story } from "./story-a1/story.js";
import { ask } from "./story-a3/ask.js";

let story: Story;
const secretary = () => story.as("王秀珍");
const go = async (page: Page, path: string) => page.goto(`${story.house.url}${path}`);
const csv = (name: string, ...lines: readonly string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
const cadres = csv(
  "干部.csv",
  "姓名,性别,单位,电话,联系村,父母姓名,认识的老人",
  "刘敏,女,县财政局,19900000001,柳树坡村,,周桂兰",
  "陈国强,男,县医院,19900000002,河口村,郑玉梅,",
  "李霞,女,县医院,19900000003,河口村,,",
);
const elders = csv(
  "老人.csv",
  "姓名,性别,出生年份,村,小组,住址,居住情况,风险标记,电话,联系人1,关系1,联系人电话1,等级",
  "周桂兰,女,1942,柳树坡村,3组,柳树坡3组12号,独居,易跌倒,19900000011,周强,儿子,19900000021,红",
  "郑玉梅,女,1948,河口村,1组,河口1组2号,与家人同住,,19900000012,陈国强,儿子,19900000002,绿",
  "张广福,男,1944,河口村,2组,河口2组8号,独居,,19900000013,张伟,儿子,19900000023,黄",
  "吴金花,女,1944,河口村,2组,河口2组9号,独居,高血压,19900000014,,,,黄",
);

beforeAll(async () => {
  story = await openStory("2026-09-14T09:00:00+08:00");
  const page = await secretary();
  await page.goto(story.house.setUpLink);
  await page.getByLabel("社区").first().fill("示例县");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("member01@example.org");
  await page.locator("form button[type=submit]").first().click();
  await page.getByRole("button", { name: "装入示例社区" }).waitFor();
  const [{ id: parentId }] = (await ask(page, "GET", "directory/places")).places;
  const town = await ask(page, "POST", "directory/places", { parentId, name: "柳河镇", kind: "town" });
  for (const name of ["柳树坡村", "河口村"]) await ask(page, "POST", "directory/places", { parentId: town.id, name, kind: "village" });
  const days = [{ day: "2026-10-01", name: "国庆节", isOffDay: true }];
  await ask(page, "PUT", "directory/holidays/2026", { source: "journey", isFictional: true, days });
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  expect(story.troubles()).toEqual([]);
  await story?.close();
});

test("two sheets are put in: what is wrong is said by its cell, an illness is refused, the rest comes in", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing/registers");
  await page.getByLabel("选干部名册的文件").setInputFiles(cadres);
  await page.getByRole("button", { name: "导入 3 行" }).click();
  await page.getByText("新增 3，更新 0，没变 0").waitFor();
  await page.getByLabel("选老人名册的文件").setInputFiles(elders);
  await page.getByText(/第 5 行 H 列：应填.*现在是“高血压”/).waitFor();
  await lookWide(page, "registers");
  await page.getByRole("button", { name: "导入 3 行" }).click();
  await page.getByText("新增 3，更新 0，没变 0").nth(1).waitFor();
});

test("the matching is looked at, proved, put in force, and both sides agree", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing/run");
  await page.getByRole("button", { name: "先看看" }).click();
  await page.getByText("3 位干部各 1 位，0 位各 2 位；").waitFor();
  await page.getByText("另外一套算法核过：没有更好的配法").waitFor();
  await page.getByRole("heading", { name: "每一对和为什么（3 位老人）" }).waitFor();
  await page.getByText("同村、已认识").first().waitFor();
  await page.getByRole("button", { name: "换一位 周桂兰" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "看看还能换谁" }).click();
  await page
    .getByRole("dialog")
    .getByText(/代价多/)
    .first()
    .waitFor();
  await lookWide(page, "run-other");
  await page.keyboard.press("Escape");
  await lookWide(page, "run");
  await page.getByRole("button", { name: "就这样定" }).click();
  await page.getByText("定下来了，等双方确认").waitFor();
  await go(page, "/elder-pairing");
  await page.getByText("3 位老人都有人管，0 位没有").waitFor();
  await lookWide(page, "board");
  await go(page, "/");
  await page.getByRole("link", { name: "3 对等双方确认", exact: true }).waitFor();
  await lookWide(page, "today");
  await go(page, "/elder-pairing/waiting");
  await page.getByRole("button", { name: "这 3 位老人都已同意（有名单）" }).click();
  await page.getByRole("dialog").getByText("示例县：记下 3 位老人同意？").waitFor();
  await lookWide(page, "agree-listed");
  await page.getByRole("dialog").getByRole("button", { name: "记下 3 对" }).click();
  await page.getByRole("button", { name: "今天记下同意的（可撤回）" }).click();
  await page.getByRole("button", { name: "撤回这 3 位老人的同意" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤回 3 对" }).click();
  await page.getByText("今天记下同意的（0 对）").waitFor();
  await go(page, "/elder-pairing");
  for (const side of ["干部同意", "老人同意"])
    for (let left = 3; left > 0; left--) {
      await page.getByRole("button", { name: side }).first().click();
      await expect.poll(() => page.getByRole("button", { name: side }).count(), { timeout: 10_000 }).toBe(left - 1);
    }
});

let phone: Page;
test("the helper writes an ordinary visit down with one press, and what was typed is there again when the page is opened anew", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing/cadres");
  await page.getByRole("button", { name: "对应账号 陈国强" }).click();
  await page.getByText("通讯录里叫“陈国强”的有 0 位").first().waitFor();
  await lookWide(page, "cadres");
  const [me] = (await ask(page, "GET", `directory/people?search=${encodeURIComponent("王秀珍")}`)).people;
  const { cadres: all } = await ask(page, "GET", "elder-pairing/cadres");
  await ask(page, "PUT", `elder-pairing/cadres/${all.find(({ name }: { name: string }) => name === "刘敏").id}/person`, { personId: me.id });
  phone = page;
  await phone.setViewportSize({ width: 360, height: 720 });
  await go(phone, "/elder-pairing/mine");
  await phone.getByText("同村、已认识").waitFor();
  await lookWide(phone, "mine");
  await phone.getByRole("link", { name: "记一次探访" }).first().click();
  await phone.getByRole("heading", { name: /怎么样/ }).waitFor();
  await phone.getByLabel("要记的话").fill("爱吃软的");
  await phone.waitForTimeout(800);
  await phone.reload();
  await expect.poll(() => phone.getByLabel("要记的话").inputValue()).toBe("爱吃软的");
  await lookWide(phone, "visit");
  await phone.getByRole("button", { name: "记好了" }).click();
  await phone.getByText(/9月14日.*上门 见到，正常/).waitFor();
});

test("without a network a visit waits on the phone, unreadable in its storage, and goes out with the next network", async () => {
  await phone.context().setOffline(true);
  await phone.getByLabel("要记的话").fill("金丝雀");
  await phone.getByRole("button", { name: "记好了" }).click();
  await phone.getByText("1 次探访记在这台手机上").waitFor();
  expect(await phone.evaluate(() => JSON.stringify(localStorage))).not.toContain("金丝雀");
  await phone.context().setOffline(false);
  await phone.evaluate(() => dispatchEvent(new Event("online")));
  await phone.getByText("金丝雀").first().waitFor();
});

test("a visit kept without a network that is refused later stays on the phone with the reason until it is thrown away", async () => {
  const here = phone.url();
  await phone.context().setOffline(true);
  await phone.getByLabel("要记的话").fill("第二只金丝雀");
  await phone.getByRole("button", { name: "记好了" }).click();
  await phone.getByText("1 次探访记在这台手机上").waitFor();
  const refusal = { code: "elder-pairing.notYours", message: "这位老人现在由别人帮扶" };
  await phone.route("**/visits", (route) => route.fulfill({ status: 409, contentType: "application/json", body: JSON.stringify(refusal) }));
  await phone.context().setOffline(false);
  await phone.goto(`${story.house.url}/elder-pairing/mine`);
  await phone.getByText("1 次探访没有交上").waitFor();
  expect(await phone.locator("main").innerText()).toMatch(/第二只金丝雀[^]*这位老人现在由别人帮扶/);
  await lookWide(phone, "refused-visit");
  await phone.getByRole("button", { name: "扔掉这一条" }).click();
  await phone.getByText("1 次探访没有交上").waitFor({ state: "detached" });
  await phone.unroute("**/visits");
  await phone.goto(here);
});

test("what one helper keeps on a phone without a network is neither seen nor sent by whoever signs in after them, and goes out once its owner is back", async () => {
  const here = phone.url();
  await phone.getByRole("heading", { name: /怎么样/ }).waitFor();
  await phone.context().setOffline(true);
  await phone.getByLabel("要记的话").fill("第三只金丝雀");
  await phone.getByRole("button", { name: "记好了" }).click();
  await phone.getByText("1 次探访记在这台手机上").waitFor();
  // The owner's own page would send it as soon as there is a network: what it tries still finds none.
  await phone.route("**/visits", (route) => route.abort());
  await phone.context().setOffline(false);
  await phone.waitForTimeout(500);
  const sent: string[] = [];
  phone.on("request", (request) => void (request.method() === "POST" && request.url().endsWith("/visits") && sent.push(request.url())));
  await phone.route("**/api/session", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: { ...(await answer.json()), account: { id: "somebody-else" } } });
  });
  await phone.goto(`${story.house.url}/elder-pairing/mine`);
  await phone.getByRole("link", { name: "记一次探访" }).first().waitFor();
  await phone.waitForTimeout(1_500);
  expect([sent, (await phone.locator("main").innerText()).includes("记在这台手机上")]).toEqual([[], false]);
  await phone.unroute("**/visits");
  await phone.unroute("**/api/session");
  await phone.goto(`${story.house.url}/elder-pairing/mine`);
  await expect.poll(() => sent.length).toBe(1);
  await phone.goto(here);
});

test("nobody answers: two calls half an hour apart, neighbour, family, the grid worker at the door, safe", async () => {
  // The clock goes on by itself: the two calls are set apart by more than any run takes.
  await story.setTime("2026-09-14T09:30:00+08:00");
  await phone.getByRole("button", { name: "没见到" }).click();
  await phone.getByRole("button", { name: "打过了，没接" }).click();
  await phone.getByRole("heading", { name: "没人应，一步一步来" }).waitFor();
  const press = (step: string, result = "没人应") => phone.getByRole("button", { name: `${step} ${result}` }).click();
  await press("再打一次");
  await phone
    .getByText(/两次电话要隔 30 分钟/)
    .first()
    .waitFor();
  await lookWide(phone, "ladder");
  await story.setTime("2026-09-14T10:20:00+08:00");
  await press("再打一次");
  await press("问邻居");
  await press("问家属", "有回应");
  await press("网格员上门", "有回应");
  await phone.getByLabel("结果").fill("在菜地，平安");
  await phone.getByRole("button", { name: "找到了，平安" }).click();
  await expect.poll(() => phone.getByRole("heading", { name: "没人应，一步一步来" }).count()).toBe(0);
});

test("a unit's quota and a heat alert are set with one press each, and an import is taken back while nobody uses it", async () => {
  const page = await secretary();
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, "/elder-pairing/run");
  await page.getByText("给一个单位定名额").click();
  await page.getByLabel("单位", { exact: true }).selectOption("县医院");
  await page.getByLabel("最多").fill("4");
  await page.getByRole("button", { name: "定下来" }).click();
  await page.getByText("县医院：最多 4 位，现在 2 位").waitFor();
  await go(page, "/elder-pairing");
  await page.getByRole("button", { name: "高温" }).click();
  await page.getByRole("button", { name: "启动" }).click();
  await page.getByText(/\d 位老人升了一级/).waitFor();
  await go(page, "/elder-pairing/registers");
  const more = csv("补.csv", "姓名,性别,出生年份,村,居住情况", "李秀英,女,1950,河口村,与家人同住");
  await page.getByLabel("选老人名册的文件").setInputFiles(more);
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await page.getByRole("button", { name: "撤销这次导入 补.csv" }).click();
  await page.getByText("撤销了 1 行，0 行已经用上，没有动").waitFor();
});

const elderNamed = async (page: Page, name: string): Promise<string> => {
  const { elders: all } = await ask(page, "GET", "elder-pairing/elders");
  return all.find((one: { name: string }) => one.name === name).id;
};

test("a wrong cell is mended where it is shown, and the line comes in; the sheet itself is not touched", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing/registers");
  const wrong = csv("补录.csv", "姓名,性别,出生年份,村,居住情况,风险标记", "赵春梅,女,1950,河口村,与家人同住,高血压", "孙玉兰,女,1951,河头村,独居,");
  await page.getByLabel("选老人名册的文件").setInputFiles(wrong);
  await page.getByLabel("改 F2").fill("听力差");
  await page.getByLabel("改 D3").fill("河口村");
  await lookWide(page, "mend");
  await page.getByRole("button", { name: "再核一遍" }).click();
  await page.getByRole("button", { name: "导入 2 行" }).click();
  await page.getByText("新增 2，更新 0，没变 0").waitFor();
});

test("accounts for all cadres are linked by name with one press, and who is not in the directory is named", async () => {
  const page = await secretary();
  const { places } = await ask(page, "GET", "directory/places");
  const village = places.find(({ name }: { name: string }) => name === "河口村");
  for (const fullName of ["陈国强", "张广福"]) await ask(page, "POST", "directory/people", { fullName, placeId: village.id });
  await go(page, "/elder-pairing/cadres");
  await page.getByRole("button", { name: "按姓名对应全部账号" }).click();
  await page.getByText("对应了 1 位").waitFor();
  await page.getByText("通讯录里没有的有 1 位：李霞").waitFor();
  await lookWide(page, "linked");
  await go(page, `/elder-pairing/elders/${await elderNamed(page, "张广福")}`);
  await page.getByRole("button", { name: "找同名的人" }).click();
  await page.getByRole("button", { name: "就是这位 张广福" }).click();
  await page.getByText("已对应通讯录里的一个人").waitFor();
});

test("what an elder asked for is settled, rated badly by telephone, done again and rated well", async () => {
  const page = await secretary();
  const elderId = await elderNamed(page, "郑玉梅");
  const needs = [{ category: "repair", action: "on_spot" }];
  const visit = { clientId: "journey-need", mode: "home", isSeen: true, condition: "normal", wrong: [], needs };
  await ask(page, "POST", `elder-pairing/elders/${elderId}/visits`, visit);
  await go(page, `/elder-pairing/elders/${elderId}`);
  await page.getByRole("button", { name: "不满意，重新办" }).click();
  await page.getByText("不满意，重新办（打电话问的）").waitFor();
  await page.getByRole("button", { name: "办好了" }).click();
  await page.getByRole("button", { name: "老人自己" }).click();
  await page.getByRole("button", { name: "满意", exact: true }).click();
  await page.getByText("满意（老人自己）").waitFor();
  await lookWide(page, "needs");
});

test("an elder is erased only by whoever types the name, and is then nobody", async () => {
  const page = await secretary();
  const elderId = await elderNamed(page, "孙玉兰");
  await go(page, `/elder-pairing/elders/${elderId}`);
  await page.getByRole("button", { name: "抹去这个人 孙玉兰" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("孙玉");
  await dialog.getByRole("button", { name: "抹去", exact: true }).click();
  await dialog.getByText(/姓名/).nth(1).waitFor();
  await dialog.getByLabel("姓名").fill("孙玉兰");
  await dialog.getByRole("button", { name: "抹去", exact: true }).click();
  await expect.poll(() => page.getByRole("heading", { name: "孙玉兰" }).count()).toBe(0);
  const { elders: left } = await ask(page, "GET", "elder-pairing/elders");
  expect(left.map(({ name }: { name: string }) => name)).not.toContain("孙玉兰");
});

test("one elder's page shows who answered and who else could, the county's picture no name", async () => {
  const page = await secretary();
  await page.setViewportSize({ width: 1440, height: 900 });
  await go(page, `/elder-pairing/elders/${await elderNamed(page, "张广福")}`);
  await page.getByText("这次去不了，晚几天").click();
  await page.getByLabel("为什么").selectOption({ label: "老人外出" });
  await page.getByRole("button", { name: "先推后" }).click();
  await page.getByText(/推后了 \d 次探访|没有该去没去的，不用推后/).waitFor();
  await page.getByRole("button", { name: "看看还能换谁" }).click();
  await page
    .getByRole("button", { name: /换成这位/ })
    .first()
    .waitFor();
  await lookWide(page, "elder");
  await go(page, "/elder-pairing/county");
  await page.getByText("柳河镇").first().waitFor();
  await lookWide(page, "county");
  expect(await page.locator("main").innerText()).not.toContain("周桂兰");
});

test("an elder who was said by mistake to have died is brought back with the helpers, after one was told what comes back", async () => {
  const page = await secretary();
  const elderId = await elderNamed(page, "张广福");
  const helpers = async () => (await ask(page, "GET", `elder-pairing/elders/${elderId}/helpers?on=2026-09-14`)).helpers;
  const before = await helpers();
  await go(page, `/elder-pairing/elders/${elderId}`);
  await page.getByRole("button", { name: "去世", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "去世" }).click();
  await page.getByText("今天记了去世").waitFor();
  await lookWide(page, "gone");
  await page.getByRole("button", { name: "恢复 张广福" }).click();
  await page.getByRole("dialog").getByText("回不来的").waitFor();
  await lookWide(page, "restore");
  await page.getByRole("dialog").getByRole("button", { name: "恢复", exact: true }).click();
  await expect.poll(() => page.getByText("今天记了去世").count()).toBe(0);
  expect(await helpers()).toEqual(before);
});

test("at the desk an elder is found by a part of the name, a visit of a past day is written down from paper, and nobody answering is looked for", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing/elders");
  await page.getByLabel("姓名（写几个字就行）").fill("玉梅");
  await page.getByText("1 位老人").waitFor();
  await lookWide(page, "elders");
  await page.getByRole("link", { name: "郑玉梅" }).click();
  await page.getByText("代录一次探访（纸上的、电话里的）").click();
  await page.getByLabel("哪天去的").fill("2026-09-08");
  await page.getByLabel("要记的话（可说话录入）").fill("纸上记的");
  await page.getByRole("button", { name: "记好了" }).click();
  await page.getByText(/9月8日.*上门 .*正常[^]*纸上记的/).waitFor();
  await page.getByRole("button", { name: "没见到" }).click();
  await page.getByRole("button", { name: "打过了，没接" }).click();
  await page.getByRole("heading", { name: "没人应，一步一步来" }).waitFor();
  await page.getByLabel("结果").fill("在邻居家");
  await lookWide(page, "desk-ladder");
  await page.getByRole("button", { name: "找到了，平安" }).click();
  await expect.poll(() => page.getByRole("heading", { name: "没人应，一步一步来" }).count()).toBe(0);
  await page.getByRole("button", { name: "看每一回怎么找的" }).click();
  await page.getByText("在邻居家").waitFor();
  await lookWide(page, "past-search");
});

test("a consent is taken back with what that means said first, and is given again", async () => {
  const page = await secretary();
  await page.getByRole("button", { name: "口头同意了 记健康标记" }).click();
  await page.getByText(/口头同意，9月14日/).waitFor();
  await page.getByRole("button", { name: "撤回 记健康标记" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/马上抹去，找不回来/).waitFor();
  await dialog.getByRole("button", { name: "撤回" }).click();
  await page.getByText("老人撤回了记健康情况的同意：已经抹去，以后不记。").waitFor();
  await page.getByText("不记自理能力").waitFor();
  await lookWide(page, "consents");
});

test("a leave is ended early and an announced transfer called off; a whole unit leaves, and its hand-over is signed by three with what to tell, and printed", async () => {
  const page = await secretary();
  await go(page, "/elder-pairing");
  const { board } = { board: await ask(page, "GET", "elder-pairing/board") };
  for (const { elderId } of board.waiting) for (const side of ["cadre", "elder"]) await ask(page, "POST", `elder-pairing/elders/${elderId}/agree`, { side });
  await go(page, "/elder-pairing/cadres");
  const { cadres: all } = await ask(page, "GET", "elder-pairing/cadres");
  const li = all.find(({ name }: { name: string }) => name === "李霞").id;
  await ask(page, "POST", `elder-pairing/cadres/${li}/leave`, { fromOn: "2026-09-14", toOn: "2026-09-20" });
  await ask(page, "POST", `elder-pairing/cadres/${li}/transfer`, { day: "2026-10-08", kind: "transferred" });
  await page.reload();
  await page.getByText("9月14日（周一）到9月20日（周日）请假").waitFor();
  await lookWide(page, "cadres-away");
  await page.getByRole("button", { name: "今天回来了 李霞" }).click();
  await page.getByRole("button", { name: "不调了 李霞" }).click();
  await expect.poll(() => page.getByRole("button", { name: /今天回来了|不调了/ }).count()).toBe(0);
  await page.getByLabel("单位", { exact: true }).selectOption("县财政局");
  await page.getByRole("button", { name: "整单位调出" }).click();
  await page.getByText("1 位干部从").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "整单位调出" }).click();
  await page.getByText("1 位干部调出，老人已另找人").waitFor();
  await go(page, `/elder-pairing/elders/${await elderNamed(page, "周桂兰")}`);
  await page.getByLabel("要交代的事").fill("爱吃软的，钥匙在隔壁");
  await page.getByRole("button", { name: "原帮扶人签" }).click();
  await page.getByRole("button", { name: "新帮扶人签" }).click();
  await page.getByLabel("代签").selectOption({ label: "不能写字，代签" });
  await lookWide(page, "hand-over");
  await page.getByRole("button", { name: "老人或家属签" }).click();
  await expect.poll(() => page.getByRole("button", { name: "老人或家属签" }).count()).toBe(0);
  const [{ id }] = (await ask(page, "GET", `elder-pairing/elders/${await elderNamed(page, "周桂兰")}/history`)).handovers;
  const sheet = await page.request.get(`${story.house.url}/api/elder-pairing/handovers/${id}/sheet`, { headers: { "x-lianxin": "1" } });
  expect(await sheet.text()).toContain("爱吃软的，钥匙在隔壁");
});
