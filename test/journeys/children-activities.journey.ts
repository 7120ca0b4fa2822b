import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { openGateway, type Gateway } from "./open-gateway.js";
import { bringListAndBack } from "./bring-list-and-back.js";
import { callOffAndBack } from "./call-off-and-back.js";
import { lookWide } from "./look-wide.js";
import { openHome } from "./open-home.js";
import { personNamed, putOnRota } from "./put-on-rota.js";
import { look, pictureFailure } from "./story-a1/look-at-page.js";
import { openStory, type Story } from "./story-a1/story.js";
import { ask } from "./story-a3/ask.js";
import { fillHouse } from "./story-a3/seed.js";

let story: Story;
let gateway: Gateway;
let homeId: string;
let sessionId: string;
let collectCode: string;
const secretary = () => story.as("王秀珍");
const director = () => story.as("李建平");
const go = async (page: Page, path: string) => page.goto(`${story.house.url}${path}`);
/** The row of a child on its home's page, and the summary that opens it. */
const rowOf = (page: Page, name: string) => page.locator(".home-children > li").filter({ hasText: name });
const openRow = (page: Page, name: string) => rowOf(page, name).locator("summary").first().click();
const person = async (name: string): Promise<string> => personNamed(await secretary(), name);

beforeAll(async () => {
  gateway = await openGateway();
  story = await openStory("2026-09-14T09:00:00+08:00", { LIANXIN_SMS: gateway.url });
  await fillHouse(story);
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
  await gateway?.close();
});

test("it is off until the secretary confirms each duty; then a home is opened with its children's director", async () => {
  homeId = await openHome(story, await secretary());
});

test("adults are written down and checked, and nobody unchecked counts", async () => {
  const page = await secretary();
  const { homes } = await ask(page, "GET", "children-activities/homes");
  const path = encodeURIComponent(homes[0].placePath);
  for (const [i, name] of ["李建平", "吴琴", "陈国强", "王秀珍"].entries()) {
    const { id } = await ask(page, "POST", `children-activities/places/${path}/adults`, {
      personId: await person(name),
      kind: "volunteer",
      isWoman: i === 1,
      firstAidUntil: "2027-09-01",
      trainedOn: "2026-09-01",
    });
    if (i !== 3)
      await ask(page, "POST", `children-activities/adults/${id}/checks`, { scope: "children", checkedOn: "2026-09-01", verdict: "clear", source: "派出所" });
  }
  await go(page, "/children-activities/adults");
  await page.getByText("没查过").waitFor();
  await lookWide(page, "adults");
});

test("an activity is planned on a page that says how many adults it needs, and is published when both signed", async () => {
  const page = await secretary();
  await go(page, "/children-activities/new");
  await page.getByLabel("叫什么").fill("放学后阅读");
  await page.getByLabel("为什么办").fill("防溺水教育和阅读");
  for (const label of ["从哪天", "到哪天", "报名到哪天"]) await page.getByLabel(label, { exact: true }).fill("2026-09-16");
  await page.getByLabel("6–8 岁几个名额").fill("16");
  await page.getByLabel("为什么不按最严的算").fill("都是三年级以上，两位老师都带过班");
  await page.getByLabel("应急预案").fill("有人受伤先打 120，再打家长电话");
  await page.getByLabel("保险").fill("活动意外险 999999-1");
  await lookWide(page, "new-plan");
  await page.getByRole("button", { name: "定下方案" }).click();
  await page.getByText("要 2 位大人").first().waitFor();
  await page.getByRole("button", { name: "排上 李建平" }).click();
  await page.getByRole("button", { name: "排上 李建平" }).waitFor({ state: "detached" });
  const plan = new URL(page.url()).pathname;
  await putOnRota(await secretary(), "吴琴");
  await go(page, "/children-volunteers");
  await page.getByText("按轮次是：吴琴").waitFor();
  await lookWide(page, "volunteer-duties");
  await go(page, plan);
  await page.getByText("按轮次是：吴琴").waitFor();
  await lookWide(page, "plan-by-turn");
  await page.getByRole("button", { name: "按轮次排上" }).click();
  await page.getByText("排上 1 位，还缺 0 位").waitFor();
  await page.getByRole("button", { name: "按轮次排上" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "替社区签字" }).click();
  await page.getByRole("button", { name: "替社区签字" }).waitFor({ state: "detached" });
  await page.getByText("还没有儿童主任签字，两边都签了才能发布").waitFor();
  expect(await page.getByRole("button", { name: "发布" }).count()).toBe(0);
  const own = await director();
  await go(own, new URL(page.url()).pathname);
  await own.getByRole("button", { name: "以儿童主任签字" }).click();
  await own.getByRole("button", { name: "以儿童主任签字" }).waitFor({ state: "detached" });
  await go(page, plan);
  await page.getByRole("button", { name: "发布" }).click();
  await page.getByText("发布了 1 场").waitFor();
  await callOffAndBack(page);
  await page.getByRole("listitem").filter({ hasText: "李建平" }).getByText("不排了", { exact: true }).click();
  await lookWide(page, "plan");
  await page.getByRole("link", { name: "改方案" }).click();
  await page.getByText("重新签字").waitFor();
  expect(await page.getByLabel("叫什么").inputValue()).toBe("放学后阅读");
  await lookWide(page, "change-plan");
  await go(page, "/children-activities/year");
  await page.getByRole("heading", { name: "来过的孩子", exact: true }).waitFor();
  await page.getByRole("heading", { name: "谁看了孩子的资料", exact: true }).waitFor();
  await lookWide(page, "year");
  await go(page, "/children-activities");
  await page.getByRole("link", { name: "上湾儿童之家", exact: true }).waitFor();
  await lookWide(page, "week");
});

