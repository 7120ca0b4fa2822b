import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lookWide } from "./look-wide.js";
import { look, pictureFailure } from "./story-a1/look-at-page.js";
import { openStory, type Story } from "./story-a1/story.js";
import { ask } from "./story-a3/ask.js";
import { fillHouse } from "./story-a3/seed.js";

let story: Story;
let phone: Page;
let waiting: Page;
const secretary = () => story.as("王秀珍");
const go = async (page: Page, path: string) => page.goto(`${story.house.url}${path}`);

beforeAll(async () => {
  story = await openStory("2026-09-14T09:00:00+08:00");
  await fillHouse(story);
});
beforeEach(({ onTestFailed }) => onTestFailed(() => pictureFailure(story.pages())));
afterAll(async () => {
  await story?.close();
});

test("a secretary without a volunteer day is led to plan one, and plans every Thursday at two compounds", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days/thursday");
  await page.getByRole("link", { name: "定一个志愿日" }).waitFor();
  await go(page, "/volunteer-days");
  await page.getByRole("link", { name: "定一个志愿日" }).click();
  await page.getByRole("button", { name: "定下来，开始报名" }).click();
  await page.getByText("请填写在哪里集合").first().waitFor();
  await page.getByLabel("在哪里集合").fill("党群服务中心门口");
  for (const site of ["和平苑", "松涛园"]) await page.getByRole("checkbox", { name: site }).check();
  await page.getByLabel("做什么").fill("楼道、扶手、小广告、堆积物、绿化");
  await page.getByLabel("带什么").fill("手套社区发，自带水杯");
  await page.getByLabel("注意什么").fill("不登高，不碰电箱");
  await page.getByLabel("最少几人").fill("1");
  await page.getByLabel("最多几人").fill("２");
  await lookWide(page, "new-series");
  await page.getByRole("button", { name: "定下来，开始报名" }).click();
  await page.getByRole("link", { name: "9月17日（周四）" }).waitFor();
});

test("a resident signs up on a phone with three taps and two fields, and gets a number and a private link", async () => {
  phone = (await story.guest({ width: 360, height: 720 })).page;
  await go(phone, "/volunteer-days/thursday");
  await phone.getByText("还差 4 人").waitFor();
  await lookWide(phone, "thursday");
  expect(await phone.locator("main input:visible").count()).toBe(2);
  await phone.evaluate(() => addEventListener("click", () => (document.title = `${document.title}*`), true));
  const before = await phone.title();
  for (const [label, value] of [
    ["姓名", "何志远"],
    ["手机号", "199 0000 0007"],
  ] as const) {
    await phone.getByLabel(label).click();
    await phone.keyboard.type(value);
  }
  await phone.getByRole("button", { name: "我要报名" }).click();
  await phone.getByRole("heading", { name: "报上了，到时见" }).waitFor();
  expect((await phone.title()).slice(before.length)).toBe("***");
  await lookWide(phone, "joined");
});

test("four places are gone, the fifth is told to be first in line", async () => {
  const page = await secretary();
  const { day } = await ask(page, "GET", "volunteer-days/public/thursday");
  for (const [i, name] of ["沈玉兰", "周海燕", "郑小满"].entries())
    await ask(page, "POST", `volunteer-days/public/days/${day.id}/sign-ups`, { name, phone: `1990000010${i}` });
  waiting = (await story.guest({ width: 360, height: 720 })).page;
  await go(waiting, "/volunteer-days/thursday");
  await waiting.getByText("您会是第 1 位").waitFor();
  await waiting.getByLabel("姓名").fill("罗婷");
  await waiting.getByLabel("手机号").fill("19900000009");
  await waiting.getByRole("button", { name: "排候补" }).click();
  await waiting.getByRole("heading", { name: "排上候补了，第 1 位" }).waitFor();
});

test("who cannot come cancels by the private link, and the first in line has the place", async () => {
  await waiting.getByRole("link", { name: "看我的报名" }).click();
  await waiting.getByRole("heading", { name: "排上候补了，第 1 位" }).waitFor();
  await phone.getByRole("link", { name: "看我的报名" }).click();
  await phone.getByRole("heading", { name: "9月17日（周四）见" }).waitFor();
  await lookWide(phone, "mine");
  await phone.getByRole("button", { name: "来不了，取消报名" }).click();
  await look(phone, "mine-sure");
  await phone.getByRole("dialog").getByRole("button", { name: "来不了，取消报名" }).click();
  await phone.getByRole("heading", { name: "已取消，谢谢告诉我们" }).waitFor();
  await phone.getByRole("button", { name: "我去 9月24日（周四）" }).waitFor();
  await lookWide(phone, "other-days");
  await waiting.reload();
  await waiting.getByRole("heading", { name: "9月17日（周四）见" }).waitFor();
});

