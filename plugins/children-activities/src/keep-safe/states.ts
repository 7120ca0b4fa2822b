/** A step that changes a state: from which, and to which. */
export interface Move<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
}
type Moves<S extends string> = Readonly<Record<string, Move<S>>>;
/** A date that is not held, or was not. */
export const isOff = (state: string): boolean => state === "cancelled" || state === "lapsed";
const moves = <const S extends string, const M extends Moves<S>>(_states: readonly S[], table: M): M => table;

/** One date of a programme. */
export const sessionStates = ["planned", "published", "open", "closed", "cancelled", "lapsed"] as const;
export const sessionMoves = moves(sessionStates, {
  publish: { from: ["planned"], to: "published" },
  change: { from: ["planned", "published", "cancelled"], to: "planned" },
  cancel: { from: ["planned", "published"], to: "cancelled" },
  /** It was called off and is held after all. */
  restore: { from: ["cancelled"], to: "published" },
  open: { from: ["published"], to: "open" },
  close: { from: ["open"], to: "closed" },
  /** Its day is over and nobody opened it. */
  lapse: { from: ["published"], to: "lapsed" },
});

/** A child at a session. Who took back a consent or was erased is cancelled where they were enrolled. */
export const attendanceStates = ["enrolled", "present", "absent", "collected", "alone", "taken", "cancelled"] as const;
export const attendanceMoves = moves(attendanceStates, {
  arrive: { from: ["enrolled", "absent"], to: "present" },
  /** The wrong name was pressed. */
  undoArrival: { from: ["present"], to: "enrolled" },
  stayAway: { from: ["enrolled"], to: "absent" },
  collect: { from: ["present"], to: "collected" },
  goAlone: { from: ["present"], to: "alone" },
  /** Nobody came for it, and the police or civil affairs took it. */
  giveToOffice: { from: ["present"], to: "taken" },
  /** The wrong child was signed out: it is there still. */
  undoDeparture: { from: ["collected", "alone", "taken"], to: "present" },
  cancel: { from: ["enrolled"], to: "cancelled" },
  enrolAgain: { from: ["cancelled"], to: "enrolled" },
});

/** Who went home, in whichever way. */
export const goneStates: readonly string[] = attendanceMoves.undoDeparture.from;
/** Who was there. */
export const cameStates: readonly string[] = ["present", ...goneStates];

/** An adult's duty at a session. Who comes back after leaving has a second one. */
export const postStates = ["planned", "suspended", "present", "left", "cancelled"] as const;
export const postMoves = moves(postStates, {
  suspend: { from: ["planned"], to: "suspended" },
  restore: { from: ["suspended"], to: "planned" },
  arrive: { from: ["planned"], to: "present" },
  /** The wrong name was pressed. */
  undoArrival: { from: ["present"], to: "planned" },
  leave: { from: ["present"], to: "left" },
  /** Left by a slip. */
  undoLeaving: { from: ["left"], to: "present" },
  end: { from: ["planned", "suspended"], to: "cancelled" },
  /** Its date was called off and is held after all. */
  return: { from: ["cancelled"], to: "planned" },
});
