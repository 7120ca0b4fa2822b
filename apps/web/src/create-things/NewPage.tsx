import { EmptyState, mayAnywhere, PageHead, t } from "@lianxin/web-kit";
import { MenuLink } from "../frame-pages/MenuLink.js";
import { planCreates } from "../frame-pages/plan-menu.js";
import { useDoors } from "../load-doors/doors-context.js";

/** What this person may begin, each a page: on a phone, and for the key `n`. */
export default function NewPage() {
  const entries = planCreates(useDoors(), mayAnywhere);
  return (
    <>
      <PageHead title={t("shell.newTitle")} />
      {entries.length === 0 && <EmptyState why={t("shell.newNothing")} />}
      <nav class="frame-more" aria-label={t("shell.new")}>
        {entries.map((entry) => (
          <MenuLink key={entry.href} entry={entry} current={undefined} />
        ))}
      </nav>
    </>
  );
}
