import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Story } from "../story-a1/story.js";
import { ask, askUntil } from "./ask.js";

const answers = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: false };
export interface Ground {
  readonly placeId: string;
  readonly organizationId: string;
  readonly secretary: string;
  readonly owner: string;
  readonly seriesId: string;
}

/** The first start with the example community; story A1 looks at its pages. */
export async function fillHouse(story: Story): Promise<void> {
  const page = await story.as("王秀珍");
  await page.goto(story.house.setUpLink);
  await page.getByLabel("社区").first().fill("光明路社区");
  await page.getByLabel("姓名").fill("王秀珍");
  await page.getByLabel("邮箱").fill("member01@example.org");
  await page.locator("form button[type=submit]").first().click();
  await page.getByRole("button", { name: "装入示例社区" }).click();
  await page.waitForURL(`${story.house.url}/`, { timeout: 90_000 });
}

async function findPerson(page: Page, name: string): Promise<string> {
  const { people } = await ask(page, "GET", `directory/people?search=${encodeURIComponent(name)}`);
  return people[0].id;
}

/** A body for assignment meetings with a seat each for the secretary and the bureau, which meets on the first Tuesday. */
export async function layGround(story: Story, fromOn = "2026-10-28"): Promise<Ground> {
  const page = await story.as("王秀珍");
  const { places } = await ask(page, "GET", "directory/places");
  const placeId = places.find(({ kind }: { kind: string }) => kind === "community").id;
  const { organizations } = await ask(page, "GET", "directory/organizations");
  const organizationId = organizations.find(({ name }: { name: string }) => name === "县住建局").id;
  const recorder = await findPerson(page, "李建平");
  await ask(page, "POST", `directory/people/${recorder}/roles`, { kind: "recorder", placeId, fromOn });
  const [secretary, owner] = [await findPerson(page, "王秀珍"), await findPerson(page, "刘工")];
  const parties = [
    { name: "组织部", seats: [{ personId: secretary, kind: "voting" }] },
    { name: "县住建局", organizationId, seats: [{ personId: owner, kind: "voting" }] },
  ];
  const { id } = await ask(page, "POST", "meetings/bodies", { placeId, name: "问题交办会", template: "assignment", heldThisYear: 10, parties });
  const rule = { on: { weekday: 2, nth: 1 }, shift: "sameWeekdayNextWeek" };
  const monthly = { title: "问题交办会", type: "assignment", rule, startsAt: "14:30", minutes: 120, placeText: "三楼会议室", fromOn };
  const series = await ask(page, "POST", `meetings/bodies/${id}/series`, monthly);
  return { placeId, organizationId, secretary, owner, seriesId: series.id };
}

/** Asks for a link as the secretary, and opens the one that is mailed. */
async function signIn({ house, mailbox }: Story, page: Page): Promise<void> {
  const mail = "member01@example.org";
  const links = () => mailbox.to(mail).flatMap(({ text }) => /http\S+\/sign-in\/link\?token=\S+/.exec(text ?? "")?.[0] ?? []);
  const before = links().length;
  await ask(page, "POST", "sign-in/mail-link", { mail });
  const found = await askUntil(
    async () => links(),
    ({ length }) => length > before,
  );
  await page.goto(found.at(-1)!);
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(`${house.url}/`);
}

/** So much time passes that the secretary is signed out and signs in again. */
export async function pass(story: Story, moment: string): Promise<void> {
  const page = await story.as("王秀珍");
  await story.setTime(`${moment}:00+08:00`);
  await signIn(story, page);
}

/** Lines that nobody leads, as the ledger has them now. */
const countGaps = async (page: Page): Promise<number> => (await ask(page, "GET", "commitments/ledger?filter=gap")).counts.gap;

/** Matters that the community cannot settle, reported upwards; each is a line of the ledger then. */
export async function escalate(page: Page, { placeId }: Ground, from: number, count: number): Promise<void> {
  const before = await countGaps(page);
  const raise = async (n: number) => {
    const { id } = await ask(page, "POST", "matters/matters", { title: `第 ${n} 件：污水管道`, placeId, reporter: "self" });
    await ask(page, "POST", `matters/matters/${id}/screenings`, { answers, outcome: "accepted" });
    await ask(page, "POST", `matters/matters/${id}/escalation`, { referTo: "问题交办会", reason: "社区办不了" });
  };
  await Promise.all(Array.from({ length: count }, (_, n) => raise(from + n)));
  await askUntil(
    () => countGaps(page),
    (gaps) => gaps === before + count,
  );
}

/** A command is known by a UUID of version 7. */
const commandId = (): string => randomUUID().replace(/^(.{14})./, (_, head: string) => `${head}7`);

/** Commands of a meeting, in one request. */
export async function send(page: Page, meetingId: string, at: string, commands: readonly object[]): Promise<any> {
  const sent = commands.map((command, sequence) => ({ id: commandId(), device: "desk", sequence, at: new Date(at).toISOString(), command }));
  return (await ask(page, "POST", `meetings/meetings/${meetingId}/commands`, { commands: sent })).room;
}

export const assign = ({ organizationId, owner, secretary }: Ground, partId: string) => ({
  ...{ kind: "claim", partId, origin: "assigned", ownerOrganizationId: organizationId, ownerId: owner, dueOn: "2026-12-31" },
  ...{ supportingOrganizationIds: [], standard: "接通，三户确认", verifierId: secretary },
});

/** The November list of 23 lines, all assigned in its meeting; five of them are reported by the bureau with the code of its slip and closed out by the 20th; who prints the slips is not who checks. */
export async function holdNovember(story: Story, ground: Ground): Promise<void> {
  const page = await story.as("王秀珍");
  await escalate(page, ground, 1, 23);
  await story.setTime("2026-10-28T17:00:00+08:00");
  const { id } = await ask(page, "POST", `meetings/series/${ground.seriesId}/dates/2026-11-03/meetings`);
  await ask(page, "POST", `meetings/meetings/${id}/publication`);
  const at = "2026-11-03T14:30:00+08:00";
  await pass(story, "2026-11-03T14:30");
  const { people, items } = await ask(page, "GET", `meetings/meetings/${id}/room`);
  await send(page, id, at, [...people.map((person: { id: string }) => ({ kind: "checkIn", inviteeId: person.id })), { kind: "open" }]);
  await send(
    page,
    id,
    at,
    items.map(({ partId }: { partId: string }) => assign(ground, partId)),
  );
  const { parts } = await send(page, id, at, [{ kind: "close" }]);
  await pass(story, "2026-11-20T10:00");
  const [bureau, grid] = [await story.guest(), await story.as("李建平")];
  await bureau.page.goto(story.house.url);
  for (const part of parts.slice(0, 5)) {
    const { line } = await ask(page, "GET", `commitments/parts/${part.id}`);
    const { code } = await ask(grid, "POST", `commitments/commitments/${line.commitmentId}/slips`);
    await ask(bureau.page, "POST", "commitments/public/slips", { code, act: "submit", words: "办好了" });
    await ask(page, "POST", `commitments/commitments/${line.commitmentId}/checks`, { isPassed: true, ways: [] });
    await ask(page, "POST", `commitments/commitments/${line.commitmentId}/close-out`);
  }
  await bureau.close();
}
