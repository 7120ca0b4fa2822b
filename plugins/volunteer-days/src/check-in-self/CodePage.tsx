import { useEffect } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Await, browserPorts, ButtonLink, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import "./Code.css";

const read = (dayId: string) => api("GET /days/:dayId/code", { params: { dayId } });

/** The code of this minute, large enough to be read and scanned from two steps away; a new one comes by itself. */
export default function CodePage() {
  const { dayId } = useRoute().params as { dayId: string };
  const loaded = useLoaded(() => read(dayId), [dayId], { keepsOld: true });
  const nextAt = loaded.value?.nextAt;
  useEffect(() => {
    if (!nextAt) return undefined;
    const timer = setTimeout(() => void loaded.reload(), Math.max(1_000, Date.parse(nextAt) - browserPorts.now() + 300));
    return () => clearTimeout(timer);
  }, [nextAt]);
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {({ title, code, qr: { size, path } }) => (
          <>
            <PageHead title={text("volunteer-days.page.code")} note={title} />
            <svg class="code-square" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text("volunteer-days.code.scan")} shape-rendering="crispEdges">
              <path d={path} />
            </svg>
            <p class="code-digits lx-num" aria-live="polite">
              {code}
            </p>
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