test("the director writes children down from signed sheets, and the secretary reads none of them", async () => {
  const own = await director();
  await go(own, `/children-activities/homes/${homeId}`);
  await own.getByLabel("姓名", { exact: true }).fill("周小禾");
  await own.getByLabel("出生年月").fill("2019-05");
  await own.getByRole("radio", { name: "女" }).check();
  await own.getByLabel("监护人", { exact: true }).fill("周桂兰");
  await own.getByLabel("监护人电话").fill("19900000101");
  await own.getByLabel("和孩子什么关系", { exact: true }).fill("奶奶");
  await own.getByLabel("同意书哪天签的").fill("2026-09-10");
  await own.getByRole("checkbox", { name: "参加活动" }).check();
  await own.getByLabel("谁来接").fill("李梅");
  await own.getByLabel("接的人和孩子什么关系").fill("姨妈");
  await own.getByRole("button", { name: "登记", exact: true }).click();
  await own.getByText("没有监护人的书面同意").first().waitFor();
  await own.getByRole("checkbox", { name: "保管资料" }).check();
  await own.getByRole("button", { name: "登记", exact: true }).click();
  await own.getByText("登记好了").waitFor();
  const more = (n: number) => ({
    ...{ name: `童话${n}号`, bornIn: "2019-05", isGirl: false, textVersion: "2026-1", givenOn: "2026-09-10", collectors: [] },
    guardian: { name: `监护人${n}`, phone: `1990000020${n}`, relation: "奶奶" },
    consents: { data: true, participation: true, photo: true, health: false },
  });
  for (let n = 0; n < 9; n++) await ask(own, "POST", `children-activities/homes/${homeId}/children`, more(n));
  await own.reload();
  await own.getByRole("heading", { name: "10 个孩子" }).waitFor();
  await bringListAndBack(own);
  await own.reload();
  await own.getByRole("heading", { name: "10 个孩子" }).waitFor();
  await own.getByText(/^放学后阅读（/).click();
  await own.getByRole("checkbox", { name: /童话3号/ }).uncheck();
  await own.getByRole("button", { name: "给勾上的 9 个孩子报名" }).click();
  await own.getByText("已经报上的 9 个").waitFor({ state: "attached" });
  await own.getByText(/^放学后阅读（/).click();
  await lookWide(own, "enrol");
  await own.getByRole("checkbox", { name: /童话3号/ }).check();
  await own.getByRole("button", { name: "给勾上的 1 个孩子报名" }).click();
  await own.getByText("已经报上的 10 个").waitFor({ state: "attached" });
  await openRow(own, "周小禾");
  await rowOf(own, "周小禾").locator("summary", { hasText: "加一位监护人" }).click();
  await lookWide(own, "home");
  const page = await secretary();
  await go(page, `/children-activities/homes/${homeId}`);
  await page.getByText("带活动的大人（4 位）").waitFor();
  await page.getByText("只有这个儿童之家的儿童主任能看").waitFor();
  await lookWide(page, "home-staff");
  expect(await page.locator("main").innerText()).not.toContain("周小禾");
});

