import { Cron } from "croner";

const everySeconds = /^@every (\d{1,8})$/;

/**
 * When a job runs next, strictly after `after` (UTC text): a cron pattern of five or six parts in the zone, or "@every SECONDS".
 * @throws a sentence when the pattern is neither or never comes.
 */
export function chooseNextRun(pattern: string, after: string, zone: string): string {
  const seconds = Number(everySeconds.exec(pattern)?.[1] ?? 0);
  if (seconds > 0) return new Date(Date.parse(after) + seconds * 1000).toISOString();
  const next = findCronRun(pattern, after, zone);
  if (!next) throw new Error(`The job time "${pattern}" is not understood or never comes. Maybe write "0 7 * * *" or "@every 60".`);
  return next.toISOString();
}

function findCronRun(pattern: string, after: string, zone: string): Date | undefined {
  try {
    return new Cron(pattern, { timezone: zone, paused: true, mode: "5-or-6-parts" }).nextRun(new Date(after)) ?? undefined;
  } catch {
    return undefined;
  }
}
