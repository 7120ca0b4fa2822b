import { flatten, shorten } from "./count-characters.js";

/** What is pasted into a neighbours' group. */
export interface GroupTextPaper {
  readonly community: string;
  /** `会议通知`. */
  readonly title: string;
  readonly time: string;
  readonly place: string;
  readonly matters: readonly string[];
  /** What there is to read beforehand, each with where it lies: `预算表（社区办公室）`. */
  readonly materials?: readonly string[];
  /** Who takes part; who may listen. */
  readonly audience?: string;
  readonly contact: string;
  readonly url?: string;
}

/** A text that a group shows without folding. */
export const groupTextLimit = 500;

/**
 * The text to paste in a group: 【社区名】 first, one fact a line, at most 500 characters. Matters that do not fit are counted (`另有 3 项议题`);
 * time, place and contact always stay, each at most 80 characters, and an address of up to 160, as whoever cannot open it cannot come: who takes part gives
 * way to it.
 */
export function writeGroupText(paper: GroupTextPaper): string {
  const fit = (text: string) => shorten(flatten(text), 80);
  const head = [`【${shorten(flatten(paper.community), 30)}】${shorten(flatten(paper.title), 40)}`, `时间：${fit(paper.time)}`, `地点：${fit(paper.place)}`];
  const audience = paper.audience ? [`参加：${fit(paper.audience)}`] : [];
  const fixed = [paper.contact && `联系：${fit(paper.contact)}`, paper.url && fitsWhole(paper.url) && `详情：${flatten(paper.url)}`].filter(
    (line) => typeof line === "string" && line !== "",
  );
  const sizeOf = (lines: readonly (string | undefined | false)[]) => [...head, ...lines].join("\n").length;
  const tail = sizeOf([...audience, ...fixed]) <= groupTextLimit ? [...audience, ...fixed] : fixed;
  const room = groupTextLimit - sizeOf(tail) - 1;
  const reading = (paper.materials ?? []).length > 0 ? `材料：${fit(paper.materials!.join("；"))}` : "";
  const readings = reading !== "" && reading.length + 1 <= room ? [reading] : [];
  const left = readings.length > 0 ? room - reading.length - 1 : room;
  return [...head, ...listMatters(paper.matters, left), ...readings, ...tail].join("\n");
}

// A cut address leads nowhere, so a long one is left out.
const fitsWhole = (url: string) => flatten(url).length <= 160;

function listMatters(matters: readonly string[], room: number): string[] {
  const lines = matters.map((matter, index) => `${matters.length > 1 ? `议题${index + 1}` : "议题"}：${shorten(flatten(matter), 60)}`);
  const size = (kept: readonly string[]) => kept.reduce((sum, line) => sum + line.length + 1, 0);
  if (size(lines) <= room) return lines;
  let count = lines.length;
  const told = () => [...lines.slice(0, count), `另有 ${lines.length - count} 项议题`];
  while (count > 0 && size(told()) > room) count--;
  return size(told()) <= room ? told() : [];
}
