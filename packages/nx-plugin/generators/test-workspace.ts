import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const repository = join(import.meta.dirname, "../../..");
const copied = [
  "package.json",
  "nx.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "vitest.config.ts",
  ".prettierrc.json",
  ".prettierignore",
  ".gitignore",
  "apps/server",
  "docs/adr",
];
const linked = ["packages", "examples", "apps/cli", "apps/web", "test"];

/** A copy of this workspace to generate into: what generators change is copied, all else is linked. */
export interface TestWorkspace {
  readonly root: string;
  /** Runs one of the installed programs there; gives what it printed, throws with it when it fails. */
  run(program: string, args: readonly string[], folder?: string): Promise<string>;
  remove(): void;
}

/** A run of vitest inside a run of vitest must not take itself for a worker of the outer one. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|TEST$)/.test(name))),
  NX_DAEMON: "false",
  NO_COLOR: "1",
});

function linkModules(root: string): void {
  const modules = join(repository, "node_modules");
  mkdirSync(join(root, "node_modules/@lianxin"), { recursive: true });
  for (const name of readdirSync(modules)) if (name !== "@lianxin" && name !== ".cache") symlinkSync(join(modules, name), join(root, "node_modules", name));
  for (const name of readdirSync(join(modules, "@lianxin")))
    symlinkSync(realpathSync(join(modules, "@lianxin", name)), join(root, "node_modules/@lianxin", name));
}

export function aWorkspace(): TestWorkspace {
  const root = mkdtempSync(join(tmpdir(), "lianxin-workspace-"));
  for (const folder of ["plugins", "apps", "docs"]) mkdirSync(join(root, folder));
  for (const path of copied) cpSync(join(repository, path), join(root, path), { recursive: true });
  for (const path of linked) symlinkSync(join(repository, path), join(root, path));
  linkModules(root);
  return {
    root,
    async run(program, args, folder = ".") {
      const child = promisify(execFile)(join(root, "node_modules/.bin", program), args, {
        cwd: join(root, folder),
        env: environment(),
        maxBuffer: 16 * 1024 * 1024,
      });
      const { stdout } = await child.catch((error: { stdout?: string; stderr?: string }) => {
        throw new Error(`${program} ${args.join(" ")} failed:\n${error.stdout ?? ""}\n${error.stderr ?? ""}`);
      });
      return stdout;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
