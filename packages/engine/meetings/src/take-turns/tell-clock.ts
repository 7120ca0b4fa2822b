/** Seconds as a speaker's clock shows them: 72 is "1:12". */
export const tellClock = (seconds: number): string => `${(seconds - (seconds % 60)) / 60}:${String(seconds % 60).padStart(2, "0")}`;
