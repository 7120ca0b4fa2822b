import type { Level } from "../words.js";

/** One level up. */
export const higher: Readonly<Record<Level, Level>> = { green: "yellow", yellow: "red", red: "red" };
