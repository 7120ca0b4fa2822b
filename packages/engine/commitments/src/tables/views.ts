import { col, view } from "@lianxin/plugin-kit";

/** Promises that hold their part, without people's names. */
export const v1Commitment = view({
  id: col.id(),
  partId: col.text(),
  placePath: col.place(),
  title: col.text(),
  sourceKind: col.text(),
  sourceId: col.text(),
  sourceMeetingId: col.text().nullable(),
  ownerOrganizationId: col.text(),
  ownerId: col.text(),
  state: col.text(),
  dueOn: col.date(),
  closedOn: col.date().nullable(),
});
