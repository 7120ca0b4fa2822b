const { execFileSync } = require("node:child_process");
const { existsSync, mkdirSync, symlinkSync } = require("node:fs");
const { join } = require("node:path");

/** Makes the package findable under its name, as npm does for a workspace. */
function linkFolder(root, name) {
  const scope = join(root, "node_modules/@lianxin");
  mkdirSync(scope, { recursive: true });
  if (!existsSync(join(scope, name))) symlinkSync(`../../plugins/${name}`, join(scope, name), "dir");
}

/** Writes the new package into package-lock.json, so that "npm ci" knows it; all it needs is locked already, so no network is asked. */
function lockPlugin(root, name) {
  try {
    execFileSync("npm", ["install", "--package-lock-only", "--offline", "--ignore-scripts"], { cwd: root, stdio: "pipe" });
  } catch {
    console.warn(`npm could not write ${name} into package-lock.json. Maybe run "npm install" once there is a network.`);
  }
}

/** Links the new package in node_modules and, unless `skipInstall`, locks it. */
function linkPlugin(root, name, { skipInstall }) {
  linkFolder(root, name);
  if (!skipInstall) lockPlugin(root, name);
}

module.exports = { linkPlugin };
