import { ButtonLink, mayAnywhere, PageHead, t } from "@lianxin/web-kit";
import { useLocation } from "preact-iso";
import { useDoors } from "../load-doors/doors-context.js";
import { findPage } from "../load-doors/find-page.js";

/** In place of a page that this person may nowhere open: who may, what they may open of the same part, and the way back. */
export function NoRight() {
  const doors = useDoors();
  const pages = findPage(doors, useLocation().path)?.door.pages ?? [];
  const open = pages.filter(({ path, isPublic, may }) => !isPublic && !path.includes(":") && (may === undefined || mayAnywhere(may)));
  // Pages of the menu, or where there is none those reached from elsewhere, as one's own often are.
  const own = open.some(({ nav }) => nav) ? open.filter(({ nav }) => nav) : open;
  return (
    <>
      <PageHead title={t("shell.noRight")} note={t("shell.noRightNote")} />
      {own.length > 0 && <p>{t("shell.yoursHere")}</p>}
      <div class="lx-actions">
        {own.map(({ path, title }, i) => (
          <ButtonLink key={path} look={i === 0 ? "filled" : "soft"} href={path}>
            {t(title)}
          </ButtonLink>
        ))}
        <ButtonLink look={own.length === 0 ? "filled" : "soft"} href="/">
          {t("shell.backToToday")}
        </ButtonLink>
      </div>
    </>
  );
}
