import { createHash } from "node:crypto";
import { hideNumbers, takeOutOfPage } from "@lianxin/documents";
import { takenOut, takeOutWords } from "@lianxin/plugin-kit";
import type { MeetingsContext } from "../plugin.js";
import { noticeContent } from "../publish-minutes/notice.repository.js";
import type { NoticeRow } from "./read-kept.js";

/** Words as a page shows them: as they are, and with their numbers hidden. */
const clean = (page: string, words: string): string =>
  [...new Set([words, hideNumbers(words)])].reduce((text, one) => takeOutOfPage(text, one, takenOut), page);

/** A notice with the words taken out of its page, with the hash of what is left; nothing when they do not stand on it. */
export function cleanNotice(notice: NoticeRow, words: string): NoticeRow | undefined {
  const [title, endReason, page] = [takeOutWords(notice.title, words), takeOutWords(notice.endReason, words), clean(notice.page, words)];
  if (title === notice.title && endReason === notice.endReason && page === notice.page) return undefined;
  return { ...notice, title, endReason, page, hash: createHash("sha256").update(page).digest("hex") };
}

export async function keepNotice({ db, reprove }: MeetingsContext, notice: NoticeRow): Promise<void> {
  const { id, title, endReason, page, hash } = notice;
  await db.updateTable("meetings_public_notice").set({ title, endReason, page, hash }).where("id", "=", id).execute();
  await reprove("postNotice", id, noticeContent(notice));
}
