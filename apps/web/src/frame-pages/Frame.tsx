import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { mayAnywhere, session, t } from "@lianxin/web-kit";
import { useDoors } from "../load-doors/doors-context.js";
import { OfflineNotice } from "../tell-troubles/OfflineNotice.js";
import { Brand } from "./Brand.js";
import { MenuLink } from "./MenuLink.js";
import { findCurrent, planMenu, type MenuEntry } from "./plan-menu.js";
import { SkipLink } from "./SkipLink.js";
import { TopBar } from "./TopBar.js";
import "./frame.css";

const home: MenuEntry = { href: "/", title: "shell.today", icon: "house" };
const settings: MenuEntry = { href: "/settings", title: "shell.settings", icon: "settings" };
const more: MenuEntry = { href: "/more", title: "shell.more", icon: "blocks" };

/** The workbench around a page: menu at the left, bar on top; on a phone a bar at the bottom instead of the menu. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  const groups = planMenu(useDoors(), mayAnywhere);
  const menu = [[home, ...(groups[0] ?? [])], ...groups.slice(1)];
  const current = path === "/" ? "/" : findCurrent([...groups, [settings, more]], path);
  return (
    <div class="frame">
      <SkipLink />
      <aside class="frame-side">
        <Brand place={session.value?.roles[0]?.place} />
        <nav aria-label={t("shell.menu")}>
          {menu.map((entries, index) => (
            <ul key={index}>
              {entries.map((entry) => (
                <li key={entry.href}>
                  <MenuLink entry={entry} current={current} />
                </li>
              ))}
            </ul>
          ))}
          <ul class="frame-last">
            <li>
              <MenuLink entry={settings} current={current} />
            </li>
          </ul>
        </nav>
      </aside>
      <div class="frame-page">
        <TopBar />
        <OfflineNotice />
        <main class="frame-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav class="frame-bottom" aria-label={t("shell.bottomMenu")}>
        {[home, ...menu.flat().slice(1, 4), more].map((entry) => (
          <MenuLink key={entry.href} entry={entry} current={current} size={22} />
        ))}
      </nav>
    </div>
  );
}
