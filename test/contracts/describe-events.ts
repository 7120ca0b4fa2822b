import type { EventType, ServerPart } from "@lianxin/plugin-kit";

const payloadOf = (payload: object): string => `\`\`\`json\n${JSON.stringify(payload, null, 2)}\n\`\`\``;

/** What a plugin publishes, with version and payload, and what it listens to. */
export function describeEvents({ plugin, listeners }: ServerPart): string {
  const published = (Object.values(plugin.events) as EventType[]).map(({ id, version, payload }) => `## ${id}, version ${version}\n\n${payloadOf(payload)}`);
  const heard = [...new Set(listeners.map(({ event }) => event))].sort().map((event) => `- ${event}`);
  const sections = [
    ...(published.length > 0 ? published.sort() : ["Publishes nothing."]),
    ...(heard.length > 0 ? [`## Listens to\n\n${heard.join("\n")}`] : []),
  ];
  return `${[`# Events of ${plugin.id as string}`, ...sections].join("\n\n")}\n`;
}
