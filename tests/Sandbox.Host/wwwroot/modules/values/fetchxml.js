// A view's query with what the reader adds to it: search, order, the row it belongs to, the page.

/**
 * The FetchXML with additions:
 * `search` { text, columns } narrows, `order` { name, descending } replaces the order (`alias.column` for a linked table),
 * `parent` { lookup, id } keeps the rows of one row, `count` and `cookie` ask for a page, `total` for the number of all rows.
 */
export function refine(fetchXml, { search, order, parent, count, cookie, total }) {
  const xml = new DOMParser().parseFromString(fetchXml, "text/xml");
  const fetch = xml.documentElement;
  const entity = fetch.querySelector("entity");
  const add = (to, name, attributes) => {
    const element = xml.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return to.appendChild(element);
  };

  if (search?.text) {
    const filter = add(entity, "filter", { type: "or" });
    for (const column of search.columns) add(filter, "condition", { attribute: column, operator: "like", value: `%${escapePattern(search.text)}%` });
  }
  if (parent) add(add(entity, "filter", { type: "and" }), "condition", { attribute: parent.lookup, operator: "eq", value: parent.id });
  if (order) {
    for (const old of fetch.querySelectorAll("order")) old.remove();
    const [alias, column] = order.name.includes(".") ? order.name.split(".") : [null, order.name];
    const place = alias ? [...fetch.querySelectorAll("link-entity")].find(link => link.getAttribute("alias") === alias) : entity;
    add(place, "order", { attribute: column, descending: order.descending });
  }
  if (count) {
    fetch.removeAttribute("top");
    fetch.setAttribute("count", count);
    fetch.setAttribute("page", cookie?.page ?? 1);
  }
  if (cookie) fetch.setAttribute("paging-cookie", cookie.text);
  if (total) fetch.setAttribute("returntotalrecordcount", "true");
  return new XMLSerializer().serializeToString(xml);
}

/** The FetchXML of a chart over the rows that a view finds: the chart groups and sums, the view says of which rows. */
export function over(chartXml, viewXml) {
  const [chart, view] = [chartXml, viewXml].map(xml => new DOMParser().parseFromString(xml, "text/xml"));
  const entity = chart.querySelector("entity");
  for (const shown of view.querySelectorAll("attribute, all-attributes, order")) shown.remove();
  for (const condition of view.querySelector("entity").children) entity.append(chart.importNode(condition, true));
  return new XMLSerializer().serializeToString(chart);
}

const escapePattern = text => text.replace(/[[%_]/g, letter => `[${letter}]`);

/** The cookie of the next page in an answer, or null when this was the last. */
export function nextPage(answer) {
  const cookie = answer["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"];
  if (!cookie) return null;
  const element = new DOMParser().parseFromString(cookie, "text/xml").documentElement;
  return {
    page: Number(element.getAttribute("pagenumber")),
    text: decodeURIComponent(decodeURIComponent(element.getAttribute("pagingcookie"))),
  };
}

/** The number of all rows that the query finds, when it was asked for. */
export const totalIn = answer => answer["@Microsoft.Dynamics.CRM.totalrecordcount"] ?? null;
