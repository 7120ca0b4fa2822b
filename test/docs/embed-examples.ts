const mark = /^<!-- from /gm;
const block = /^<!-- from (\S+)(?: \| (.+?) \| (.+?))? -->\n```(\w+)\n[\s\S]*?^```$/gm;

function linesBetween(text: string, path: string, first: string, last: string): string {
  const lines = text.split("\n");
  const indexOf = (start: string, after: number): number => {
    const index = lines.findIndex((line, i) => i >= after && line.startsWith(start));
    if (index < 0) throw new Error(`${path} has no line that begins with ${start}. Maybe it was renamed: correct the page.`);
    return index;
  };
  const start = indexOf(first, 0);
  return `${lines.slice(start, indexOf(last, start) + 1).join("\n")}\n`;
}

/**
 * The page with each code block below a line `<!-- from PATH -->` made what that file holds; `<!-- from PATH | a | b -->` takes the lines
 * from the first that begins with a to the next that begins with b. Throws when there is no such line, or no block below a mark.
 */
export function embedExamples(page: string, read: (path: string) => string): string {
  if ((page.match(mark)?.length ?? 0) !== (page.match(block)?.length ?? 0))
    throw new Error("A line <!-- from … --> has no block of code below it. Maybe a blank line stands between.");
  return page.replace(block, (_, path: string, first: string | undefined, last: string | undefined, language: string) => {
    const text = read(path);
    const part = first !== undefined && last !== undefined ? linesBetween(text, path, first, last) : text;
    const said = first === undefined ? path : `${path} | ${first} | ${last}`;
    return `<!-- from ${said} -->\n\`\`\`${language}\n${part}\`\`\``;
  });
}
