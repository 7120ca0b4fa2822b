import { setTimeout } from "node:timers/promises";
import { makeSmallRoster, speedGoals } from "./goal-rows.js";
import { solvePairing } from "@lianxin/matching/integers";

/** Solves the instance named on the command line once and prints CPU milliseconds, objective and the most memory held. */
const id = process.argv[2];
const make = id === "roster-200" ? makeSmallRoster : speedGoals.find((goal) => goal.id === id)?.make;
if (make === undefined) throw new Error(`no instance called ${id ?? ""}`);
const problem = make();
// The garbage of making the instance is collected in the background; its CPU time is not the solver's.
await setTimeout(200);
const before = process.cpuUsage();
const answer = solvePairing(problem);
const { user, system } = process.cpuUsage(before);
const objective = answer.solved ? answer.objective : undefined;
process.stdout.write(JSON.stringify({ ms: (user + system) / 1000, objective, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
