// Single keys, for whoever likes them; they can be turned off, because a voice or a cat types, too.

import { $ } from "./dom.js";
import { closeDetail } from "./detail.js";
import { focusRequests, stepRequest } from "./requests.js";
import { chooseVenue, store } from "./store.js";

const KEPT = "openvenue-single-keys";

const KEYS = {
  "/": () => $("request-filter").focus(),
  r: () => focusRequests(),
  b: () => ($("orders").querySelector("[tabindex='0']") ?? $("book-filter")).focus(),
  f: () => {
    $("faults-part").open = true;
    $("fault-kind").focus();
  },
  j: () => stepRequest(1),
  k: () => stepRequest(-1),
  "?": () => $("help-dialog").showModal(),
};

function typing(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, dialog") !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
    return;
  } else if (event.key === "Escape") {
    if (document.querySelector("dialog[open]") === null) {
      closeDetail();
    }
  } else if (!$("single-keys").checked || typing(event.target)) {
    return;
  } else if (/^[1-9]$/.test(event.key)) {
    chooseVenue(store.venues[Number(event.key) - 1]?.id);
  } else if (event.key in KEYS) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

export function startShortcuts() {
  $("single-keys").checked = localStorage.getItem(KEPT) !== "off";
  $("single-keys").addEventListener("change", ({ target }) =>
    localStorage.setItem(KEPT, target.checked ? "on" : "off"));
  $("open-help").addEventListener("click", () => $("help-dialog").showModal());
  document.addEventListener("keydown", onKey);
}
