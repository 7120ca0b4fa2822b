import type { LaneHandle, SetWork, Work } from "./lane.js";

/** A piece of work in the queue, alone or with others of its name. */
export interface Waiting {
  /** Work under the same name is handled together. */
  readonly name?: string;
  readonly size: number;
  /** Keys of the answers it will ask for. */
  readonly keys: readonly string[];
  run(handle: LaneHandle): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** The same work, item by item: what is replayed after a set or a batch was lost. */
  parts(): readonly Waiting[];
}

export function waitingFor<T>(work: Work<T>, keys: readonly string[] = []): { waiting: Waiting; answer: Promise<T> } {
  let waiting!: Waiting;
  const answer = new Promise<T>((resolve, reject) => {
    waiting = { size: 1, keys, run: work, resolve: (value) => resolve(value as T), reject, parts: () => [waiting] };
  });
  return { waiting, answer };
}

interface Item<I, T> {
  readonly item: I;
  readonly keys: readonly string[];
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Items that arrived under one name and wait for the same set-based work. */
export class WaitingSet<I, T> implements Waiting {
  constructor(
    readonly name: string,
    private readonly work: SetWork<I, T>,
    private readonly items: Item<I, T>[] = [],
  ) {}

  get size(): number {
    return this.items.length;
  }

  get keys(): readonly string[] {
    return this.items.flatMap(({ keys }) => keys);
  }

  add(item: I, keys: readonly string[] = []): Promise<T> {
    return new Promise<T>((resolve, reject) => this.items.push({ item, keys, resolve, reject }));
  }

  run = (handle: LaneHandle): Promise<unknown> =>
    this.work(
      handle,
      this.items.map(({ item }) => item),
    );

  resolve(answers: unknown): void {
    const list = answers as readonly (T | Error)[];
    this.items.forEach(({ resolve, reject }, i) => {
      const answer = list[i];
      if (answer instanceof Error) reject(answer);
      else resolve(answer as T);
    });
  }

  reject(error: unknown): void {
    for (const { reject } of this.items) reject(error);
  }

  parts(): readonly Waiting[] {
    return this.items.length === 1 ? [this] : this.items.map((item) => new WaitingSet(this.name, this.work, [item]));
  }
}
