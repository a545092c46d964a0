// What the page lends to scripts and code components of the solution.

/** An object whose missing members are refused by name, instead of being undefined. Symbols and `then` are asked for by the language itself. */
export function only(name, members) {
  return new Proxy(members, {
    get(target, member) {
      if (member in target || typeof member === "symbol" || member === "then" || member === "toJSON") return target[member];
      throw new Error(`The local page has no ${name}.${member}.`);
    },
  });
}

/** Ids come in braces or without. */
export const bare = id => id.replace(/[{}]/g, "");
