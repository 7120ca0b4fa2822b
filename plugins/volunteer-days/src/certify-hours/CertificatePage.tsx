import { Await, dayText, Notice, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { checkProof } from "./check-proof.js";
import { readProof, readSealed, type Sealed } from "./seal-text.js";

interface Checked {
  readonly said: Sealed | undefined;
  readonly isGenuine: boolean;
}

async function check(hash: string): Promise<Checked> {
  const proof = readProof(hash);
  const said = proof && readSealed(proof.text);
  return { said, isGenuine: proof !== undefined && said !== undefined && (await checkProof(proof)) };
}

/** As on the paper: who checks it may do so years later. */
const dated = (day: string): string => dayText(day, { year: true });

const Said = ({ said: { number, name, minutes, from, to, issuer, issuedOn } }: { readonly said: Sealed }) => (
  <SummaryList
    rows={[
      { label: text("volunteer-days.proof.number"), value: number },
      { label: text("volunteer-days.join.name"), value: name },
      { label: text("volunteer-days.proof.time"), value: text("volunteer-days.proof.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }) },
      { label: text("volunteer-days.proof.span"), value: `${dated(from)} – ${dated(to)}` },
      { label: text("volunteer-days.proof.issuer"), value: issuer },
      { label: text("volunteer-days.proof.issued"), value: dated(issuedOn) },
    ]}
  />
);

/** Where the code of a certificate leads: what it says, and whether this house signed it. What stands in the address goes to nobody. */
export default function CertificatePage() {
  const loaded = useLoaded(() => check(location.hash), []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("volunteer-days.page.certificate")} note={text("volunteer-days.hours.own")} />
      <Await of={loaded}>
        {({ said, isGenuine }) => (
          <>
            {isGenuine ? (
              <Notice kind="done">{text("volunteer-days.proof.genuine")}</Notice>
            ) : (
              <Notice kind="warning">{text(said ? "volunteer-days.proof.false" : "volunteer-days.proof.none")}</Notice>
            )}
            {said && isGenuine && <Said said={said} />}
          </>
        )}
      </Await>
    </div>
  );
}
