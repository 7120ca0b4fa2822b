const kinds = ["text", "int", "bool", "date", "instant", "json", "place"];

/** "dueOn:date,pages:int" → [{ name, kind }]. Throws for a kind that a column added later cannot have. */
function readColumns(text) {
  return text.split(",").map((part) => {
    const [name, kind] = part.trim().split(":");
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw new Error(`"${name}" is no name for a column. Maybe write it like dueOn.`);
    if (!kinds.includes(kind))
      throw new Error(`"${part.trim()}" has no kind this generator knows. Maybe one of: ${kinds.map((known) => `${name}:${known}`).join(", ")}.`);
    return { name, kind };
  });
}

module.exports = { readColumns };
