import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
const homes = ["packages", "packages/engine", "plugins", "apps", "examples"];
const read = (file: string): Manifest => JSON.parse(readFileSync(file, "utf8")) as Manifest;

/** Every package.json of ours, the root's first. */
export function findManifests(root: string): string[] {
  const folders = homes.filter((home) => existsSync(join(root, home))).flatMap((home) => readdirSync(join(root, home)).map((name) => join(root, home, name)));
  return [root, ...folders].map((folder) => join(folder, "package.json")).filter((file) => existsSync(file));
}

/** The licence of an installed package as its own package.json says it, seen from a folder of ours. Throws when it is not installed. */
function licenceOf(name: string, folder: string, root: string): string {
  const file = [folder, root].map((from) => join(from, "node_modules", name, "package.json")).find((path) => existsSync(path));
  if (!file) throw new Error(`${name} is not installed. Maybe run "npm ci".`);
  return read(file).license ?? "none stated";
}

/** Libraries of others that our packages name, with their licences, by name. */
export function findLicences(root: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of findManifests(root)) {
    const { dependencies, devDependencies, peerDependencies } = read(file);
    const named = Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).filter((name) => !name.startsWith("@lianxin/"));
    for (const name of named) found.set(name, licenceOf(name, dirname(file), root));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
