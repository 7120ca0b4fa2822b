export interface AgendaLine {
  readonly key: string;
  readonly matterId?: string;
  readonly partId?: string;
  readonly title: string;
  readonly minutes: number;
  readonly isTicked: boolean;
}

/** Lines offered for an agenda: unfinished promises come ticked first, then matters. */
export const offerLines = ({
  parts,
  matters,
}: {
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly matters: readonly { readonly id: string; readonly title: string }[];
}): AgendaLine[] => [
  ...parts.map(({ id, title }) => ({ key: id, partId: id, title, minutes: 10, isTicked: true })),
  ...matters.map(({ id, title }) => ({ key: id, matterId: id, title, minutes: 30, isTicked: false })),
];

export const changeLine = (lines: readonly AgendaLine[], key: string, changes: Partial<AgendaLine>): AgendaLine[] =>
  lines.map((line) => (line.key === key ? { ...line, ...changes } : line));

/** What is sent: the ticked lines in their order, and a free title of one's own last. */
export function agendaOf(lines: readonly AgendaLine[], ownTitle: string): { matterId?: string; partId?: string; title?: string; minutes: number }[] {
  const ticked = lines
    .filter(({ isTicked }) => isTicked)
    .map(({ matterId, partId, minutes }) => ({ minutes, ...(matterId ? { matterId } : {}), ...(partId ? { partId } : {}) }));
  return ownTitle.trim() ? [...ticked, { title: ownTitle.trim(), minutes: 15 }] : ticked;
}

export const countMinutes = (items: readonly { readonly minutes: number }[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);