test("the rota board shows who has a place, and one week is called off for rain", async () => {
  const page = await secretary();
  const { series } = await ask(page, "GET", "volunteer-days/series");
  const agreed = { ageBand: "adult", isReserve: false, knownSiteIds: [] };
  for (const [i, name] of ["吴美华", "徐梅"].entries())
    await ask(page, "POST", `volunteer-days/series/${series[0].id}/volunteers`, { ...agreed, name, phone: `1990000002${i}`, mayLead: i === 0 });
  await go(page, "/volunteer-days");
  await page.getByText("2 人答应排班").waitFor();
  await lookWide(page, "rota");
  await page.getByRole("link", { name: "9月24日（周四）" }).click();
  await page.getByRole("link", { name: "改期或取消" }).click();
  await page.getByRole("radio", { name: "取消这一天" }).check();
  await page.getByRole("radio", { name: "下雨" }).check();
  await page.getByLabel("跟大家说一句").fill("橙色暴雨");
  await page.getByRole("button", { name: "取消这一天" }).click();
  await page.getByRole("heading", { name: "扮靓周四 9月24日（周四）" }).waitFor();
  expect(await page.locator("main").innerText()).toContain("橙色暴雨");
});

test("somebody is sent to the other compound from a list; it is full, which is said before anything changes", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days");
  const week = page.locator("tr", { has: page.getByRole("link", { name: "9月17日（周四）" }) });
  const team = (site: string) => week.locator(`td[data-site="${site}"]`);
  for (const site of ["和平苑", "松涛园"]) await team(site).locator("summary").click();
  const { day } = await ask(page, "GET", "volunteer-days/public/thursday");
  const post = day.sites.find(({ name }: { name: string }) => name === "松涛园");
  expect(post.missing).toBe(0);
  const name = (await team("和平苑").locator(".rota-person > span").first().innerText()).trim();
  await lookWide(page, "rota-open");
  await team("和平苑").getByLabel(`把${name}换到`).selectOption({ label: "松涛园" });
  await page.getByText("松涛园这个岗位满了").waitFor();
  await look(page, "move-full");
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
});

test("a volunteer is enrolled by page, a compound is added and the time changed for all dates ahead", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days/people");
  await page.locator("summary", { hasText: "加一位答应排班的人" }).click();
  await page.getByLabel("姓名").fill("张桂英");
  await page.getByRole("checkbox", { name: "候补名单" }).check();
  await lookWide(page, "people");
  await page.getByRole("button", { name: "加一位答应排班的人" }).click();
  await page.getByRole("button", { name: "不再排班 张桂英" }).waitFor();
  await go(page, "/volunteer-days");
  await page.getByRole("link", { name: "改时间和小区" }).click();
  await page.getByLabel("带什么").fill("自带水杯和遮阳帽");
  await page.getByRole("button", { name: "改好，通知报名的人" }).click();
  await page.getByText("改好了").waitFor();
  await page.locator("summary", { hasText: "加一个小区" }).click();
  await page.getByLabel("做什么").fill("楼道、绿化");
  await page.getByLabel("最少几人").fill("1");
  await page.getByLabel("最多几人").fill("1");
  await lookWide(page, "series");
  await page.getByRole("button", { name: "加一个小区" }).click();
  await page.getByText("加好了，从今天起的日子都去").waitFor();
});

test("a family signs up under one number, and somebody asks for a stand-in who says yes by link", async () => {
  const family = (await story.guest({ width: 360, height: 720 })).page;
  await go(family, "/volunteer-days/thursday");
  await family.getByLabel("姓名").fill("周师傅");
  await family.getByLabel("手机号").fill("19900000031");
  await family.getByRole("button", { name: "我要报名" }).click();
  await family.getByRole("button", { name: "给家人也报" }).click();
  await family.getByLabel("家人的姓名").fill("周小宝");
  await family.getByLabel("年龄").selectOption("child");
  await lookWide(family, "family");
  await family.getByRole("button", { name: "一起报上" }).click();
  await family.getByText("周小宝 也报上了").waitFor();
  await family.getByRole("link", { name: "看我的报名" }).click();
  await family.getByText("找人替我").click();
  await family.getByText("和别人换").click();
  await lookWide(family, "pass-on");
  await family.getByRole("button", { name: "帮我问问" }).click();
  await family.getByText("有人答应就告诉您").waitFor();
  const day = await (await secretary()).request.get(`${story.house.url}/api/volunteer-days/public/thursday`);
  const { id } = ((await day.json()) as { day: { id: string } }).day;
  await go(await secretary(), `/volunteer-days/days/${id}`);
  await (await secretary()).getByRole("button", { name: "群里发的话" }).click();
  await (await secretary()).getByText("党群服务中心门口").last().waitFor();
  await look(await secretary(), "group-text");
});

