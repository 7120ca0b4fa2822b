import { NodeHeap } from "./node-heap.js";
import type { PairingProblem } from "./pairing-problem.js";

/** A place nobody holds yet, and one that the outside (an unfilled place) holds. */
export const FREE = -1;
export const OUTSIDE = -2;
/** Where an auction gives up, and what a column without places asks. */
export const HIGHEST_PRICE = 2 ** 30;

/**
 * The places of all columns during an auction: each has its own price and holder; a column asks the price of its cheapest place.
 * Places above a column's minimum may be held by the outside, which bids like one more row that is indifferent between columns.
 */
export class AuctionPlaces {
  readonly start: Int32Array;
  readonly price: Int32Array;
  readonly holder: Int32Array;
  readonly holderRow: Int32Array;
  /** What each column asks: the price of its cheapest place. */
  readonly asked: Int32Array;
  /** How far each holder may be from its best choice. */
  readonly loss: Int32Array;
  /** Where that place is. */
  readonly cheapest: Int32Array;
  /** Places of each column held by the outside. */
  readonly outside: Int32Array;
  readonly waiting = new NodeHeap();

  /** `asked` are the prices to begin with, 0 if left out. */
  constructor(
    readonly problem: PairingProblem,
    asked?: Int32Array,
  ) {
    const { columns, columnMax } = problem;
    this.start = new Int32Array(columns + 1);
    for (let j = 0; j < columns; j++) this.start[j + 1] = this.start[j]! + columnMax[j]!;
    const places = this.start[columns]!;
    this.price = new Int32Array(places);
    this.holder = new Int32Array(places);
    this.holderRow = new Int32Array(places);
    this.loss = new Int32Array(places);
    this.cheapest = new Int32Array(columns);
    this.holder.fill(FREE);
    for (let j = 0; j < columns; j++) this.cheapest[j] = this.start[j]!;
    this.asked = columnMax.map((max, j) => (max === 0 ? HIGHEST_PRICE : (asked?.[j] ?? 0)));
    for (let j = 0; j < columns; j++) this.price.fill(this.asked[j]!, this.start[j], this.start[j + 1]);
    this.outside = new Int32Array(columns);
  }

  /** Starts a phase: holders within ε of their best choice stay, other places are freed. Returns how many places the outside does not hold. */
  reset(epsilon: number): number {
    const { start, asked } = this;
    let free = this.price.length;
    this.waiting.size = 0;
    for (let j = 0; j < this.problem.columns; j++) {
      for (let place = start[j]!; place < start[j + 1]!; place++) {
        if (this.holder[place] === OUTSIDE) free--;
        else if (this.holder[place] !== FREE && this.loss[place]! > epsilon) {
          this.holder[place] = FREE;
          this.price[place] = asked[j]!;
        }
      }
      this.enqueue(j);
    }
    return free;
  }

  /** Puts a new holder and price on a place of column j. */
  sell(place: number, j: number, price: number, holder: number, row: number): void {
    this.holder[place] = holder;
    this.holderRow[place] = row;
    this.reprice(place, j, price);
  }

  /** The outside sells no place below its level, whatever it paid; true if this place was below it and is now at it. */
  raiseOutside(place: number, j: number, level: number): boolean {
    const { step, columnMax } = this.problem;
    const worth = level + (step === undefined ? 0 : step[this.start[j]! + columnMax[j]! - this.outside[j]!]!);
    if (this.price[place]! >= worth) return false;
    this.reprice(place, j, worth);
    return true;
  }

  /** raiseOutside for every place the outside holds. */
  raiseAllOutside(level: number): void {
    for (let j = 0; j < this.problem.columns; j++) {
      if (this.outside[j] === 0) continue;
      for (let place = this.start[j]!; place < this.start[j + 1]!; place++) if (this.holder[place] === OUTSIDE) this.raiseOutside(place, j, level);
    }
  }

  private reprice(place: number, j: number, price: number): void {
    this.price[place] = price;
    const end = this.start[j + 1]!;
    let best = this.start[j]!;
    for (let k = best + 1; k < end; k++) if (this.price[k]! < this.price[best]!) best = k;
    this.cheapest[j] = best;
    this.asked[j] = this.price[best]!;
  }

  /** Lines column j up for the outside if it may still hold a place there. */
  enqueue(j: number): void {
    const key = this.outsideKey(j);
    if (key < Infinity) this.waiting.push(key, j);
  }

  /** What the outside pays for one more place of column j, less what the place costs when used; Infinity if it may hold no more. */
  outsideKey(j: number): number {
    const place = this.cheapestForOutside(j);
    return place < 0 ? Infinity : this.price[place]! - this.stepAt(j);
  }

  /** The step cost that falls away if the outside takes one more place of column j. */
  stepAt(j: number): number {
    const { step, columnMax } = this.problem;
    return step === undefined ? 0 : step[this.start[j]! + columnMax[j]! - this.outside[j]! - 1]!;
  }

  /** The cheapest place of column j that the outside does not hold, or −1 if it may hold no more. */
  cheapestForOutside(j: number): number {
    const { columnMin, columnMax } = this.problem;
    if (this.outside[j]! >= columnMax[j]! - columnMin[j]!) return -1;
    let best = -1;
    for (let k = this.start[j]!; k < this.start[j + 1]!; k++) {
      if (this.holder[k] !== OUTSIDE && (best < 0 || this.price[k]! < this.price[best]!)) best = k;
    }
    return best;
  }
}
