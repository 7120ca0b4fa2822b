import type { ComponentChildren, ComponentType } from "preact";
import { ErrorBoundary, lazy, useLocation } from "preact-iso";
import { useSignal } from "@preact/signals";
import { mayAnywhere, session, t } from "@lianxin/web-kit";
import { Brand, OfflineNotice, SkipLink } from "@lianxin/web-kit/public";
import { ActingNotice } from "../act-for/ActingNotice.js";
import type { FindDialogProps } from "../find-things/FindDialog.js";
import { useDoors } from "../load-doors/doors-context.js";
import type { KeysDialogProps } from "../press-keys/KeysDialog.js";
import { useKeys } from "../press-keys/use-keys.js";
import { MenuLink } from "./MenuLink.js";
import { chooseBottom, findCurrent, planCreates, planMenu, planSettings, type MenuEntry } from "./plan-menu.js";
import { TopBar } from "./TopBar.js";
import "./frame.css";
import "./frame-phone.css";

const FindDialog = lazy<ComponentType<FindDialogProps>>(() => import("../find-things/FindDialog.js").then((module) => ({ default: module.FindDialog })));
const KeysDialog = lazy<ComponentType<KeysDialogProps>>(() => import("../press-keys/KeysDialog.js").then((module) => ({ default: module.KeysDialog })));

const home: MenuEntry = { href: "/", title: "shell.today", icon: "house", key: "t" };
const settings: MenuEntry = { href: "/settings", title: "shell.settings", icon: "settings", key: "s" };
const create: MenuEntry = { href: "/new", title: "shell.new", icon: "plus" };
const more: MenuEntry = { href: "/more", title: "shell.more", icon: "blocks" };

interface SideProps {
  readonly menu: readonly (readonly MenuEntry[])[];
  readonly current: string | undefined;
}
const Side = ({ menu, current }: SideProps) => (
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
);

/** The workbench around a page: menu at the left, bar on top; on a phone a bar at the bottom instead of the menu. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const { path, route } = useLocation();
  const doors = useDoors();
  const asked = useSignal<"find" | "keys" | undefined>(undefined);
  const groups = planMenu(doors, mayAnywhere);
  const creates = planCreates(doors, mayAnywhere);
  const menu = [[home, ...(groups[0] ?? [])], ...groups.slice(1)];
  const pages = [...menu.flat(), settings];
  const current = path === "/" ? "/" : findCurrent([...groups, [settings, create, more]], path);
  const close = () => (asked.value = undefined);
  useKeys(Object.fromEntries(pages.flatMap(({ key, href }) => (key ? [[key, href]] : []))), {
    find: () => (asked.value = "find"),
    keys: () => (asked.value = "keys"),
    new: () => route("/new"),
    go: (href) => route(href),
  });
  return (
    <div class="frame">
      <SkipLink />
      <Side menu={menu} current={current} />
      <div class="frame-page">
        <TopBar creates={creates} onFind={() => (asked.value = "find")} />
        <OfflineNotice />
        <ActingNotice />
        <main class="frame-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <nav class="frame-bottom" aria-label={t("shell.bottomMenu")}>
        {[home, ...chooseBottom(groups).slice(0, 1), ...(creates.length > 0 ? [create] : []), ...chooseBottom(groups).slice(1), more].map((entry) => (
          <MenuLink key={entry.href} entry={entry} current={current} size={22} />
        ))}
      </nav>
      <ErrorBoundary>
        {asked.value === "find" && <FindDialog isOpen onClose={close} pages={[...pages, ...creates, ...planSettings(doors, mayAnywhere)]} />}
        {asked.value === "keys" && <KeysDialog isOpen onClose={close} pages={pages} />}
      </ErrorBoundary>
    </div>
  );
}
