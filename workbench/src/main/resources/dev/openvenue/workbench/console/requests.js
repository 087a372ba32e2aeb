// The requests that arrived, newest first: all that the simulator keeps, few of them as elements.

import { get, path } from "./api.js";
import { $, badge, coalesced, h, setText } from "./dom.js";
import { Rows, rowOf } from "./rows.js";
import { emit, on, store } from "./store.js";
import { count, counted, plain, time } from "./text.js";

/** As many as the simulator keeps. */
const MOST = 10_000;
const PAGE = 500;

/** What the buttons above the list show. */
const VIEWS = {
  all: () => true,
  rejected: ({ request }) => Boolean(request.rejectionCode) || request.status >= 400,
  signature: ({ request }) => request.signature === "rejected",
  faults: ({ request }) => Boolean(request.fault),
  "not-executed": ({ request }) => !request.executed,
};

const CELLS = ["number", "time", "venue", "operation", "status", "signature", "executed", "fault"];
const SIGNATURES = {
  accepted: ["good", "accepted"],
  rejected: ["bad", "rejected"],
  "not-needed": ["idle", "not needed"],
  "not-checked": ["idle", "not checked"],
};

/** Oldest first, as they come; each with the text that the filter looks through. */
let all = [];
let shown = [];
let dropped = 0;
let view = "all";
let unseen = 0;
let rows;

const entry = (request) => ({
  request,
  text: [request.number, request.venue, request.method, request.path, request.operation, request.status,
    request.rejectionCode, request.fault].join(" ").toLowerCase(),
});

const source = {
  length: () => shown.length,
  at: (index) => shown[shown.length - 1 - index],
  keyOf: (item) => item.request.number,
  indexOf: (number) => {
    const found = position(shown, number);
    return shown[found]?.request.number === number ? shown.length - 1 - found : -1;
  },
};

/** The place of a number in a list that is sorted by it. */
function position(list, number) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].request.number < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Adds requests, whatever their order, and none twice. */
function add(requests) {
  for (const request of requests) {
    const last = all[all.length - 1]?.request.number ?? 0;
    if (request.number > last) {
      all.push(entry(request));
    } else {
      const at = position(all, request.number);
      if (all[at].request.number !== request.number) {
        all.splice(at, 0, entry(request));
      }
    }
  }
  if (all.length > MOST) {
    dropped += all.length - MOST;
    all = all.slice(-MOST);
  }
}

function filtered() {
  const venue = $("only-here").checked ? store.venue?.id : undefined;
  const words = $("request-filter").value.trim().toLowerCase().split(/\s+/).filter((word) => word !== "");
  return all.filter((item) => (venue === undefined || item.request.venue === venue)
    && words.every((word) => item.text.includes(word)));
}

/** Shows what is to be shown now; another filter begins at its newest row. */
function render(another = false) {
  const newest = shown[shown.length - 1]?.request.number ?? 0;
  const candidates = filtered();
  for (const [name, test] of Object.entries(VIEWS)) {
    setText($(`view-${name}`).querySelector(".count"), count(name === "all" ? candidates.length
      : candidates.reduce((sum, item) => sum + (test(item) ? 1 : 0), 0)));
  }
  shown = view === "all" ? candidates : candidates.filter(VIEWS[view]);
  const added = shown.length - position(shown, newest + 1);
  if (another) {
    rows.toTop();
  }
  rows.changed(newest === 0 ? 0 : added);
  unseen = rows.atTop() ? 0 : unseen + added;
  renderUnseen();
  $("no-requests").hidden = shown.length > 0;
  setText($("no-requests"), all.length === 0
    ? "No request yet. Point your program to a base URL on the left, with the key below it."
    : "No request matches the filter.");
  setText($("request-count"), dropped > 0 ? `${count(all.length)} kept, ${count(dropped)} older ones dropped`
    : counted(all.length, "request"));
}

function renderUnseen() {
  $("unseen").hidden = unseen === 0;
  setText($("unseen"), `↑ ${counted(unseen, "new request")}`);
}

let frame = 0;
let refiltered = false;

function later() {
  if (frame === 0) {
    frame = requestAnimationFrame(() => {
      frame = 0;
      render(refiltered);
      refiltered = false;
    });
  }
}

function refilter() {
  refiltered = true;
  later();
}

function fill(row, { request }) {
  const [number, at, venue, operation, status, signature, executed, fault] = row.children;
  setText(number, String(request.number));
  setText(at, time(request.at));
  setText(venue, request.venue);
  operation.replaceChildren(h("span", { class: "method", text: request.method }),
    request.operation ? h("strong", { text: request.operation }) : h("em", { text: "unknown" }),
    h("span", { class: "quiet", text: plain(request.path) }));
  operation.title = `${request.method} ${plain(request.path)}`;
  status.replaceChildren(badge(statusKind(request), request.status === 0 ? "none" : String(request.status)),
    ...(request.rejectionCode ? [h("code", { text: plain(request.rejectionCode) })] : []));
  const [kind, word] = SIGNATURES[request.signature] ?? ["idle", request.signature];
  signature.replaceChildren(badge(kind, word));
  executed.replaceChildren(badge(request.executed ? "good" : "idle", request.executed ? "yes" : "no"));
  fault.replaceChildren(...(request.fault ? [badge("warn", plain(request.fault))] : []));
  fault.title = request.fault ? plain(request.fault) : "";
}

export function statusKind({ status, rejectionCode }) {
  return status === 0 || status >= 500 ? "bad" : rejectionCode || status >= 400 ? "warn" : "good";
}

/** Loads all that is kept: the newest first, so that something is to be seen, then the others. */
export const loadRequests = coalesced(async () => {
  const newest = await get(path("requests"), { limit: PAGE });
  all = [];
  shown = [];
  dropped = newest.dropped;
  add(newest.requests);
  render();
  const first = newest.requests[0]?.number ?? 0;
  for (let after = "0", more = newest.requests.length === PAGE; more; ) {
    const page = await get(path("requests"), { after, limit: PAGE });
    add(page.requests);
    after = page.next;
    more = page.requests.length === PAGE && Number(after) < first;
  }
  render();
}, 0);

/** Another request than the open one, up or down the list. */
export const stepRequest = (by) => rows.step(by, true);

export function markRequest(number) {
  const index = number === null ? -1 : source.indexOf(number);
  rows.choose(index < 0 ? null : source.at(index), false);
}

export function focusRequests() {
  $("request-grid").focus();
}

export function startRequests() {
  rows = new Rows($("request-grid"), $("request-rows"), {
    source,
    make: () => rowOf(CELLS),
    fill,
    onOpen: ({ request }) => emit("open", request.number),
  });
  for (const name of Object.keys(VIEWS)) {
    $(`view-${name}`).addEventListener("click", () => {
      view = name;
      Object.keys(VIEWS).forEach((one) => $(`view-${one}`).setAttribute("aria-pressed", String(one === name)));
      refilter();
    });
  }
  $("request-filter").addEventListener("input", refilter);
  $("only-here").addEventListener("change", refilter);
  $("unseen").addEventListener("click", () => {
    rows.toTop();
    unseen = 0;
    renderUnseen();
    focusRequests();
  });
  $("request-grid").addEventListener("scroll", () => {
    if (unseen > 0 && rows.atTop()) {
      unseen = 0;
      renderUnseen();
    }
  }, { passive: true });
  on("choice", () => $("only-here").checked && refilter());
  on("request", (request) => {
    add([request]);
    later();
  });
  on("reset", (event) => {
    if (event.venue === null || event.venue === undefined) {
      loadRequests();
    }
  });
}
