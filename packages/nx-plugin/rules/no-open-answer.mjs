const open = new Set(["Unknown", "Any"]);

/** An answer whose shape is open would let a contact or sensitive value through unseen by the compiler. */
export const noOpenAnswer = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      open: "Type.{{name}}() in what a route returns hides the class of its values. Name the fields, and use contact() or sensitive() for classified ones.",
    },
  },
  create(context) {
    return {
      'Property[key.name="returns"] CallExpression[callee.object.name="Type"]'(node) {
        const name = node.callee.property.name;
        const isEmptyObject =
          name === "Object" && node.arguments[0]?.type === "ObjectExpression" && node.arguments[0].properties.length === 0 && node.parent.type !== "Property";
        if (open.has(name) || isEmptyObject) context.report({ node, messageId: "open", data: { name } });
      },
    };
  },
};
