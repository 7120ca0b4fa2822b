import { text } from "../api.js";
import type { OwnElder } from "../log-visit/VisitPage.js";

interface ToldProps {
  readonly leads: NonNullable<OwnElder["ladder"]>["leads"];
}

/** Whom a letter reaches and by which way, and whom nothing reaches, so that they have to be called. */
export function Told({ leads }: ToldProps) {
  if (leads.length === 0) return <p class="lx-hint">{text("elder-pairing.ladder.noLead")}</p>;
  const reached = leads.flatMap(({ name, way }) => (way === "sms" || way === "mail" ? [text(`elder-pairing.ladder.by.${way}`, { name })] : []));
  const unreached = leads
    .filter(({ way }) => way === "none")
    .map(({ name, phone }) => text(`elder-pairing.ladder.${phone ? "ring" : "noNumber"}`, { name, phone: phone ?? "" }));
  return (
    <>
      {reached.length > 0 && <p class="lx-hint">{text("elder-pairing.ladder.told", { who: reached.join("、") })}</p>}
      {unreached.length > 0 && <p class="lx-hint">{text("elder-pairing.ladder.untold", { who: unreached.join("、") })}</p>}
      {leads.some(({ way }) => way === "self") && <p class="lx-hint">{text("elder-pairing.ladder.self")}</p>}
    </>
  );
}