test("the session opens with two adults; one leaves at 10:00 and the board says so across the room until a stand-in comes", async () => {
  await story.setTime("2026-09-16T08:20:00+08:00");
  const own = await director();
  sessionId = (await ask(own, "GET", "children-activities/mine")).sessions[0].id;
  await go(own, `/children-activities/sessions/${sessionId}`);
  await own.getByRole("button", { name: "开门" }).click();
  await own.getByText("现在不能开").waitFor();
  await own.getByText("排的人够").waitFor();
  await own.getByText("还不能开门：在场 0 位大人，10 个孩子要 2 位，少 2 位").waitFor();
  await lookWide(own, "before-opening");
  for (const name of ["李建平", "吴琴"]) {
    await own.getByRole("button", { name: `到了 ${name}` }).click();
    await own.getByRole("button", { name: `离开 ${name}` }).waitFor();
  }
  await own.getByText("可以开门").waitFor();
  await own.getByRole("button", { name: "开门" }).click();
  await own.getByText(/· 进行中$/).waitFor();
  await own.getByRole("button", { name: "到了 周小禾" }).click();
  const said = own.getByText(/周小禾到了，接孩子的码 \d{6}/);
  await said.waitFor();
  collectCode = /\d{6}/.exec(await said.innerText())![0];
  const { children } = await ask(own, "GET", `children-activities/sessions/${sessionId}/board`);
  for (const { attendanceId, state } of children) if (state === "enrolled") await ask(own, "POST", `children-activities/attendances/${attendanceId}/arrival`);
  await own.getByText("现在够").waitFor();
  await lookWide(own, "board");
  await own.getByRole("button", { name: "告诉了 周小禾" }).click();
  await story.setTime("2026-09-16T10:00:00+08:00");
  await own.getByRole("button", { name: "离开 吴琴" }).click();
  await own.getByLabel("为什么走").fill("发烧");
  await own.getByRole("dialog").getByRole("button", { name: "离开", exact: true }).click();
  const alarm = own.getByRole("alert").filter({ hasText: "在场 1 位大人，10 个孩子要 2 位，少 1 位" });
  await alarm.getByText("10:00 起").waitFor();
  await lookWide(own, "alarm");
  await story.setTime("2026-09-16T10:12:00+08:00");
  await alarm.getByRole("button", { name: "陈国强来顶" }).click();
  await own.getByText("有女孩，在场的大人里要有一位女性").waitFor();
  await story.setTime("2026-09-16T10:20:00+08:00");
  await own.getByRole("button", { name: "又来了 吴琴" }).click();
  await own.getByRole("button", { name: "离开 吴琴" }).click();
  await own.getByRole("dialog").getByRole("button", { name: "离开", exact: true }).click();
  await own.getByRole("button", { name: "没走，按错了 吴琴" }).click();
  await own.getByText("现在够").waitFor({ timeout: 3000 });
  const uncounted = own.getByRole("alert").filter({ hasText: "就该点名，还没有点" });
  await uncounted.waitFor();
  await own.getByLabel("现在该点名了：数到几个？").fill("10");
  await own.getByRole("button", { name: "点名", exact: true }).click();
  await uncounted.waitFor({ state: "detached" });
  expect(await own.getByRole("alert").count()).toBe(0);
});

test("who is not on the list gets no child, and the grandmother does with the code of the day", async () => {
  await story.setTime("2026-09-16T11:00:00+08:00");
  const own = await director();
  await go(own, `/children-activities/sessions/${sessionId}/desk`);
  await own.getByRole("button", { name: "周小禾", exact: true }).click();
  await own.getByText("来接周小禾的是谁？").waitFor();
  await own.getByRole("button", { name: "不在名单上" }).click();
  await own.getByText("不能交给他").waitFor();
  await own.getByLabel("来的人叫什么").fill("周师傅");
  await own.getByLabel("和孩子什么关系").fill("叔叔");
  await own.getByRole("button", { name: "发码给监护人" }).click();
  await own.getByLabel("监护人念的 6 位码").fill("000000");
  await own.getByRole("button", { name: "对上就交给他" }).click();
  await own.getByText("码不对，还能试 4 次").waitFor();
  await lookWide(own, "refused");
  await own.getByRole("button", { name: /姨妈 李梅/ }).click();
  await own.getByLabel("接孩子的码").fill(collectCode);
  await own.getByRole("button", { name: "交给他", exact: true }).click();
  await own.getByText("周小禾交出去了").waitFor();
  await look(own, "desk");
});

