import type { ComponentType } from "preact";
import type { Found, WebDoor } from "@lianxin/plugin-kit/web";
import { language, loadTexts } from "@lianxin/web-kit";
import type { DoorEntry } from "./door-list.js";

const opened = new Map<string, Promise<{ readonly default: WebDoor }>>();
/** An address with its origin: Vite's development server adds `?import` to any other, and the door would exist twice. */
const open = (address: string): Promise<{ readonly default: WebDoor }> =>
  import(/* @vite-ignore */ new URL(address, location.origin).href) as Promise<{ readonly default: WebDoor }>;

async function doorOf({ id, entry }: DoorEntry): Promise<WebDoor> {
  const opening = opened.get(id) ?? open(entry);
  opened.set(id, opening);
  return (await opening).default;
}

/** The component of a plugin's page. Rejects when the release this tab came with is gone from the server. */
export async function loadPage(door: DoorEntry, path: string): Promise<{ default: ComponentType }> {
  const isPublic = door.pages.some((page) => page.path === path && page.isPublic);
  const [{ pages }] = await Promise.all([doorOf(door), loadTexts(language.peek(), isPublic ? door.id : undefined)]);
  const page = pages[path];
  if (!page) throw new Error(`The door ${door.id} has no page ${path}.`);
  return page.load() as Promise<{ default: ComponentType }>;
}

/** The component of a plugin's card, by its number in the door. */
export async function loadCard(door: DoorEntry, index: number): Promise<{ default: ComponentType }> {
  const card = (await doorOf(door)).cards[index];
  if (!card) throw new Error(`The door ${door.id} has no card ${index}.`);
  return card.load() as Promise<{ default: ComponentType }>;
}

/** How a plugin finds one kind of things, by its number in the door. */
export async function loadFind(door: DoorEntry, index: number): Promise<(words: string) => Promise<readonly Found[]>> {
  const find = (await doorOf(door)).finds[index];
  if (!find) throw new Error(`The door ${door.id} has no find ${index}.`);
  return (await find.load()).default;
}
