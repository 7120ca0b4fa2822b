import { useRoute } from "preact-iso";
import { Await, ButtonLink, Notice, PageHead } from "@lianxin/web-kit";
import { LocalNotice } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";
import { useCode } from "./use-code.js";
import "./Code.css";

/** The code of this minute, large enough to be read and scanned from two steps away; a new one comes by itself, and an old one is not shown. */
export default function CodePage() {
  const { dayId } = useRoute().params as { dayId: string };
  const { loaded, isOver } = useCode(dayId);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {({ title, code, qr: { size, path } }) => (
          <>
            <PageHead title={text("volunteer-days.page.code")} note={title} />
            <LocalNotice />
            {isOver ? (
              <Notice kind="warning">{text("volunteer-days.code.over")}</Notice>
            ) : (
              <>
                <svg class="code-square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text("volunteer-days.code.scan")} shape-rendering="crispEdges">
                  <path d={path} />
                </svg>
                <p class="code-digits lx-num" aria-live="polite">
                  {code}
                </p>
              </>
            )}
            <p class="lx-hint">{text("volunteer-days.code.hint")}</p>
            <p class="lx-actions">
              <ButtonLink href={`/volunteer-days/days/${dayId}`}>{text("volunteer-days.page.day")}</ButtonLink>
            </p>
          </>
        )}
      </Await>
    </div>
  );
}
