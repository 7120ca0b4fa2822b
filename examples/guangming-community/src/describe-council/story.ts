import { council, staff, type Member } from "./members.js";

/** A party of the council and who sits for it, by the names of the files. */
interface StoryParty {
  readonly name: string;
  /** As the file of organisations calls it. */
  readonly organization?: string;
  /** Without somebody of this party the council does not meet. */
  readonly isNeeded?: boolean;
  readonly seats: readonly { readonly name: string; readonly distinction?: string; readonly kind: "voting" | "non_voting" }[];
}

const partyOf = (name: string, of: readonly Member[], more: { readonly isNeeded?: boolean; readonly kind?: "non_voting" } = {}): StoryParty => {
  const members = of.filter(({ party }) => party === name);
  const organization = members.find((member) => member.organization)?.organization;
  return {
    name,
    ...(organization && { organization }),
    ...(more.isNeeded && { isNeeded: true }),
    seats: members.map((member) => ({
      name: member.name,
      ...(member.distinction && { distinction: member.distinction }),
      kind: more.kind ?? ("voting" as const),
    })),
  };
};

/** The council as it sits: 21 seats with a vote in six parties, 县住建局 without one. */
export const storyBody = {
  name: "莲心议事会",
  template: "deliberation_council",
  heldThisYear: 8,
  parties: [
    partyOf("社区", council, { isNeeded: true }),
    ...["业委会", "物业", "网格长", "党员代表", "居民代表"].map((name) => partyOf(name, council)),
    partyOf("县住建局", staff, { kind: "non_voting" }),
  ],
} as const;

/** The matter that waits for the council: entered by the grid leader for a resident, screened by the secretary. */
export const storyMatter = {
  title: "小区东侧挡土墙坍毁约 12 米，砸坏板房",
  detail: "示例，人和事都是虚构的。暴雨后和平苑东侧挡土墙坍毁约 12 米，砸坏旁边的板房，86 户进出要绕行。",
  wish: "先把危险除掉，再说怎么修、谁出钱。",
  place: "和平苑",
  spot: "东门里侧",
  reporter: { name: "何志远" },
  enteredBy: { name: "李建平" },
  screenedBy: { name: "王秀珍" },
  answers: { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: true },
} as const;
