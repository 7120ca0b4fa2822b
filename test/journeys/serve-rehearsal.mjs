import { config, start } from "@lianxin/server";
import { clockFrom, idMaker, systemPorts } from "@lianxin/server-kit";

/** The built server under a clock that its parent process sets: it begins at REHEARSAL_AT, runs on, and jumps to each moment it is sent. */
const system = systemPorts(config.zone);
let set = { moment: Date.parse(process.env.REHEARSAL_AT), elapsed: system.stopwatch.elapsed() };
process.on("message", ({ moment }) => {
  set = { moment: Date.parse(moment), elapsed: system.stopwatch.elapsed() };
  process.send({ moment });
});

const clock = clockFrom(() => set.moment + system.stopwatch.elapsed() - set.elapsed, config.zone);
const server = await start(process.env, process.cwd(), { ports: { ...system, clock, newId: idMaker(clock, system.random) } });
console.log(server.setUpLink);
process.once("SIGTERM", () => void server.stop().then(() => process.exit(0)));
