/** One remark as it is sent. */
export interface WrittenRemark {
  readonly title: string;
  /** What of the line did not fit into the title. */
  readonly detail?: string;
  readonly answer?: string;
}
const longest = 100;
/** "3." and "3、" number a line unless a digit follows: "3.5 吨" is a weight, "3、5 号楼" are two houses. */
const listNumber = /^\s*(?:[（(]?\d{1,3}[)）]|\d{1,3}(?:[.．](?!\d)|、(?!\s*\d)))\s*/;
/** Only where a sentence ends or a space stands before it: "都回答：没有钱" is what somebody said. */
const mark = /(?:^|\s|(?<=[。．；;！!？?…]))(?:当场答复|答复|答)[:：]/;

/** A line longer than a title, cut behind the last sentence or clause that fits; hard where none does. Every character is in one of the two. */
function fitTitle(said: string): { title: string; detail?: string } {
  const letters = [...said];
  if (letters.length <= longest) return { title: said };
  const clause = letters.slice(0, longest).findLastIndex((letter) => "。；！？，".includes(letter)) + 1;
  const end = clause > 0 ? clause : longest;
  const [title, detail] = [letters.slice(0, end).join("").trim(), letters.slice(end).join("").trim()];
  return { title, ...(detail !== "" && { detail }) };
}

function readLine(line: string): WrittenRemark {
  const found = mark.exec(line);
  const said = (found ? line.slice(0, found.index) : line).trim();
  const answer = found ? line.slice(found.index + found[0].length).trim() : "";
  return { ...fitTitle(said), ...(answer !== "" && { answer }) };
}

/**
 * Remarks as they were written down, one a line; what follows "答：" after a space or the end of a sentence was answered on the spot. Numbers before
 * a line ("3." "（3）") are left out; what a title of 100 characters does not hold is the detail. O(length).
 */
export const readRemarks = (written: string): WrittenRemark[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.replace(listNumber, "").trim())
    .filter((line) => line !== "")
    .map(readLine)
    .filter(({ title }) => title !== "");
