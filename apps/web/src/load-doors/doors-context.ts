import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { DoorEntry } from "./door-list.js";

/** The doors of the enabled plugins; they do not change while a tab is open. */
export const DoorsContext = createContext<readonly DoorEntry[]>([]);
export const useDoors = (): readonly DoorEntry[] => useContext(DoorsContext);
