import { mayAnywhere, PageHead, session, t } from "@lianxin/web-kit";
import { ActForChoice } from "../act-for/ActForChoice.js";
import { mayBegin } from "../begin-use/may-begin.js";
import { useDoors } from "../load-doors/doors-context.js";
import { SignOutButton } from "../sign-in/SignOutButton.js";
import { MenuLink } from "./MenuLink.js";
import { planMenu } from "./plan-menu.js";

/** On a phone: everything that the bottom bar has no room for. */
export default function MorePage() {
  const doors = useDoors();
  return (
    <>
      <PageHead title={t("shell.moreTitle")} note={session.value?.person?.name} />
      <nav class="frame-more" aria-label={t("shell.more")}>
        {planMenu(doors, mayAnywhere)
          .flat()
          .map((entry) => (
            <MenuLink key={entry.href} entry={entry} current={undefined} />
          ))}
        {mayBegin(doors) && <MenuLink entry={{ href: "/first-run", title: "shell.firstRun", icon: "sun" }} current={undefined} />}
        <MenuLink entry={{ href: "/settings", title: "shell.settings", icon: "settings" }} current={undefined} />
      </nav>
      <ActForChoice />
      <SignOutButton isWide />
    </>
  );
}
