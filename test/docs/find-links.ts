import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const fence = /^(```|~~~)[\s\S]*?^\1/gm;
const link = /!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const isOutside = (target: string): boolean => /^[a-z][a-z+.-]*:/i.test(target);

/** How GitHub names a heading in an address: small letters, digits, hyphens, Chinese as it stands. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");

const anchorsIn = (text: string): Set<string> => new Set([...text.replace(fence, "").matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading]) => anchorOf(heading!)));

/** Links of a page to files of the repository, code blocks left out. */
export const linksIn = (text: string): string[] =>
  [...text.replace(fence, "").matchAll(link)].map(([, target]) => target!).filter((target) => !isOutside(target));

/** Links of a page that lead nowhere: no such file, or no such heading in it. */
export function findDeadLinks(page: string, root: string): string[] {
  const text = readFileSync(page, "utf8");
  return linksIn(text).filter((target) => {
    const [path, anchor] = target.split("#") as [string, string?];
    const file = path === "" ? page : path.startsWith("/") ? join(root, path) : resolve(dirname(page), decodeURI(path));
    if (!existsSync(file)) return true;
    return anchor !== undefined && file.endsWith(".md") && !anchorsIn(readFileSync(file, "utf8")).has(decodeURIComponent(anchor));
  });
}
