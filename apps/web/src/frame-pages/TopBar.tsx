import { Button, session, t } from "@lianxin/web-kit";
import { Search } from "@lianxin/web-kit/icons";
import { Brand, ElderSwitch, LanguageSwitch } from "@lianxin/web-kit/public";
import { ActForChoice } from "../act-for/ActForChoice.js";
import { ThemeSwitch } from "../choose-display/ThemeSwitch.js";
import { NewMenu } from "../create-things/NewMenu.js";
import { SignOutButton } from "../sign-in/SignOutButton.js";
import { chooseLanguage } from "../texts/choose-language.js";
import type { MenuEntry } from "./plan-menu.js";

interface TopBarProps {
  readonly creates: readonly MenuEntry[];
  readonly onFind: () => void;
}

/** Above each page of the workbench: finding, beginning, how it is shown, who is signed in, the way out. */
export function TopBar({ creates, onFind }: TopBarProps) {
  const who = session.value;
  const role = [...new Set(who?.roles.map(({ title }) => title))].join("、");
  const name = who?.person?.name ?? t("shell.noPerson");
  return (
    <header class="frame-top">
      <Brand />
      <div class="frame-begin">
        <Button icon={Search} aria-keyshortcuts="Control+K" onClick={onFind}>
          <span class="frame-find">{t("shell.findVerb")}</span>
          <kbd class="frame-desk" aria-hidden="true">
            Ctrl K
          </kbd>
        </Button>
        <div class="frame-desk">
          <NewMenu entries={creates} />
        </div>
      </div>
      <LanguageSwitch onChoose={(wanted) => void chooseLanguage(wanted)} />
      <ElderSwitch />
      <div class="frame-desk">
        <ThemeSwitch />
      </div>
      <div class="frame-desk">
        <ActForChoice />
      </div>
      <a class="frame-me frame-desk" href="/settings/security" title={t("shell.security")}>
        <i aria-hidden="true">{[...name].at(-1)}</i>
        <span>
          {name}
          <small>{role}</small>
        </span>
      </a>
      <div class="frame-desk">
        <SignOutButton />
      </div>
    </header>
  );
}