const list = ["姓名,手机,小区,年龄段", "陈桂花,19900000041,和平苑,", "孙德旺,1990000,松涛园,", "赵小满,19900000043,月亮湾,"].join("\n");

test("a list from a spreadsheet says before what it would do and which cell is wrong, is brought in, and taken back as a whole", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days");
  await page.getByRole("link", { name: "10月8日（周四）" }).click();
  await page.locator("summary", { hasText: "导入名单" }).click();
  await page.getByLabel("选名单文件").setInputFiles({ name: "群接龙.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "先看看会怎样" }).click();
  await page.getByText("会报上 1 人").waitFor();
  await page.getByText("第 3 行 B 列").waitFor();
  await page.getByText("第 4 行 C 列：没有叫“月亮湾”的小区").waitFor();
  await page.locator("summary", { hasText: "逐行看" }).click();
  await lookWide(page, "import");
  await page.getByRole("button", { name: "就这样导入" }).click();
  await page.getByRole("button", { name: "没来 陈桂花" }).waitFor();
  await page.getByRole("button", { name: "整批撤回 群接龙.csv" }).click();
  await lookWide(page, "import-undo");
  await page.getByRole("dialog").getByRole("button", { name: "整批撤回" }).click();
  await page.getByText("已撤回").waitFor();
  await page.getByRole("button", { name: "没来 陈桂花" }).waitFor({ state: "detached" });
});

test("National Day waits for a decision, and one tap fills in the day before the holiday", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days");
  await page.getByRole("link", { name: "10月1日（周四）" }).click();
  await page.getByRole("link", { name: "改期或取消" }).click();
  await page.getByText("可以改到").waitFor();
  await lookWide(page, "change-holiday");
  await page.getByRole("button", { name: "9月30日（周三）" }).click();
  await page.getByRole("button", { name: "改好，通知报名的人" }).click();
  await page.getByRole("heading", { name: "扮靓周四 9月30日（周三）" }).waitFor();
});

const dayOn = async (page: Page, title: string, originalOn: string): Promise<string> => {
  const { series } = await ask(page, "GET", "volunteer-days/series");
  const { id } = series.find((one: { title: string }) => one.title === title);
  const { days } = await ask(page, "GET", `volunteer-days/series/${id}/rota`);
  return days.find((day: { originalOn: string }) => day.originalOn === originalOn).id;
};

test("at the desk places are changed and put back, and a place is given back for somebody who rang and taken back", async () => {
  const page = await secretary();
  const dayId = await dayOn(page, "扮靓周四", "2026-10-08");
  await ask(page, "POST", `volunteer-days/public/days/${dayId}/sign-ups`, { name: "唐秀兰", phone: "19900000051" });
  await go(page, `/volunteer-days/days/${dayId}`);
  await page.locator("summary", { hasText: "加减名额" }).first().click();
  await page.getByLabel("组员最多几人").first().fill("3");
  await lookWide(page, "capacity");
  await page.getByRole("button", { name: "改名额" }).first().click();
  await page.getByText("名额改好了").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: "取消报名 唐秀兰" }).click();
  await look(page, "desk-cancel");
  await page.getByRole("dialog").getByRole("button", { name: "取消报名" }).click();
  await page.getByText("唐秀兰的报名取消了").waitFor();
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByText("唐秀兰又报上了").waitFor();
});

test("who is signed in signs up with one tap at the address of one day, and takes it back with another", async () => {
  const page = await secretary();
  await go(page, `/volunteer-days/thursday/${await dayOn(page, "扮靓周四", "2026-10-22")}`);
  await page.getByText("10月22日（周四）").first().waitFor();
  await page.getByRole("button", { name: "王秀珍，一点就报上" }).waitFor();
  await lookWide(page, "one-tap");
  await page.getByRole("button", { name: "王秀珍，一点就报上" }).click();
  await page.getByRole("heading", { name: "报上了，到时见" }).waitFor();
  await lookWide(page, "one-tap-done");
  await page.getByRole("button", { name: "点错了，取消报名" }).click();
  await page.getByRole("button", { name: "王秀珍，一点就报上" }).waitFor();
});

