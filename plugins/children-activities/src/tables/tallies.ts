import { col, table } from "@lianxin/plugin-kit";

/** What is still counted of a year when nobody's attendance of it is kept any more: a sum of a home, by age band. */
export const tally = table("children_activities_tally", {
  id: col.id(),
  homeId: col.ref("children_activities_home"),
  placePath: col.place(),
  year: col.text(),
  /** children: who came at all; visits: how often. */
  measure: col.text(),
  ageBand: col.text(),
  count: col.int(),
});
