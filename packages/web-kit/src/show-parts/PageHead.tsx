import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../choose-language/texts.js";

export interface PageHeadProps {
  /** The question this page answers, or the answer itself: “今天有 7 件事等你办”. Also the tab's title. */
  readonly title: string;
  readonly note?: ComponentChildren;
  /** The page's one filled button, and others. */
  readonly children?: ComponentChildren;
}

/** The h1 of a page, one line under it, and its actions. */
export function PageHead({ title, note, children }: PageHeadProps) {
  const appName = t("web.appName");
  useEffect(() => {
    document.title = `${title} - ${appName}`;
  }, [title, appName]);
  return (
    <header class="lx-head">
      <div>
        <h1>{title}</h1>
        {note && <p>{note}</p>}
      </div>
      {children && <div class="lx-actions">{children}</div>}
    </header>
  );
}
