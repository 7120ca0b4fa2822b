import type { ServedFile } from "./served-file.js";
import type { DoorPage, WebDoorFile } from "./web-door.js";

/** Everything a browser may load, made once at the start. */
export interface Doors {
  /** By address, "/_m/1a2b3c4d/preact.js". */
  readonly files: ReadonlyMap<string, ServedFile>;
  /** The enabled plugins' web doors, with full addresses. */
  readonly doors: readonly WebDoorFile[];
  readonly release: string;
  /** The shell's page, without what `pageFor` puts in. */
  readonly html: string;
  /** Address of the shell's own script. */
  readonly shell: string;
}

/** Whether an address is one of a pattern's: same number of parts, each equal or a param. */
function isAt(path: string, pattern: string): boolean {
  const [parts, wanted] = [path.split("/").filter(Boolean), pattern.split("/").filter(Boolean)];
  return parts.length === wanted.length && wanted.every((part, index) => part.startsWith(":") || part === parts[index]);
}
const countParams = ({ path }: DoorPage): number => path.split("/:").length - 1;

/** The page of a plugin at an address; literal addresses win over those with params. */
export function findPage({ doors }: Doors, path: string): { readonly door: WebDoorFile; readonly page: DoorPage } | undefined {
  const found = doors.flatMap((door) => door.pages.filter((page) => isAt(path, page.path)).map((page) => ({ door, page })));
  return found.sort((one, other) => countParams(one.page) - countParams(other.page))[0];
}

/** Addresses that are files: nothing else is ever answered there, least of all a page. */
export const isFileAddress = (path: string): boolean => /^\/(_m|_p|assets)(\/|$)/.test(path);
