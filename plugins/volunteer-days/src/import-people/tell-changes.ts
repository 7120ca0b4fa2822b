import type { RotaStanding } from "../enrol-volunteers/enrol-volunteer.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { tellDay } from "../tell-time/tell-time.js";

/** The sites of a series, name by id. */
export type SiteNames = ReadonlyMap<string, string>;
/** What a standing names by id: sites, and series by their titles. */
interface Names {
  readonly sites: SiteNames;
  readonly series: ReadonlyMap<string, string>;
}
const nobody: RotaStanding = {
  ageBand: "adult",
  guardianAgreedOn: null,
  mayLead: false,
  isReserve: false,
  knownSiteIds: [],
  skills: null,
  rotaSeriesIds: null,
  leftSeries: null,
};

/** What is different of somebody on the rota, in the reader's language, "可当组长：否 → 是"; empty when nothing is. */
export function tellChanges(
  { text }: Pick<VolunteerDaysContext, "text">,
  { sites, series }: Names,
  before: RotaStanding | undefined,
  after: RotaStanding,
): string {
  const yesNo = (value: boolean): string => text(value ? "volunteer-days.import.yes" : "volunteer-days.import.no");
  const nothing = text("volunteer-days.import.nothing");
  const facts = (of: RotaStanding) => [
    ["join.age", text(`volunteer-days.age.${of.ageBand ?? "adult"}`)],
    [
      "people.guardian",
      of.guardianAgreedOn ? text("volunteer-days.import.agreedOn", { year: of.guardianAgreedOn.slice(0, 4), day: tellDay(of.guardianAgreedOn) }) : nothing,
    ],
    ["people.mayLead", yesNo(of.mayLead)],
    ["people.isReserve", yesNo(of.isReserve)],
    ["people.knows", [...of.knownSiteIds].map((id) => sites.get(id) ?? id).join("、") || nothing],
    ["people.skills", of.skills ?? nothing],
    // Of somebody new the list itself says which series it is for.
    ["people.asked", before ? (of.rotaSeriesIds ?? []).map((id) => series.get(id) ?? id).join("、") || nothing : nothing],
  ];
  const was = facts(before ?? nobody);
  return facts(after)
    .flatMap(([key, is], i) => {
      const old = was[i]![1];
      if (is === old) return [];
      const what = text(`volunteer-days.${key}`);
      return [before ? text("volunteer-days.import.change", { what, from: old!, to: is! }) : text("volunteer-days.import.fact", { what, is: is! })];
    })
    .join("；");
}
