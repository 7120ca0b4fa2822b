/** The closed sets of words the plugin stores; shown through messages `word.<kind>.<word>`. */
export const livings = ["alone", "empty_nest", "left_behind", "with_disabled_child", "with_family", "institution"] as const;
export type Living = (typeof livings)[number];

/** unsaid: the elder took back that anything about health is noted. */
export const abilities = ["able", "partly", "disabled", "unsaid"] as const;
export type Ability = (typeof abilities)[number];

/** What to look out for; never the name of an illness. */
export const flags = ["falls", "medicine", "walking", "eyes", "ears", "memory", "severe_handicap", "special_family", "heat", "cold"] as const;
export type Flag = (typeof flags)[number];

export const wishes = ["visit", "phone", "none"] as const;
export type Wish = (typeof wishes)[number];

export const levels = ["red", "yellow", "green"] as const;
export type Level = (typeof levels)[number];

/** Why another signs for one of the three. */
export const standIns = ["deceased", "left", "cannot", "away"] as const;

/** Why somebody does not want somebody, or what the complaint is about. */
export const apartReasons = ["far", "busy", "language", "sex", "kin", "past", "manner", "absent", "money", "other"] as const;

/** Why a visit waits. */
export const snoozeReasons = ["away", "family", "helper", "other"] as const;

/** Why a visit that was written down is taken back. */
export const undoReasons = ["wrong_elder", "twice", "wrong_facts"] as const;

/** Why a search that was ended goes on. */
export const reopenReasons = ["slip", "not_found", "wrong_end"] as const;

/** Why a need that was said to be settled is open again. */
export const unsettleReasons = ["slip", "not_done"] as const;

/** Why a signature is none. */
export const unsignReasons = ["slip", "not_signed"] as const;

/** Why what raised a level ends before its time: the wrong place or elder, not so at all, or over already. */
export const endReasons = ["wrong", "not_so", "over"] as const;
export type EndReason = (typeof endReasons)[number];

/** What is sealed about how an elder lives. */
export interface Care {
  readonly living: Living;
  readonly ability: Ability;
  readonly flags: readonly Flag[];
}

/** Kinds of needs that say something of somebody's health: no matter is named by one unless the elder agreed. */
export const healthKinds: ReadonlySet<string> = new Set(["medical"]);
/** What a visit finds out about health: not written down of who took the consent back. */
export const healthWrongs: ReadonlySet<string> = new Set(["medicine", "fell", "lonely"]);

/** What is sealed for whoever visits. */
export interface Notes {
  readonly time?: string;
  readonly senses?: string;
  readonly key?: string;
  readonly hazards?: string;
}

/** Whom a cadre's line named. */
export interface Kin {
  readonly parents: readonly string[];
  readonly knows: readonly string[];
}
