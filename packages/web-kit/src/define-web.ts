import type { AnyPlugin } from "@lianxin/plugin-kit";
import type { WebCard, WebDoor, WebFind, WebPage } from "@lianxin/plugin-kit/web";
import type { MenuIcon } from "./menu-icon.js";

type Nav = NonNullable<WebPage["nav"]>;
/** A page as `defineWeb` takes it: its menu icon is one of those the shell can draw. */
export type PageOf<P extends AnyPlugin> = Omit<WebPage<P>, "nav"> & { readonly nav?: Omit<Nav, "icon"> & { readonly icon: MenuIcon } };
type PagePath<Id extends string> = `/${Id}` | `/${Id}/${string}`;

/**
 * What a plugin shows: pages by address (`/id` or below it), each its own chunk, cards on shared pages, and what the find box may ask it. Titles and permissions
 * are literals that the types check against the manifest, which is imported as a type only.
 *
 * @example
 * export default defineWeb<typeof hello>("hello", {
 *   pages: { "/hello": { title: "hello.title", nav: { order: 10, icon: "sun" }, load: () => import("./greet-people/GreetPage.js") } },
 * });
 */
export const defineWeb = <P extends AnyPlugin>(
  id: P["id"],
  door: { readonly pages: { readonly [Path in PagePath<P["id"]>]?: PageOf<P> }; readonly cards?: readonly WebCard[]; readonly finds?: readonly WebFind<P>[] },
): WebDoor<P> => ({ id, pages: door.pages as WebDoor<P>["pages"], cards: door.cards ?? [], finds: door.finds ?? [] });
