/** The closed sets of words the directory stores; shown through messages `place.<kind>` and so on. */
export const placeKinds = ["county", "town", "community", "village", "grid", "compound", "building", "group"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Other ways to divide the same ground, each with its own places. */
export const schemes = ["security", "labour_union", "city_management", "party", "other"] as const;
export type Scheme = (typeof schemes)[number];

export const organizationKinds = [
  "committee",
  "owners_committee",
  "property_company",
  "department",
  "party_branch",
  "school",
  "hospital",
  "enterprise",
  "social_organization",
  "other",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const venueKinds = ["meeting_room", "hall", "childrens_home", "outdoor", "other"] as const;
export type VenueKind = (typeof venueKinds)[number];

export const channelKinds = ["phone", "mail", "landline"] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const aliasKinds = ["former", "familiar", "as_written"] as const;
export type AliasKind = (typeof aliasKinds)[number];

export const sexes = ["female", "male"] as const;
export type Sex = (typeof sexes)[number];

export const proxyReasons = ["deputy", "guardian", "helper"] as const;
export type ProxyReason = (typeof proxyReasons)[number];

export const busyKinds = ["work", "leave", "away"] as const;
export type BusyKind = (typeof busyKinds)[number];

export const roleKinds = [
  "administrator",
  "secretary",
  "grid_leader",
  "grid_worker",
  "recorder",
  "council_member",
  "volunteer",
  "auditor",
  "resident",
  "department",
] as const;
export type RoleKind = (typeof roleKinds)[number];
