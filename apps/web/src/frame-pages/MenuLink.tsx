import { Icon, t } from "@lianxin/web-kit";
import { menuIcon } from "./menu-icons.js";
import type { MenuEntry } from "./plan-menu.js";

/** One entry of a menu. */
export const MenuLink = ({ entry, current, size = 20 }: { readonly entry: MenuEntry; readonly current: string | undefined; readonly size?: number }) => (
  <a href={entry.href} {...(entry.href === current ? { "aria-current": "page" as const } : {})}>
    <Icon node={menuIcon(entry.icon)} size={size} />
    {t(entry.title)}
  </a>
);
