import { useState } from "preact/hooks";
import { addressOf, Await, display, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { ReportDone, type Received } from "./ReportDone.js";
import { ReportForm } from "./ReportForm.js";
import { ReportSteps } from "./ReportSteps.js";

const load = () => api("GET /public/places");
export type Offered = Awaited<ReturnType<typeof load>>;

/** Another way than this page: the office's phone, and the form on paper. */
const OtherWays = ({ phone }: { readonly phone: string | null }) => (
  <p class="lx-actions">
    {phone && (
      <a class="lx-button" href={`tel:${phone}`}>
        {text("matters.report.call", { phone })}
      </a>
    )}
    <a class="lx-link" href={addressOf("matters", "/public/blank-form")} download>
      {text("matters.raise.blank")}
    </a>
  </p>
);

/** For anyone, without an account: what is it, where, and how to reach you; one question a screen in elder mode. */
export default function ReportPage() {
  const offered = useLoaded(load, []);
  const [received, receive] = useState<Received | undefined>(undefined);
  const Fields = display.value.mode === "elder" ? ReportSteps : ReportForm;
  return (
    <div class="lx-stack lx-reading">
      {!received && <PageHead title={text("matters.report.heading")} note={text("matters.report.note")} />}
      {received ? (
        <ReportDone received={received} onAgain={() => receive(undefined)} />
      ) : (
        <Await of={offered}>
          {(found) => (
            <>
              <Fields offered={found} onDone={receive} />
              <OtherWays phone={found.phone} />
            </>
          )}
        </Await>
      )}
    </div>
  );
}
