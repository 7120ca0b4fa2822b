import { session, t } from "@lianxin/web-kit";
import { ElderSwitch, LanguageSwitch, ThemeSwitch } from "../choose-display/switches.js";
import { SignOutButton } from "../sign-in/SignOutButton.js";
import { Brand } from "./Brand.js";

/** Above each page of the workbench: how it is shown, who is signed in, the way out. */
export function TopBar() {
  const who = session.value;
  const role = who?.roles[0]?.title;
  const name = who?.person?.name ?? t("shell.noPerson");
  return (
    <header class="frame-top">
      <Brand />
      <LanguageSwitch />
      <ElderSwitch />
      <div class="frame-desk">
        <ThemeSwitch />
      </div>
      <div class="frame-me frame-desk">
        <i aria-hidden="true">{[...name].at(-1)}</i>
        <span>
          {name}
          <small>{role}</small>
        </span>
      </div>
      <div class="frame-desk">
        <SignOutButton />
      </div>
    </header>
  );
}
