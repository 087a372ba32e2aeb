// Building the page. Whatever a client or a venue sent is put in as text: there is no way here from text to markup.

/** Makes an element. Properties: class, text, on (listeners by event), data, and attributes by their names. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) {
      continue;
    } else if (name === "class") {
      element.className = value;
    } else if (name === "text") {
      element.textContent = value;
    } else if (name === "on") {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const $ = (id) => document.getElementById(id);

/** Sets a text only where it changes, so that a selection in it stays. */
export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** A button; a form is only submitted by a button that says so. */
export function button(label, action, properties = {}) {
  return h("button", { type: "button", ...properties, on: { click: action } }, label);
}

/** A labelled field: the label stands before it. */
export function field(label, input, properties = {}) {
  return h("label", { class: "field", ...properties }, h("span", { text: label }), input);
}

/** Fills a select; what was chosen stays chosen if it is still there. */
export function setOptions(select, options) {
  const key = JSON.stringify(options);
  if (select.dataset.options === key) {
    return;
  }
  const chosen = select.value;
  select.dataset.options = key;
  select.replaceChildren(...options.map(([value, label]) => h("option", { value, text: label })));
  if (options.some(([value]) => value === chosen)) {
    select.value = chosen;
  }
}

/** A word for an outcome: its colour never says anything alone. */
export function badge(kind, text, title) {
  return h("span", { class: `badge ${kind}`, text, title });
}

/** A button that copies a text, and says so. */
export function copyButton(what, text) {
  return button("Copy", () => copy(what, typeof text === "function" ? text() : text), {
    class: "small",
    "aria-label": `Copy ${what}`,
  });
}

async function copy(what, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // On an address that is not of this machine, browsers hide the clipboard.
    const area = h("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`Copied ${what}`);
}

/** Says what was done, in view and to a screen reader. */
export function say(message) {
  show("said", message, 6_000);
}

/** Says what failed; it stays until it is closed or something is done. */
export function complain(problem) {
  show("complaint", problem instanceof Error ? problem.message : String(problem), 0);
}

let hiding = 0;

function show(kind, message, millis) {
  clearTimeout(hiding);
  const line = h("p", { class: kind, text: message });
  $("said").replaceChildren(...(kind === "said" ? [line] : []));
  $("complaint").replaceChildren(...(kind === "said" ? [] : [line, button("Close", clearNotices, { class: "small" })]));
  if (millis > 0) {
    hiding = setTimeout(clearNotices, millis);
  }
}

export function clearNotices() {
  $("said").replaceChildren();
  $("complaint").replaceChildren();
}

/** Runs what a button does; a failure is shown, and the button waits until it is done. */
export async function doing(element, action) {
  if (element.getAttribute("aria-busy") === "true") {
    return;
  }
  element.setAttribute("aria-busy", "true");
  try {
    await action();
  } catch (problem) {
    complain(problem);
  } finally {
    element.removeAttribute("aria-busy");
  }
}

/**
 * Runs a task again and again, but never twice at once, and with a pause between: what comes meanwhile is done once,
 * afterwards. So a busy client cannot keep the page busy.
 */
export function coalesced(task, pause = 150) {
  let running = false;
  let again = false;
  return async function run() {
    again = true;
    if (running) {
      return;
    }
    running = true;
    while (again) {
      again = false;
      try {
        await task();
      } catch (problem) {
        complain(problem);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    running = false;
  };
}
