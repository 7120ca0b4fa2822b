/** The text with `line` put before or after the first line that `place` matches, or undefined when none does. */
function insertLine(text, place, line, { after = false } = {}) {
  const lines = text.split("\n");
  const at = lines.findIndex((candidate) => place.test(candidate));
  if (at < 0) return undefined;
  lines.splice(after ? at + 1 : at, 0, line);
  return lines.join("\n");
}

/** Changes one file of the tree by `change(text)`; throws with `remedy` when there is no place for it. */
function editFile(tree, path, change, remedy) {
  const text = tree.read(path, "utf-8");
  const changed = text === null ? undefined : change(text);
  if (changed === undefined) throw new Error(`${path} has no place for it. Maybe ${remedy}`);
  tree.write(path, changed);
}

module.exports = { insertLine, editFile };
