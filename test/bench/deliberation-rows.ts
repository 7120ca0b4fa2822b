/** Where the rows of a made-up ledger lie and who leads them. */
export interface LedgerGround {
  readonly community: string;
  readonly grids: readonly string[];
  readonly organizations: readonly string[];
  readonly people: readonly string[];
  readonly today: string;
}
type Row = Record<string, unknown>;
type Filled = "commitments_part" | "commitments_commitment" | "commitments_line" | "commitments_entry" | "commitments_done";
export type LedgerRows = Readonly<Record<Filled, readonly Row[]>>;

const things = ["凉亭座椅", "化粪池清掏", "路灯", "挡土墙", "充电桩", "停车划线", "楼道扶手", "屋面渗水", "垃圾房", "排水沟"];
const acts = ["修理", "清理", "更换", "出方案", "验收", "加固"];
const days = 5 * 365;
const dayMs = 86_400_000;

/** The same numbers each run (a linear congruence), so that two runs measure the same ledger. */
function numbers(): (below: number) => number {
  let state = 20_261_126;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Of what is older than two months one in a hundred is still open; of the rest half. */
function stateOf(age: number, below: (n: number) => number): string {
  if (age > 60 ? below(100) > 0 : below(2) === 0) return "closed";
  return ["confirmed", "in_progress", "in_progress", "submitted", "offered"][below(5)]!;
}
const phases: Readonly<Record<string, string>> = { closed: "done", confirmed: "todo", offered: "todo", in_progress: "track", submitted: "check" };

/** Parts, promises, lines and four events each, spread over five years; all of them closed out where `isClosed` says so. O(size). */
export function planLedger({ grids, organizations, people, today }: LedgerGround, size: number, { isClosed = false } = {}): LedgerRows {
  const below = numbers();
  const done = new Map<string, number>();
  const rows = { commitments_part: [] as Row[], commitments_commitment: [] as Row[], commitments_line: [] as Row[], commitments_entry: [] as Row[] };
  const day = (ago: number) => new Date(Date.parse(`${today}T00:00:00Z`) - ago * dayMs).toISOString().slice(0, 10);
  for (let i = 0; i < size; i++) {
    const age = days - Math.floor((i * days) / size);
    const [partId, commitmentId] = [`bench-part-${String(i).padStart(6, "0")}`, `bench-promise-${String(i).padStart(6, "0")}`];
    const state = isClosed ? "closed" : below(400) === 0 && age < 90 ? null : stateOf(age, below);
    const placePath = grids[below(grids.length)]!;
    const title = `${below(90) + 1} 栋${things[below(things.length)]!}${acts[below(acts.length)]!}`;
    const [organizationId, ownerId] = [organizations[below(organizations.length)]!, people[below(people.length)]!];
    const length = 10 + below(50);
    const [openedOn, soonOn, dueOn] = [day(age), day(age - Math.ceil((length * 4) / 5)), day(age - length)];
    const closedOn = state === "closed" ? day(Math.max(0, age - length + below(10))) : null;
    const at = `${openedOn}T02:00:00.000Z`;
    rows.commitments_part.push({
      ...{
        id: partId,
        placePath,
        sourceKind: "bench",
        sourceId: "b",
        sourceMeetingId: `m${Math.floor(i / 25)}`,
        sourceTitle: "交办会",
        title,
        standard: "办好",
      },
      ...{ openedOn, openedAt: at },
    });
    const held = { commitmentId, organizationId, ownerId, verifierId: null, soonOn, dueOn, closedOn };
    const free = { commitmentId: null, organizationId: null, ownerId: null, verifierId: null, soonOn: null, dueOn: null, closedOn: null };
    const line = { id: partId, placePath, title, meetingId: `m${Math.floor(i / 25)}`, movedOn: closedOn ?? openedOn };
    rows.commitments_line.push({ ...line, phase: state === null ? "gap" : phases[state]!, ...(state === null ? free : held) });
    if (state === "closed") done.set(placePath, (done.get(placePath) ?? 0) + 1);
    if (state === null) continue;
    rows.commitments_commitment.push({
      ...{ id: commitmentId, partId, placePath, origin: "assigned", ownerOrganizationId: organizationId, ownerId, startedOn: openedOn, dueOn, soonOn },
      ...{ round: 1, nextStep: null, nextStepOn: null, state, isActive: true, closedOn, createdAt: at },
    });
    for (const move of ["open", "assign", "progress", "remind"])
      rows.commitments_entry.push({ id: `${move}-${i}`, partId, commitmentId, move, at, note: move === "progress" ? "办了一半" : null });
  }
  return { ...rows, commitments_done: [...done].map(([placePath, count]) => ({ id: placePath, placePath, count })) };
}
