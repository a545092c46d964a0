// A view's query with what the reader adds to it: search, order, the row it belongs to, the page.

/**
 * The FetchXML with additions:
 * `search` { text, columns } narrows, `orders` { name, descending } replace the order (`alias.column` for a linked table), `filter` and `links`
 * narrow and join as a dataset's filtering and linking say, `columns` are asked for beside those of the view,
 * `parent` { lookup or link, id } keeps the rows of one row, `count` and `cookie` ask for a page, `total` for the number of all rows.
 */
export function refine(fetchXml, { search, orders = [], filter, links = [], columns = [], parent, count, cookie, total }) {
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
  if (parent) {
    const { lookup, link, id } = parent;
    const place = lookup ? entity : add(entity, "link-entity", { name: link.intersect, from: link.far, to: link.far, intersect: true });
    add(add(place, "filter", { type: "and" }), "condition", { attribute: lookup ?? link.near, operator: "eq", value: id });
  }
  for (const { name, from, to, linkType, alias } of links) add(entity, "link-entity", { name, from, to, "link-type": linkType, alias });
  const placeOf = name => {
    const [alias, column] = name.includes(".") ? name.split(".") : [null, name];
    return [alias ? [...fetch.querySelectorAll("link-entity")].find(link => link.getAttribute("alias") === alias) : entity, column];
  };
  for (const name of columns) {
    const [place, column] = placeOf(name);
    add(place, "attribute", { name: column });
  }
  if (filter) addFilter(entity, filter, add);
  if (orders.length > 0) for (const old of fetch.querySelectorAll("order")) old.remove();
  for (const { name, descending } of orders) {
    const [place, column] = placeOf(name);
    add(place, "order", { attribute: column, descending });
  }
  if (count) {
    fetch.removeAttribute("top");
    fetch.setAttribute("count", count);
    fetch.setAttribute("page", cookie?.page ?? 1);
  }
  if (cookie?.text) fetch.setAttribute("paging-cookie", cookie.text);
  if (total) fetch.setAttribute("returntotalrecordcount", "true");
  return new XMLSerializer().serializeToString(xml);
}

// ConditionOperator of the framework, as FetchXML calls each.
const operators = {
  0: "eq", 1: "ne", 2: "gt", 3: "lt", 4: "ge", 5: "le", 6: "like", 8: "in", 12: "null", 14: "yesterday", 15: "today", 16: "tomorrow",
  17: "last-seven-days", 18: "next-seven-days", 19: "last-week", 20: "this-week", 22: "last-month", 23: "this-month", 25: "on", 26: "on-or-before",
  27: "on-or-after", 28: "last-year", 29: "this-year", 33: "last-x-days", 34: "next-x-days", 37: "last-x-months", 38: "next-x-months",
};
const withoutValue = ["null", "yesterday", "today", "tomorrow", "last-seven-days", "next-seven-days", "last-week", "this-week", "last-month", "this-month", "last-year", "this-year"];

function addFilter(place, { conditions, filterOperator, filters = [] }, add) {
  const filter = add(place, "filter", { type: filterOperator === 0 ? "and" : "or" });
  for (const { attributeName, conditionOperator, value, entityAliasName } of conditions) {
    const operator = operators[conditionOperator];
    if (!operator) throw new Error(`The local page does not filter by the condition operator ${conditionOperator}.`);
    const condition = add(filter, "condition", { attribute: attributeName, operator, ...(entityAliasName ? { entityname: entityAliasName } : {}) });
    if (operator === "in") for (const one of value) add(condition, "value", {}).textContent = one;
    else if (!withoutValue.includes(operator)) condition.setAttribute("value", value);
  }
  for (const part of filters) addFilter(filter, part, add);
}

/** The orders of a query, in their sequence, as `refine` takes them. */
export function ordersIn(fetchXml) {
  return [...new DOMParser().parseFromString(fetchXml, "text/xml").querySelectorAll("order")].map(order => {
    const alias = order.parentElement.getAttribute("alias");
    const name = order.getAttribute("attribute");
    return { name: alias ? `${alias}.${name}` : name, descending: order.getAttribute("descending") === "true" };
  });
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
