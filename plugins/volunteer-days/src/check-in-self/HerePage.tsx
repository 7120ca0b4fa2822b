import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { ButtonLink, Notice, PageHead, t } from "@lianxin/web-kit";
import { text } from "../api.js";
import { recall } from "../show-thursday/recall.js";
import { CheckInTap } from "./CheckInForm.js";

/** Where the code leads that is shown where the team meets: this phone remembers whose sign-up it is. */
export default function HerePage() {
  const { dayId, code } = useRoute().params as { dayId: string; code: string };
  const [isDone, setDone] = useState(false);
  const known = recall(dayId);
  const [signUpId = "", key = ""] = known?.link.split("/").slice(-2) ?? [];
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.here")} note={known && `${t("volunteer-days.done.number")} ${known.number}`} />
      {isDone && <Notice kind="done">{text("volunteer-days.code.done")}</Notice>}
      {known && !isDone && <CheckInTap params={{ signUpId, key }} code={code} onDone={async () => setDone(true)} />}
      {known ? (
        <ButtonLink isWide href={known.link}>
          {text("volunteer-days.thursday.see")}
        </ButtonLink>
      ) : (
        <>
          <Notice>{text("volunteer-days.code.unknown", { code })}</Notice>
          <ButtonLink isWide href="/volunteer-days/thursday">
            {text("volunteer-days.page.thursday")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
