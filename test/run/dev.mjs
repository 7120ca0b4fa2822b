import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (program) => `${root}node_modules/.bin/${program}`;
const server = `http://127.0.0.1:${process.env.PORT ?? "8787"}`;
const colour = { server: 36, pages: 35 };
const label = (name) => (process.stdout.isTTY ? `\u001b[${colour[name]}m${name.padEnd(6)}\u001b[0m` : name.padEnd(6));
const running = new Set();
let isStopping = false;

const say = (name, line) => console.log(`${label(name)} │ ${line}`);

/** Starts a program in a process group of its own, so that what it starts ends with it; `hear` gets each line it prints. */
function start(program, args, { folder = ".", env = {}, hear }) {
  const child = spawn(bin(program), args, {
    cwd: `${root}${folder}`,
    env: { ...process.env, NX_DAEMON: "false", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", hear);
  running.add(child);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    }),
  );
}

/** The server hands out the built pages too and does not start without them; Vite then shows the sources. What the build prints matters only when it fails. */
async function buildPages() {
  const lines = [];
  say("pages", "building what has changed …");
  const code = await start("nx", ["run-many", "-t", "web", "--outputStyle=static"], { hear: (line) => lines.push(line) });
  if (code !== 0 && !isStopping) for (const line of [...lines, "Some pages could not be built (see above); those built before are used."]) say("pages", line);
}

function stopAll() {
  isStopping = true;
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      running.delete(child);
    }
  }
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stopAll);

async function main() {
  await buildPages();
  if (isStopping) return 1;
  const ended = await Promise.race([
    start("tsx", ["watch", "--clear-screen=false", "--conditions=@lianxin/source", "apps/cli/src/main.ts", "serve"], { hear: (line) => say("server", line) }),
    start("vite", ["--clearScreen", "false"], { folder: "apps/web", env: { LIANXIN_SERVER: server }, hear: (line) => say("pages", line) }),
  ]);
  stopAll();
  return ended;
}

process.exitCode = await main();
