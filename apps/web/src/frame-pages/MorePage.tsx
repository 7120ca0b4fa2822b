import { mayAnywhere, PageHead, session, t } from "@lianxin/web-kit";
import { useDoors } from "../load-doors/doors-context.js";
import { ActForChoice } from "../act-for/ActForChoice.js";
import { SignOutButton } from "../sign-in/SignOutButton.js";
import { MenuLink } from "./MenuLink.js";
import { planMenu } from "./plan-menu.js";

/** On a phone: everything that the bottom bar has no room for. */
const MorePage = () => (
  <>
    <PageHead title={t("shell.moreTitle")} note={session.value?.person?.name} />
    <nav class="frame-more" aria-label={t("shell.more")}>
      {planMenu(useDoors(), mayAnywhere)
        .flat()
        .map((entry) => (
          <MenuLink key={entry.href} entry={entry} current={undefined} />
        ))}
      <MenuLink entry={{ href: "/first-run", title: "shell.firstRun", icon: "sun" }} current={undefined} />
      <MenuLink entry={{ href: "/settings", title: "shell.settings", icon: "settings" }} current={undefined} />
    </nav>
    <ActForChoice />
    <SignOutButton isWide />
  </>
);

export default MorePage;
