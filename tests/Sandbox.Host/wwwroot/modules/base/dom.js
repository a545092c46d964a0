// Elements in one line each. Text always goes in as text, never as markup.

/** Makes an element. Properties are set as such; `aria`, `data` and `style` take objects, `on` takes listeners, `class` a class name. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "class") element.className = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "style") for (const [property, text] of Object.entries(value)) element.style.setProperty(property, text);
    else if (name === "aria") for (const [attribute, text] of Object.entries(value)) setAria(element, attribute, text);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets an aria attribute; null takes it away. */
export function setAria(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(`aria-${name}`);
  else element.setAttribute(`aria-${name}`, String(value));
}

let last = 0;

/** An id that no other element has. */
export const freshId = () => `e${++last}`;

/** Waits until nothing new came for a while, so that typing does not ask for every letter. */
export function settled(action, milliseconds = 250) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), milliseconds);
  };
}