test("a date is moved onto somebody's other place only after it was said who that is", async () => {
  const page = await secretary();
  const { series } = await ask(page, "GET", "volunteer-days/series");
  const { places } = await ask(page, "GET", "volunteer-days/places");
  const posts = [{ kind: "member", title: "陪伴", least: 1, most: 3, isAdultsOnly: false }];
  const times = { weekday: 3, startTime: "09:00", endTime: "11:00", fromOn: "2026-09-14", untilOn: "2026-10-28" };
  await ask(page, "POST", "volunteer-days/series", {
    title: "助老日",
    ...times,
    meetingPoint: "卫生站门口",
    sites: [{ placeId: places[0].id, work: "陪伴", posts }],
  });
  expect(series).toHaveLength(1);
  const [thursday, wednesday] = [await dayOn(page, "扮靓周四", "2026-10-15"), await dayOn(page, "助老日", "2026-10-14")];
  for (const id of [thursday, wednesday]) await ask(page, "POST", `volunteer-days/public/days/${id}/sign-ups`, { name: "唐秀兰", phone: "19900000051" });
  await go(page, `/volunteer-days/days/${wednesday}/change`);
  await page.getByLabel("改到哪天").fill("2026-10-15");
  await page.getByRole("button", { name: "改好，通知报名的人" }).click();
  await page.getByText("唐秀兰：扮靓周四 10月15日（周四）8:30–10:30").waitFor();
  await lookWide(page, "clash");
  await page.getByRole("dialog").getByRole("button", { name: "知道了，照样改" }).click();
  await page.getByRole("heading", { name: "助老日 10月15日（周四）" }).waitFor();
  await go(page, "/volunteer-days/thursday");
  await page
    .getByRole("link", { name: /扮靓周四|助老日/ })
    .first()
    .waitFor();
  await lookWide(page, "two-series");
});

test("whoever said yes to the rota pauses by their own link, is told what stays, and comes back", async () => {
  const page = await secretary();
  const { series } = await ask(page, "GET", "volunteer-days/series");
  const agreed = { ageBand: "adult", isReserve: false, knownSiteIds: [], mayLead: false };
  const { id } = series.find((one: { title: string }) => one.title === "扮靓周四");
  await ask(page, "POST", `volunteer-days/series/${id}/volunteers`, { ...agreed, name: "何志远", phone: "19900000007" });
  await phone.reload();
  await phone.locator("summary", { hasText: "暂停排班，或不再排班" }).click();
  await phone.getByLabel("暂停到哪天").fill("2026-10-31");
  await lookWide(phone, "own-rota");
  await phone.getByRole("button", { name: "暂停排班" }).click();
  await phone.getByText("排班暂停到 10月31日（周六）").waitFor();
  await lookWide(phone, "own-rota-paused");
  await phone.getByRole("button", { name: "我回来，可以排我" }).click();
  await phone.locator("summary", { hasText: "暂停排班，或不再排班" }).waitFor();
});

test("on the day they sign in, one leaves early, and the hours are written down once", async () => {
  await story.setTime("2026-09-17T08:30:00+08:00");
  const page = await secretary();
  await go(page, "/volunteer-days");
  await page.getByRole("link", { name: "9月17日（周四）" }).click();
  await page.getByRole("button", { name: "到 罗婷" }).waitFor();
  await page.getByRole("link", { name: "签到码" }).click();
  const digits = page.locator(".code-digits");
  await digits.waitFor();
  await lookWide(page, "code");
  const dayId = /days\/([\w-]+)\/code/.exec(page.url())![1]!;
  await go(waiting, `/volunteer-days/here/${dayId}/${(await digits.innerText()).trim()}`);
  await lookWide(waiting, "here");
  await waiting.getByRole("button", { name: "我到了" }).click();
  await waiting.getByText("记下了").waitFor();
  await page.getByRole("link", { name: "当天名单" }).click();
  await page.getByRole("button", { name: "离 罗婷" }).waitFor();
  for (const name of ["沈玉兰", "周海燕"]) {
    await page.getByRole("button", { name: `到 ${name}` }).click();
    await page.getByRole("button", { name: `改回 ${name}` }).waitFor();
  }
  await page.getByRole("button", { name: "没来 郑小满" }).click();
  await page.getByRole("button", { name: "改回 郑小满" }).waitFor();
  await story.setTime("2026-09-17T09:40:00+08:00");
  await page.getByRole("button", { name: "离 周海燕" }).click();
  await page.getByText("09:40 走").waitFor();
  await page.getByText("发现隐患，记一件事").first().click();
  await page.getByLabel("看到什么").first().fill("3 栋楼道电箱门开着");
  await page.getByRole("button", { name: "记成一件事" }).first().click();
  await page.getByRole("link", { name: /隐患 2026-\d{4}：3 栋楼道电箱门开着/ }).waitFor();
  await lookWide(page, "day-in");
  await story.setTime("2026-09-17T10:45:00+08:00");
  await page.reload();
  await page.locator("summary", { hasText: "表上没报名的，补一位" }).first().click();
  await page.getByLabel("姓名").first().fill("孙德旺");
  await page.getByLabel("走（几点走）").first().fill("９：30");
  await lookWide(page, "paper-walk-up");
  await page.getByRole("button", { name: "表上没报名的，补一位" }).first().click();
  await page.getByText("记下了：孙德旺").waitFor();
  await page.getByRole("button", { name: "登记工时" }).click();
  await look(page, "record-hours");
  await page.getByRole("dialog").getByRole("button", { name: "都登记，1 人按整场算" }).click();
  await page.getByText("70 分钟，已登记").waitFor();
  await go(page, "/volunteer-days/hours");
  await page.getByRole("heading", { name: "一共 8 小时 10 分" }).waitFor();
  await lookWide(page, "hours");
});

