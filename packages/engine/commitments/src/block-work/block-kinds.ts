/** What keeps an owner from going on: weather, another's part, a decision, money, material, or something else. */
export const blockKinds = ["weather", "other_part", "decision", "money", "material", "other"] as const;
export type BlockKind = (typeof blockKinds)[number];
