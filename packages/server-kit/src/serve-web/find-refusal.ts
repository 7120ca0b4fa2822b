import { Refusal } from "../start-plugins/refusal.js";

type Versions = Readonly<Record<string, string>>;
const major = (version: string): number => Number(version.split(".")[0]);
const minor = (version: string): number => Number(version.split(".")[1]);
/** Before 1.0 a minor is what a major is after it: the part that may break. */
const compatible = (version: string): string => (major(version) === 0 ? `0.${minor(version)}` : String(major(version)));

/**
 * Why a door cannot be shown with the shared modules of this server: a module it does not share, another major (before 1.0: another
 * minor), or a newer minor than here. Nothing when all fit.
 */
export function findRefusal(builtWith: Versions, plugin: string, here: Versions): Refusal | undefined {
  for (const [module, built] of Object.entries(builtWith)) {
    const shared = here[module];
    if (!shared)
      return new Refusal(
        `${plugin} was built with ${module} ${built}, which this server does not share.`,
        "the plugin is for another major version of Lianxin.",
      );
    if (compatible(built) !== compatible(shared))
      return new Refusal(
        `${plugin} was built with ${module} ${built}, but this server shares ${shared}.`,
        `install the version of ${plugin} that was built for ${module} ${compatible(shared)}.`,
      );
    if (minor(built) > minor(shared))
      return new Refusal(`${plugin} was built with ${module} ${built}, which is newer than this server's ${shared}.`, "update Lianxin first.");
  }
  return undefined;
}
