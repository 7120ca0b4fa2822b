import type { ComponentChildren } from "preact";
import { ElderSwitch, LanguageSwitch } from "../choose-display/switches.js";
import { OfflineNotice } from "../tell-troubles/OfflineNotice.js";
import { Brand } from "./Brand.js";
import { SkipLink } from "./SkipLink.js";
import "./frame.css";
import "./frame-phone.css";

/** Around a page for people without an account: the mark, the two switches, nothing else. */
export const PublicFrame = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="frame-public">
    <SkipLink />
    <header>
      <Brand />
      <LanguageSwitch />
      <ElderSwitch />
    </header>
    <OfflineNotice />
    <main id="main" tabIndex={-1}>
      {children}
    </main>
  </div>
);
