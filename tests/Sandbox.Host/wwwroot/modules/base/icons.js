// Icons: those of the solution's tables, and plain ones for what has none.
import { el } from "./dom.js";

const stock = {
  opportunity: "M8 1.75v12.5M11 4.25H6.75a2 2 0 0 0 0 4h2.5a2 2 0 0 1 0 4H4.75",
  account: "M3 14V2.5h6V14M9 6.5h4V14M1.5 14h13M5 5h2M5 8h2M5 11h2",
  contact: "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.75 14c0-2.75 2.25-4 5.25-4s5.25 1.25 5.25 4",
  dashboard: "M2 14V9h3v5M6.5 14V2.5h3V14M11 14V6h3v8M1 14h14",
  table: "M2 3h12v10H2zM2 6.5h12M6 6.5V13",
};

/** An icon of the solution, in the colour of the text around it; nothing for none. */
export const iconOf = webResource => webResource && el("span", { class: "icon", aria: { hidden: "true" }, style: webResource.endsWith(".svg") && { "--icon": `url("/_local/webresources/${webResource}")` } });

/** The icon of a table: the solution's, else one of our own for what Dynamics has in stock. */
export const tableIcon = table => iconOf(table.icon) ?? drawn(stock[table.name] ?? stock.table);

export const dashboardIcon = () => drawn(stock.dashboard);

function drawn(path) {
  const space = "http://www.w3.org/2000/svg";
  const [svg, line] = ["svg", "path"].map(tag => document.createElementNS(space, tag));
  for (const [name, value] of Object.entries({ viewBox: "0 0 16 16", class: "icon drawn", "aria-hidden": "true" })) svg.setAttribute(name, value);
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
