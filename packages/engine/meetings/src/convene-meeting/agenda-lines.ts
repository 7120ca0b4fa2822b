import { mostItems } from "../words.js";

export interface AgendaLine {
  readonly key: string;
  readonly matterId?: string;
  readonly partId?: string;
  readonly title: string;
  readonly minutes: number;
  readonly isTicked: boolean;
  /** Does it stand under the last line before it that stands for itself? */
  readonly isUnder: boolean;
}

interface Offered {
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly matters: readonly { readonly id: string; readonly title: string }[];
}

/** Lines offered for an agenda: unfinished promises come ticked first, as many as one agenda takes, then matters; the matter one came for is ticked. */
export function offerLines({ parts, matters }: Offered, cameFor?: string): AgendaLine[] {
  const room = mostItems - (matters.some(({ id }) => id === cameFor) ? 1 : 0);
  return [
    ...parts.map(({ id, title }, at) => ({ key: id, partId: id, title, minutes: 10, isTicked: at < room, isUnder: false })),
    ...matters.map(({ id, title }) => ({ key: id, matterId: id, title, minutes: 30, isTicked: id === cameFor, isUnder: false })),
  ];
}

interface Taken {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly matterId: string | null;
  readonly partId: string | null;
  readonly depth: number;
}

/** The lines of an agenda there is, ticked and in their order, then what else is offered. */
export function takeUpLines(items: readonly Taken[], offered: Offered): AgendaLine[] {
  const taken = new Set(items.flatMap(({ matterId, partId }) => [matterId, partId]));
  return [
    ...items.map(({ id, title, minutes, matterId, partId, depth }) => ({
      ...{ key: id, title, minutes, isTicked: true, isUnder: depth > 0 },
      ...(matterId && { matterId }),
      ...(partId && { partId }),
    })),
    ...offerLines(offered)
      .filter(({ key }) => !taken.has(key))
      .map((line) => ({ ...line, isTicked: false })),
  ];
}

export const changeLine = (lines: readonly AgendaLine[], key: string, changes: Partial<AgendaLine>): AgendaLine[] =>
  lines.map((line) => (line.key === key ? { ...line, ...changes } : line));

/** A line of one's own behind the others, ticked; a title that is there already changes nothing. */
export const addLine = (lines: readonly AgendaLine[], title: string): AgendaLine[] =>
  lines.some(({ key }) => key === `own ${title}`) ? [...lines] : [...lines, { key: `own ${title}`, title, minutes: 15, isTicked: true, isUnder: false }];

/** A line one place up or down; at an end it stays. */
export function moveLine(lines: readonly AgendaLine[], key: string, by: -1 | 1): AgendaLine[] {
  const at = lines.findIndex((line) => line.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= lines.length) return [...lines];
  const moved = [...lines];
  [moved[at], moved[to]] = [lines[to]!, lines[at]!];
  return moved;
}

/** May a line stand under another: is there a ticked one before it? */
export const mayGoUnder = (lines: readonly AgendaLine[], key: string): boolean =>
  lines
    .slice(
      0,
      Math.max(
        0,
        lines.findIndex((line) => line.key === key),
      ),
    )
    .some(({ isTicked }) => isTicked);

export interface SentLine {
  readonly matterId?: string;
  readonly partId?: string;
  readonly title?: string;
  readonly minutes: number;
  /** The index, in what is sent, of the line it stands under. */
  readonly under?: number;
}

/** What is sent: the ticked lines in their order, those under another with its index, and a free title of one's own last. */
export function agendaOf(lines: readonly AgendaLine[], ownTitle: string): SentLine[] {
  const sent: SentLine[] = [];
  let top: number | undefined;
  for (const { matterId, partId, title, minutes, isTicked, isUnder } of lines) {
    if (!isTicked) continue;
    if (!isUnder) top = sent.length;
    const named = matterId ? { matterId } : partId ? { partId } : { title };
    sent.push({ ...named, minutes, ...(isUnder && top !== undefined && { under: top }) });
  }
  return ownTitle.trim() ? [...sent, { title: ownTitle.trim(), minutes: 15 }] : sent;
}

export const countMinutes = (items: readonly { readonly minutes: number }[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);
