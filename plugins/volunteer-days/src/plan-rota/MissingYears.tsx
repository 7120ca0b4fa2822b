import { ButtonLink, mayAnywhere, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";

/** Dates of a year whose holidays nobody loaded are not open: said where they are looked for, with the way to load them. */
export const MissingYears = ({ years }: { readonly years: readonly number[] }) =>
  years.length === 0 ? null : (
    <Notice kind="warning">
      <p>{text("volunteer-days.rota.missing", { years: years.join("、") })}</p>
      {mayAnywhere("directory.import") && <ButtonLink href="/directory/import?kind=holidays">{text("volunteer-days.rota.missing.open")}</ButtonLink>}
    </Notice>
  );
