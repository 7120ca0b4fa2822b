import type { ComponentChildren } from "preact";
import { Brand } from "./Brand.js";
import { OfflineNotice } from "./OfflineNotice.js";
import { SkipLink } from "./SkipLink.js";
import { ElderSwitch, LanguageSwitch } from "./switches.js";

interface PublicFrameProps {
  /** Gets the texts of the other language and shows it. */
  readonly onLanguage: Parameters<typeof LanguageSwitch>[0]["onChoose"];
  readonly children: ComponentChildren;
}

/** Around a page for people without an account: the mark, the two switches, nothing else. */
export const PublicFrame = ({ onLanguage, children }: PublicFrameProps) => (
  <div class="frame-public">
    <SkipLink />
    <header>
      <Brand />
      <LanguageSwitch onChoose={onLanguage} />
      <ElderSwitch />
    </header>
    <OfflineNotice />
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  </div>
);
