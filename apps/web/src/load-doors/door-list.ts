import type { WebCard, WebPage } from "@lianxin/plugin-kit/web";

export interface PageEntry {
  readonly path: string;
  readonly title: string;
  readonly nav?: NonNullable<WebPage["nav"]>;
  readonly creates?: number;
  readonly setting?: number;
  readonly front?: number;
  readonly may?: string;
  readonly isPublic?: boolean;
}
export interface DoorCard {
  readonly index: number;
  readonly on: WebCard["on"];
  readonly order: number;
}
export interface DoorFind {
  readonly index: number;
  readonly title: string;
  readonly order: number;
  readonly may?: string;
}
/** An enabled plugin's web door, as the server lists it. */
export interface DoorEntry {
  readonly id: string;
  readonly entry: string;
  readonly pages: readonly PageEntry[];
  readonly cards: readonly DoorCard[];
  readonly finds?: readonly DoorFind[];
}

/** The server's list; in the page itself, so that it costs no round trip. */
export async function listDoors(): Promise<readonly DoorEntry[]> {
  const inPage = document.getElementById("lianxin-doors")?.textContent;
  return (inPage ? JSON.parse(inPage) : await (await fetch("/_m/plugins.json")).json()) as readonly DoorEntry[];
}
