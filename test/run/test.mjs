import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

process.env.NX_DAEMON = "false";
const reports = mkdtempSync(join(tmpdir(), "lianxin-tests-"));
const totals = { passed: 0, failed: 0 };
const skipped = [];
const failures = [];

/** Each test has a database of its own; in memory their commits do not wait for a disk. Only where there is plenty of it. */
function memoryForFiles() {
  const folder = "/dev/shm";
  if (!existsSync(folder)) return {};
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > 4 * 2 ** 30 ? { TMPDIR: folder } : {};
}

const run = (command, args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("close", (code) => resolve(code === 0));
  });

async function step(name, work) {
  const started = performance.now();
  console.log(`\n— ${name}`);
  await work();
  console.log(`  ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** A check that either holds or does not: types, lint. */
const check = (name, ...command) =>
  step(name, async () => {
    const ok = await run("npx", ["--no-install", ...command]);
    totals[ok ? "passed" : "failed"] += 1;
    if (!ok) failures.push(`${name} does not hold`);
  });

/** The tests of a report that failed, each with the first line of its reason. */
const failuresOf = ({ testResults = [] }) =>
  testResults.flatMap(({ name: file, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const lines = failed.map(({ fullName, failureMessages }) => `${fullName}: ${(failureMessages[0] ?? "").split("\n")[0]}`);
    if (lines.length === 0 && message) lines.push(message.split("\n")[0]);
    return lines.map((line) => `${relative(process.cwd(), file)} — ${line}`);
  });

/** A run of vitest, counted test by test. */
const suite = (name, args, env) =>
  step(name, async () => {
    const file = join(reports, `${name.replace(/\W+/g, "-")}.json`);
    const ok = await run("npx", ["--no-install", "vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`, ...args], env);
    const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = report;
    failures.push(...failuresOf(report).map((line) => `${name}: ${line}`));
    if (!ok && numFailedTests === 0) failures.push(`${name}: the run ended badly although no test failed (${existsSync(file) ? "see above" : "no report"})`);
    totals.passed += numPassedTests;
    totals.failed += numFailedTests + (ok || numFailedTests > 0 ? 0 : 1);
    if (numPendingTests > 0) skipped.push(`${name}: ${numPendingTests} tests say themselves why they are skipped`);
  });

const chromium = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
const hasPostgres = existsSync("/usr/lib/postgresql");
const onDatabase = ["packages/server-kit", "packages/engine", "packages/testing", "plugins", "examples"].filter((folder) => existsSync(folder));

await check("types", "tsc", "-p", "test/tsconfig.json");
await step("lint", async () => {
  const ok = await run("npm", ["run", "lint", "--silent"]);
  totals[ok ? "passed" : "failed"] += 1;
  if (!ok) failures.push("lint does not hold");
});
await check("nothing unused", "knip");
await suite("SQLite", ["--project", "node", "--project", "pages"], memoryForFiles());
if (hasPostgres) await suite("PostgreSQL", ["--project", "node", ...onDatabase], { ...memoryForFiles(), LIANXIN_TEST_DB: "postgres" });
else skipped.push("PostgreSQL: no server program is installed (Debian: postgresql); the suite ran on SQLite alone");
await step("build", async () => {
  const ok = await run("npm", ["run", "build", "--silent"]);
  totals[ok ? "passed" : "failed"] += 1;
  if (!ok) failures.push("the build fails");
});
if (chromium) await suite("journeys", ["--config", "test/journeys/vitest.config.ts"], { CHROMIUM: chromium });
else skipped.push("journeys: no Chromium is installed (Debian: chromium fonts-noto-cjk)");
if (chromium && !process.env.LIANXIN_FULL)
  skipped.push("sweeps (the directory at every width, a stop, a plan in a thread, a month of plans): npm run test:full runs them");

rmSync(reports, { recursive: true, force: true });
for (const line of failures) console.log(`failed — ${line}`);
for (const line of skipped) console.log(`skipped — ${line}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
