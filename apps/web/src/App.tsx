import type { ComponentChildren, ComponentType } from "preact";
import { ErrorBoundary, lazy, LocationProvider, useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { language, loadSession, session, Skeleton } from "@lianxin/web-kit";
import { PublicFrame } from "@lianxin/web-kit/public";
import { useSignal } from "@preact/signals";
import { explainFailure } from "./load-doors/explain-failure.js";
import type { DoorEntry } from "./load-doors/door-list.js";
import { DoorsContext, useDoors } from "./load-doors/doors-context.js";
import { findPage } from "./load-doors/find-page.js";
import { StartFailed } from "./tell-troubles/StartFailed.js";
import { chooseLanguage, loadAllTexts } from "./texts/choose-language.js";
import { Pages, SignIn } from "./Pages.js";

const openToAll = ["/sign-in", "/sign-in/link", "/set-up"];
/** Addresses that the browser asks the server for; everything else is a page. */
const pagesOnly = /^(?!\/(?:api|_m|_p|assets|docs)(?:\/|$))/;

const loadFrame = () => import("./frame-pages/Frame.js");
const changeLanguage = (wanted: typeof language.value) => void chooseLanguage(wanted);
const loadTexts = () => loadAllTexts(language.peek());
/** The workbench's frame, which nobody without an account has to load. */
const Frame = lazy<ComponentType<{ readonly children: ComponentChildren }>>(() =>
  Promise.all([loadFrame().then((module) => module.Frame), loadTexts()]).then(
    ([frame]) => ({ default: frame }),
    async () => {
      const { default: Told } = await explainFailure();
      return { default: () => <Told /> };
    },
  ),
);

/** A page for people with an account: the frame and the page, or signing in at the same address. */
function Private() {
  const error = useSignal<unknown>(undefined);
  useEffect(() => {
    // Asked for beside the session, so that nobody waits for one after the other; a failure is told where the frame would stand.
    Promise.all([loadFrame(), loadTexts()]).catch(() => undefined);
    if (session.peek() === undefined) void loadSession().catch((refusal: unknown) => (error.value = refusal));
  }, []);
  if (session.value)
    return (
      <Frame>
        <Pages />
      </Frame>
    );
  return (
    <PublicFrame onLanguage={changeLanguage}>
      {error.value !== undefined ? <StartFailed error={error.value} /> : session.value === undefined ? <Skeleton /> : <SignIn />}
    </PublicFrame>
  );
}

function Site() {
  const { path } = useLocation();
  const doors = useDoors();
  const isPublic = openToAll.includes(path) || findPage(doors, path)?.page.isPublic === true;
  if (!isPublic) return <Private />;
  return (
    <PublicFrame onLanguage={changeLanguage}>
      <Pages />
    </PublicFrame>
  );
}

/** The whole shell over the doors of the enabled plugins, none of which it knows by name. */
export const App = ({ doors }: { readonly doors: readonly DoorEntry[] }) => (
  <LocationProvider scope={pagesOnly}>
    <ErrorBoundary>
      <DoorsContext.Provider value={doors}>
        <Site />
      </DoorsContext.Provider>
    </ErrorBoundary>
  </LocationProvider>
);
