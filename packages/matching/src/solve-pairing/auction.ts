import { AuctionPlaces, FREE, HIGHEST_PRICE, OUTSIDE } from "./auction-places.js";
import type { PairingProblem } from "./pairing-problem.js";
import { NEVER, RowOffers } from "./row-offers.js";

/**
 * Forward auction with ε-scaling for a pairing with intervals (similar objects, Bertsekas & Castañón 1989; transportation form 1989; ε-scaling 1979).
 *
 * Rows bid for the places they want most; the price of a place rises by at least ε per bid, so that every holder is within ε of its best choice.
 * The outcome is a start for the exact finish, not a result: after the last phase used pairs are within ε of optimal. Bids are limited, and prices
 * stay below 2³⁰; on an infeasible problem the auction gives up and leaves the verdict to the finish. O(n m log(n C)) worst case.
 */
export class Auction {
  readonly places: AuctionPlaces;
  readonly used: Uint8Array;
  /** The outside's price level: what an unfilled place is worth. */
  level = 0;
  private readonly held: Int32Array;
  private readonly target: Int32Array;
  private readonly queue: Int32Array;
  private readonly queued: Uint8Array;
  private queueSize = 0;
  private unplaced = 0;
  private bidsLeft = 0;
  private epsilon = 1;
  private readonly offers: RowOffers;

  constructor(
    private readonly problem: PairingProblem,
    private readonly range: number,
    asked?: Int32Array,
  ) {
    this.places = new AuctionPlaces(problem, asked);
    this.used = new Uint8Array(problem.column.length);
    this.held = new Int32Array(problem.rows);
    this.target = new Int32Array(problem.rows);
    this.queue = new Int32Array(problem.rows);
    this.queued = new Uint8Array(problem.rows);
    this.offers = new RowOffers(problem, this.places.asked, this.used);
  }

  /** One phase at a given ε; false if it gave up. */
  runPhase(epsilon: number, bids: number): boolean {
    this.epsilon = epsilon;
    this.bidsLeft = bids;
    this.reset();
    this.placeOutside();
    while (this.queueSize > 0 && this.bidsLeft > 0) {
      this.bidInTurn();
      if (this.unplaced > 0) this.placeOutside();
    }
    this.places.raiseAllOutside(this.level);
    return this.isDone;
  }

  /** Whether every row has what it asked for, or has resigned; false after a phase that gave up. */
  get isDone(): boolean {
    return this.queueSize === 0;
  }

  /** At least one bid, then more until the outside has its turn. */
  private bidInTurn(): void {
    do {
      const i = this.queue[--this.queueSize]!;
      this.queued[i] = 0;
      this.bid(i);
    } while (this.queueSize > 0 && this.bidsLeft > 0 && this.unplaced === 0);
  }

  private reset(): void {
    const { rows, rowMax } = this.problem;
    const { holder, holderRow } = this.places;
    this.unplaced = this.places.reset(this.epsilon);
    this.used.fill(0);
    this.held.fill(0);
    for (let place = 0; place < holder.length; place++) {
      if (holder[place]! < 0) continue;
      this.used[holder[place]!] = 1;
      this.held[holderRow[place]!]!++;
    }
    this.target.set(rowMax);
    this.queueSize = 0;
    for (let i = rows - 1; i >= 0; i--) {
      this.unplaced -= rowMax[i]!;
      this.queued[i] = 0;
      if (rowMax[i]! > this.held[i]!) this.enqueue(i);
    }
  }

  private enqueue(i: number): void {
    if (this.queued[i] === 1) return;
    this.queued[i] = 1;
    this.queue[this.queueSize++] = i;
  }

  private bid(i: number): void {
    const want = this.target[i]! - this.held[i]!;
    this.bidsLeft -= want;
    if (this.problem.rowMax[i] === 1 && this.problem.rowMin[i] === 1) this.bidOne(i);
    else this.bidMany(i, want);
  }

