import type { ComponentType } from "preact";
import { lazy, Route, Router, useLocation } from "preact-iso";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useDoors } from "./load-doors/doors-context.js";
import { explainFailure } from "./load-doors/explain-failure.js";
import { orderPages } from "./load-doors/find-page.js";
import { loadPage } from "./load-doors/open-door.js";
import { language, mayAnywhere } from "@lianxin/web-kit";
import { PageFailed } from "@lianxin/web-kit/public";
import { loadAllTexts } from "./texts/choose-language.js";
import { NoRight } from "./tell-troubles/NoRight.js";
import { NotFound } from "./tell-troubles/NotFound.js";

/** A page that comes when it is visited, or what stands in its place when it does not. */
const later = (load: () => Promise<{ default: ComponentType }>): ComponentType => lazy(() => load().catch(explainFailure));

/** One of the shell's own pages: its texts may not be here yet when the visit began at a public page. */
const own = (load: () => Promise<{ default: ComponentType }>): ComponentType =>
  later(async () => {
    const [page] = await Promise.all([load(), loadAllTexts(language.peek())]);
    return page;
  });

export const SignIn = own(() => import("./sign-in/SignInPage.js"));
const ownPages: Readonly<Record<string, ComponentType>> = {
  "/": own(() => import("./show-today/TodayPage.js")),
  "/sign-in": SignIn,
  "/sign-in/link": own(() => import("./sign-in/LinkPage.js")),
  "/set-up": own(() => import("./set-up/SetUpPage.js")),
  "/first-run": own(() => import("./begin-use/FirstRunPage.js")),
  "/new": own(() => import("./create-things/NewPage.js")),
  "/more": own(() => import("./frame-pages/MorePage.js")),
  "/settings": own(() => import("./choose-display/SettingsPage.js")),
  "/settings/security": own(() => import("./keep-account/SecurityPage.js")),
  "/records": own(() => import("./show-records/RecordsPage.js")),
  "/gallery": own(() => import("./show-gallery/GalleryPage.js")),
};

/** After going to another page the focus is on it, so that readers and the keyboard begin there. */
function useFocusOnPage(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) document.getElementById("main")?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
}

/** The page at the address: the shell's own few, else the doors'. */
export function Pages() {
  const doors = useDoors();
  const { path } = useLocation();
  useFocusOnPage(path);
  const pages = useMemo(
    () => orderPages(doors).map(({ door, page }) => ({ path: page.path, may: page.may, component: later(() => loadPage(door, page.path)) })),
    [doors],
  );
  return (
    <PageFailed path={path}>
      <Router>
        {Object.entries(ownPages).map(([address, component]) => (
          <Route key={address} path={address} component={component} />
        ))}
        {pages.map((page) => (
          <Route key={page.path} path={page.path} component={page.may && !mayAnywhere(page.may) ? NoRight : page.component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </PageFailed>
  );
}
