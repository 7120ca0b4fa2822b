import type { Browser, Page } from "playwright-core";
import { openBrowser, visitor, type Visitor, type Window } from "../open-browser.js";
import { openMailbox, startHouse, type House, type Mailbox } from "../start-house.js";

/** Everything story A1 is played in: the built server under its own clock, a mail server, a browser, and the people in it by name. */
export interface Story {
  readonly house: House;
  readonly mailbox: Mailbox;
  /** Somebody's window; who has not been here before, or for too long, signs in by the link mailed to them. The newcomer sets the house up instead. */
  as(name: string): Promise<Page>;
  /** The window of somebody without an account. */
  guest(window?: Window): Promise<Visitor>;
  /** Everybody's clock, the server's and the browser's. */
  setTime(moment: string): Promise<void>;
  /** What any page reported against its policy, and errors nobody caught. */
  troubles(): readonly string[];
  /** The pages of everybody, to be pictured when something goes wrong. */
  pages(): readonly Page[];
  close(): Promise<void>;
}

const mailOf: Readonly<Record<string, string>> = {
  王秀珍: "member01@example.org",
  李建平: "member02@example.org",
  陈国强: "member03@example.org",
  吴琴: "member04@example.org",
};

async function isSignedIn(page: Page, url: string): Promise<boolean> {
  const answer = await page.request.get(`${url}/api/session`);
  return answer.ok() && Boolean(((await answer.json()) as { account: unknown }).account);
}

const signInLink = /http\S+\/sign-in\/link\?token=\S+/;

/** The link in the letters that come after the first `before`: on a new day reminders may come first. */
async function linkTo(mailbox: Mailbox, mail: string, before: number): Promise<string> {
  for (let count = before + 1; ; count++) {
    const texts = (await mailbox.waitTo(mail, count)).slice(before).map(({ text }) => text ?? "");
    const found = texts.flatMap((text) => signInLink.exec(text)?.[0] ?? []).at(-1);
    if (found) return found;
    count = before + texts.length;
  }
}

/** Asks for a link, and opens the one that is mailed. */
async function signIn(page: Page, url: string, mailbox: Mailbox, mail: string): Promise<void> {
  const before = mailbox.to(mail).length;
  const headers = { "x-lianxin": "1", "content-type": "application/json" };
  await fetch(`${url}/api/sign-in/mail-link`, { method: "POST", headers, body: JSON.stringify({ mail }) });
  await page.goto(await linkTo(mailbox, mail, before));
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(`${url}/`);
  await page.locator("h1").waitFor();
}

async function openWindows(browser: Browser, at: string) {
  const [known, all] = [new Map<string, Visitor>(), [] as Visitor[]];
  let moment = at;
  const guest = async (window: Window = {}): Promise<Visitor> => {
    const opened = await visitor(browser, { at: moment, ...window });
    all.push(opened);
    return opened;
  };
  return {
    guest,
    known,
    async setTime(next: string) {
      moment = next;
      for (const one of known.values()) await one.setTime(next);
    },
    troubles: () => all.flatMap(({ troubles }) => troubles),
    pages: () => all.map(({ page }) => page).filter((page) => !page.isClosed()),
  };
}

/** Opens the house of the story at a moment; `more` are settings of this house beside its mail server. */
export async function openStory(at: string, more: Readonly<Record<string, string>> = {}): Promise<Story> {
  const mailbox = await openMailbox();
  const [house, browser] = await Promise.all([startHouse({ LIANXIN_SMTP: mailbox.url, REHEARSAL_AT: at, ...more }), openBrowser()]);
  const { guest, known, setTime, troubles, pages } = await openWindows(browser, at);
  return {
    ...{ house, mailbox, guest, troubles, pages },
    async as(name) {
      const opened = known.get(name) ?? (await guest());
      const isNewcomer = known.size === 0;
      known.set(name, opened);
      if (!isNewcomer && !(await isSignedIn(opened.page, house.url))) await signIn(opened.page, house.url, mailbox, mailOf[name]!);
      return opened.page;
    },
    async setTime(moment) {
      await house.setTime(moment);
      await setTime(moment);
      // A session is remembered for a second of the server's stopwatch, which knows nothing of the days that pass here.
      await new Promise((resolve) => setTimeout(resolve, 1100));
    },
    async close() {
      await browser.close();
      await house.stop();
      await mailbox.close();
    },
  };
}
