import { Refusal } from "../start-plugins/refusal.js";

interface Files {
  readonly js: readonly string[];
  readonly css: readonly string[];
}
export interface DoorPage extends Files {
  /** "/meetings/:id" */
  readonly path: string;
  readonly title: string;
  readonly nav?: unknown;
  readonly creates?: number;
  readonly setting?: number;
  readonly front?: number;
  readonly may?: string;
  readonly isPublic?: boolean;
  /** The same page without the shell, for who opens it by its address; absent in doors that were built before there were such pages. */
  readonly alone?: Files & { readonly asks: readonly string[] };
}
export interface DoorCard extends Files {
  readonly index: number;
  readonly on: string;
  readonly order: number;
}
export interface DoorFind extends Files {
  readonly index: number;
  readonly title: string;
  readonly order: number;
  readonly may?: string;
}
/** What the build of a plugin's pages wrote: door.json. */
export interface WebDoorFile {
  readonly id: string;
  readonly entry: string;
  readonly pages: readonly DoorPage[];
  readonly cards: readonly DoorCard[];
  /** Absent in doors that were built before there was a find box. */
  readonly finds?: readonly DoorFind[];
  readonly builtWith: Readonly<Record<string, string>>;
}

const isDoor = (value: unknown): value is WebDoorFile => {
  const door = value as Partial<WebDoorFile> | null;
  return (
    typeof door?.id === "string" &&
    typeof door.entry === "string" &&
    Array.isArray(door.pages) &&
    Array.isArray(door.cards) &&
    typeof door.builtWith === "object"
  );
};

/** Reads a door.json. Throws a `Refusal` that names the plugin when it is none. */
export function readDoor(text: string, plugin: string): WebDoorFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isDoor(value)) throw new Refusal(`The web door of ${plugin} is not a door.json of this version.`, `build it again with "npm run web" in its folder.`);
  return value;
}
