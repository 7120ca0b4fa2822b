import { SchedulingError } from "../scheduling-error.js";
import type { PlanModel } from "./plan-model.js";

function overlap(model: PlanModel, a: number, b: number): boolean {
  return model.pin[a]! < model.pin[b]! + model.length[b]! && model.pin[b]! < model.pin[a]! + model.length[a]!;
}

function collide(model: PlanModel, a: number, b: number): boolean {
  const venue = model.meetings[a]!.pinned?.venue;
  return model.pairs.required[a * model.n + b] !== 0 || (venue !== undefined && venue === model.meetings[b]!.pinned?.venue);
}

/** Throws `overlapping-pins` when two pinned meetings take the same room, or someone both require, at once. O(pins²). */
export function checkPins(model: PlanModel): void {
  const pinned = [...model.pin.keys()].filter((m) => model.pin[m]! >= 0);
  for (const [i, a] of pinned.entries())
    for (const b of pinned.slice(i + 1))
      if (overlap(model, a, b) && collide(model, a, b))
        throw new SchedulingError("overlapping-pins", model.meetings[a]!.id, { other: model.meetings[b]!.id, start: model.meetings[b]!.pinned!.start });
}