test("what a child discloses cannot be typed: only that it was reported, when and to whom", async () => {
  const own = await director();
  await go(own, `/children-activities/sessions/${sessionId}/incidents`);
  await own.getByLabel("哪个孩子").selectOption({ label: "周小禾" });
  await own.getByLabel("经过").fill("跑步摔倒，擦破膝盖，洗净包好，已打电话");
  await own.getByRole("button", { name: "记下", exact: true }).click();
  await own.getByText("记下了", { exact: true }).waitFor();
  await own.getByText("擦破膝盖").waitFor();
  await own.getByLabel("什么事").selectOption({ label: "疑似受到伤害" });
  await own.getByText("一个字也不写在这里").waitFor();
  expect(await own.getByLabel("经过").count()).toBe(0);
  await own.getByRole("button", { name: "记下", exact: true }).click();
  await own.getByText("记下了", { exact: true }).waitFor();
  await own.getByLabel("报给了哪里").selectOption({ label: "派出所和民政" });
  await own.getByRole("button", { name: "记下：已报告" }).click();
  await own.getByText("记下了报告的时间和单位").waitFor();
  await lookWide(own, "incidents");
  await go(own, `/children-activities/homes/${homeId}`);
  await own.getByText(/已报告 .*受理单位：派出所和民政/).waitFor();
});

test("a guardian's page opens with the printed link and a code to their own phone; there they see, add who collects, and have all erased", async () => {
  const own = await director();
  await go(own, `/children-activities/homes/${homeId}`);
  await openRow(own, "周小禾");
  await rowOf(own, "周小禾").getByRole("button", { name: "打印专用链接" }).click();
  await lookWide(own, "link");
  const [file] = await Promise.all([own.waitForEvent("download"), own.getByRole("button", { name: "打印，上一张作废" }).click()]);
  const link = /http[^\s<"]+\/guardian\/[\w-]+\/[\w-]{22}/.exec(await readFile(await file.path(), "utf8"))![0];
  const { page } = await story.guest({ width: 360, height: 720 });
  await go(page, "/children-activities/guardian/unknown/xxxxxxxxxxxxxxxxxxxxxx");
  await page.getByRole("button", { name: "发验证码到我的手机" }).click();
  await page.getByText("没有这个页面").waitFor();
  await go(page, new URL(link).pathname);
  await page.getByRole("button", { name: "发验证码到我的手机" }).click();
  await lookWide(page, "guardian");
  await page.getByLabel("手机上的 6 位码").fill(/\d{6}/.exec(await gateway.waitTo("19900000101", /验证码/))![0]);
  await page.getByRole("button", { name: "打开" }).click();
  await page.getByRole("heading", { name: "周小禾" }).waitFor();
  await page.getByText("擦破膝盖").waitFor();
  await page.locator("summary", { hasText: "谁看过孩子的资料" }).click();
  await page.getByText("带活动时认人").first().waitFor();
  await page.locator("summary", { hasText: "加一位接送人" }).click();
  await page.getByLabel("姓名", { exact: true }).first().fill("周师傅");
  await page.getByLabel("和孩子什么关系").fill("叔叔");
  await lookWide(page, "own");
  await page.getByRole("button", { name: "加一位接送人" }).click();
  await page.getByText("叔叔 周师傅").waitFor();
  await page.getByRole("button", { name: "不同意了 参加活动" }).click();
  await page.getByText("现在没有报名的日子。以后要报名").waitFor();
  await lookWide(page, "own-no");
  await page.getByRole("dialog").getByRole("button", { name: "先不办" }).click();
  await page.getByRole("button", { name: "删除孩子的全部资料" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除孩子的全部资料" }).click();
  await page.getByText("没有保管任何资料").waitFor();
  await own.reload();
  await own.getByRole("heading", { name: "9 个孩子" }).waitFor();
});

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
