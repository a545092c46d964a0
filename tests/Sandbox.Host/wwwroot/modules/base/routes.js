// Addresses inside the page, after the #.

export const listAddress = (table, view = "") => `#/list/${table}${view && `/${view}`}`;
export const formAddress = (table, id) => `#/form/${table}/${id}`;
export const newAddress = table => `#/new/${table}`;
export const dashboardAddress = id => `#/dashboard/${id}`;
export const traceAddress = "#/trace";
export const snapshotAddress = "#/snapshot";

/** What the address asks for: the name of the page and the rest as parts. */
export function routeOf(hash) {
  const [page = "", ...parts] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  return { page, parts };
}