  /** One place for a row that takes just one. Written out in one piece, as a first call is mostly compiling, and small parts are compiled many times over. */
  private bidOne(i: number): void {
    const { start, column, cost, columnMax } = this.problem;
    const { asked, cheapest, price, holder, holderRow, loss, start: placeStart } = this.places;
    const { used, held } = this;
    let best = NEVER;
    let second = NEVER;
    let edge = -1;
    const end = start[i + 1]!;
    for (let e = start[i]!; e < end; e++) {
      const worth = (cost[e]! + asked[column[e]!]!) | 0;
      if (worth >= second) continue;
      if (worth < best) {
        second = best;
        best = worth;
        edge = e;
      } else second = worth;
    }
    if (edge < 0 || columnMax[column[edge]!] === 0) return this.resign(i, 1);
    const j = column[edge]!;
    const place = cheapest[j]!;
    const before = holder[place]!;
    if (before === OUTSIDE && this.places.raiseOutside(place, j, this.level)) return this.enqueue(i);
    const margin = Math.min(second - best, this.range);
    const bid = price[place]! + Math.max(margin, this.epsilon);
    if (bid > HIGHEST_PRICE) {
      this.bidsLeft = 0;
      return;
    }
    if (before >= 0) {
      const row = holderRow[place]!;
      used[before] = 0;
      held[row] = 0;
      this.enqueue(row);
    } else if (before === OUTSIDE) this.evictOutside(place, j);
    used[edge] = 1;
    held[i] = 1;
    loss[place] = Math.max(0, this.epsilon - margin);
    holder[place] = edge;
    holderRow[place] = i;
    price[place] = bid;
    const last = placeStart[j + 1]!;
    let least = placeStart[j]!;
    for (let k = least + 1; k < last; k++) if (price[k]! < price[least]!) least = k;
    cheapest[j] = least;
    asked[j] = price[least]!;
  }

  private bidMany(i: number, want: number): void {
    const { offers, level } = this;
    const count = offers.findBest(i, want + 1);
    if (count === 0) return this.resign(i, want);
    const must = this.problem.rowMin[i]! - this.held[i]!;
    let second = count > want ? offers.value[want]! : NEVER;
    const isOptional = this.problem.rowMax[i]! > this.problem.rowMin[i]!;
    if (isOptional && second > level) second = must > 0 ? Math.max(level, offers.value[Math.min(must, count) - 1]!) : level;
    const most = Math.min(want, count);
    let k = 0;
    for (; k < most && (k < must || offers.value[k]! < level); k++) this.take(offers.edge[k]!, i, Math.max(0, second - offers.value[k]!));
    this.resign(i, want - k);
  }

  private resign(i: number, units: number): void {
    this.target[i]! -= units;
    this.unplaced += units;
  }

  private take(e: number, i: number, lead: number): void {
    const { places } = this;
    const j = this.problem.column[e]!;
    if (this.problem.columnMax[j] === 0) return this.resign(i, 1);
    const margin = Math.min(lead, this.range);
    const place = places.cheapest[j]!;
    if (places.holder[place] === OUTSIDE && places.raiseOutside(place, j, this.level)) return this.enqueue(i);
    const price = places.price[place]! + Math.max(margin, this.epsilon);
    if (price > HIGHEST_PRICE) {
      this.bidsLeft = 0;
      return;
    }
    this.evict(place, j);
    this.used[e] = 1;
    this.held[i]!++;
    places.loss[place] = Math.max(0, this.epsilon - margin);
    places.sell(place, j, price, e, i);
  }

  private evict(place: number, j: number): void {
    const { places } = this;
    const holder = places.holder[place]!;
    if (holder === FREE) return;
    if (holder === OUTSIDE) return this.evictOutside(place, j);
    const row = places.holderRow[place]!;
    this.used[holder] = 0;
    this.held[row]!--;
    this.enqueue(row);
  }

  private evictOutside(place: number, j: number): void {
    this.places.outside[j]!--;
    this.places.holder[place] = FREE;
    this.unplaced++;
    this.places.enqueue(j);
  }

  private placeOutside(): void {
    const { waiting } = this.places;
    while (this.unplaced > 0 && waiting.size > 0 && this.bidsLeft > 0) {
      const key = waiting.least;
      const j = waiting.pop();
      const now = this.places.outsideKey(j);
      if (now === Infinity) continue;
      if (now > key) waiting.push(now, j);
      else this.placeOne(j, now);
    }
    if (waiting.size > 0) this.level = waiting.least;
  }

  private placeOne(j: number, key: number): void {
    const { places } = this;
    const next = places.waiting.size > 0 ? Math.max(key, places.waiting.least) : key + this.range;
    const place = places.cheapestForOutside(j);
    const price = places.price[place]! + (next - key) + this.epsilon;
    this.bidsLeft--;
    if (price > HIGHEST_PRICE) {
      this.bidsLeft = 0;
      return;
    }
    this.evict(place, j);
    places.outside[j]!++;
    places.loss[place] = 0;
    this.unplaced--;
    places.sell(place, j, price, OUTSIDE, -1);
    places.enqueue(j);
  }
}
