import { col, table } from "@lianxin/plugin-kit";

/**
 * What figures count an elder by, from `fromOn` to the day before `untilOn`: where they lived, how they stood. Rows are ended, never overwritten, so that a month
 * that is over reads as it was; they outlast the elder's name, because they say of nobody who it was. One open row for whoever is on the register.
 */
export const standing = table("elder_pairing_standing", {
  id: col.id(),
  placePath: col.place(),
  townPath: col.text(),
  elderId: col.ref("elder_pairing_elder"),
  level: col.text(),
  wish: col.text(),
  fromOn: col.date(),
  untilOn: col.date().nullable(),
});