test("a wrong time is corrected beside what stood, and the certificate of hours is printed", async () => {
  const page = await secretary();
  await page.getByRole("button", { name: "更正 周海燕" }).click();
  await page.getByLabel("应该是几分钟").fill("80");
  await page.getByLabel("为什么更正").fill("签退表写的是 9:50");
  await look(page, "correct");
  await page.getByRole("dialog").getByRole("button", { name: "更正" }).click();
  await page.getByRole("heading", { name: "一共 8 小时 20 分" }).waitFor();
  await page.locator("summary", { hasText: "开时长证明" }).click();
  await page.getByLabel("给谁开").selectOption({ label: "周海燕" });
  await page.getByRole("button", { name: "开证明" }).click();
  await page.getByText("还在公示").first().waitFor();
  await story.setTime("2026-09-25T09:00:00+08:00");
  await secretary();
  await go(page, "/volunteer-days/hours");
  await page.locator("summary", { hasText: "开时长证明" }).click();
  await page.getByLabel("给谁开").selectOption({ label: "周海燕" });
  await page.getByRole("button", { name: "开证明" }).click();
  const print = page.getByRole("link", { name: "打印证明 2026-0001" });
  await lookWide(page, "certify");
  const paper = await (await page.request.get(new URL((await print.getAttribute("href"))!, story.house.url).href)).text();
  for (const words of ["周海燕", "1 小时 20 分", "本单位志愿服务记录"]) expect(paper).toContain(words);
  await go(page, "/volunteer-days/certificates");
  await page.getByText("没有要核对的证明").waitFor();
  await lookWide(page, "proof-none");
});

test("anybody sees how often each was on, by family names, before hours are certified", async () => {
  const anybody = (await story.guest({ width: 360, height: 720 })).page;
  await go(anybody, "/volunteer-days/turns");
  await anybody.getByText("沈＊＊").waitFor();
  await lookWide(anybody, "turns");
  const shown = await anybody.locator("main").innerText();
  expect(shown).not.toMatch(/沈玉兰|1990000/);
  expect(shown).toContain("不排名次");
});

test("what the rules ask for beside hours is kept by consent, and one training is written down", async () => {
  const page = await secretary();
  await go(page, "/volunteer-days/hours");
  await page.getByRole("link", { name: "周海燕的记录" }).first().click();
  await page.getByRole("button", { name: "记基本信息" }).click();
  await page.getByLabel("性别").selectOption("female");
  await page.getByLabel("身份证件号码").fill("999999199003070020");
  await page.getByLabel("本人哪天同意的").fill("2026-09-20");
  await lookWide(page, "basics");
  await page.getByRole("button", { name: "保存基本信息" }).click();
  await page.getByRole("button", { name: "看、改基本信息" }).waitFor();
  await page.locator("summary", { hasText: "记一条" }).click();
  await page.getByLabel("培训名称").fill("急救培训");
  await page.getByLabel("主要内容").fill("心肺复苏、止血包扎");
  await page.getByLabel("学习时长").fill("90");
  await page.getByLabel("举办单位").fill("街道红十字会");
  await page.getByRole("button", { name: "记下" }).click();
  await page.getByText("90 分钟").waitFor();
  await lookWide(page, "record");
});

test("no page broke its own policy and no error was left alone", () => {
  expect(story.troubles()).toEqual([]);
});
