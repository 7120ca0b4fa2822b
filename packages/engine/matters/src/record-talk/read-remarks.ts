/** One remark as it is sent. */
export interface WrittenRemark {
  readonly title: string;
  readonly answer?: string;
}
const mark = /\s*(?:答复?|当场答复)[:：]\s*/;

/**
 * Remarks as they were written down, one a line; what follows "答：" was answered on the spot. Numbers before a line ("3." "（3）") are left out, a
 * line longer than 100 characters is cut at its end. O(length).
 */
export const readRemarks = (written: string): WrittenRemark[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[（(]?\d{1,3}[)）.．、]\s*/, "").trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [title = "", ...answer] = line.split(mark);
      return {
        title: [...title.trim()].slice(0, 100).join(""),
        ...(answer.length > 0 && answer.join("答：").trim() !== "" && { answer: answer.join("答：").trim() }),
      };
    })
    .filter(({ title }) => title !== "");
