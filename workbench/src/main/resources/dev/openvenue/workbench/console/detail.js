// A request in full: what arrived, what became of it, and why.

import { get, path } from "./api.js";
import { $, badge, button, copyButton, h } from "./dom.js";
import { explanationCard } from "./explain.js";
import { focusRequests, markRequest, statusKind, stepRequest } from "./requests.js";
import { on } from "./store.js";
import { indented, pairs, plain, time } from "./text.js";

const DELIVERIES = {
  whole: "delivered",
  half: "half of it delivered, then the connection closed",
  nothing: "nothing delivered: the connection closed",
  last: "delivered, then the connection closed",
};
const SIGNATURES = {
  accepted: ["good", "Signature accepted"],
  rejected: ["bad", "Signature rejected"],
  "not-needed": ["idle", "No signature needed"],
  "not-checked": ["idle", "Signature not checked"],
};

/** The number of the request that is shown; null for none. */
let opened = null;

function step(kind, title, note) {
  return h("li", { class: kind }, h("strong", { text: title }), note ? h("span", { text: note }) : null);
}

/** The way of the request, from its arrival to what its client saw. */
function steps(request) {
  const [kind, word] = SIGNATURES[request.signature] ?? ["idle", request.signature];
  const rejected = request.rejectionCode ? `, rejected with ${plain(request.rejectionCode)}` : "";
  return h("ol", { class: "steps", "aria-label": "What became of it" },
    step("idle", "Arrived", time(request.at)),
    request.fault ? step("warn", "A fault struck", plain(request.fault)) : null,
    step(kind, word, request.account === null || request.account === undefined ? "" : `account ${request.account}`),
    step(request.executed ? "good" : "idle", request.executed ? "Executed" : "Not executed",
      !request.executed && request.fault ? "when the response was sent" : ""),
    step(request.delivery === "nothing" ? "bad" : statusKind(request), `Response ${request.status || "none"}`,
      `${DELIVERIES[request.delivery] ?? request.delivery}${rejected}`));
}

function table(rows, label) {
  return h("table", { class: "pairs", "aria-label": label }, h("tbody", {}, ...rows.map(([name, value]) =>
    h("tr", {}, h("th", { scope: "row", text: plain(name) }), h("td", {}, h("code", { text: plain(value) }))))));
}

const headers = (lines, label) => fold(`${label} headers`, lines.length,
  table(lines.map(({ name, value }) => [name, value]), `${label} headers`), false);

function fold(title, size, content, open = true) {
  const summary = h("summary", {}, title, h("span", { class: "quiet", text: ` ${size}` }));
  return h("details", { open }, summary, content);
}

function body(text, label, truncated) {
  if (text === "") {
    return h("p", { class: "quiet", text: `${label}: none` });
  }
  const lines = indented(text);
  const shown = h("pre", { class: "body", tabindex: "0", text: plain(lines, true) });
  const toggle = lines === text ? null : button("As it came", () => {
    const raw = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(raw));
    shown.textContent = plain(raw ? text : lines, true);
  }, { class: "small", "aria-pressed": "false" });
  return h("div", { class: "body-part" }, h("div", { class: "row" }, h("h4", { text: label }),
    truncated ? badge("warn", "cut off") : null, toggle, copyButton(`the ${label.toLowerCase()}`, text)), shown);
}

function render(request, explanation) {
  const query = pairs(request.query);
  $("detail-body").replaceChildren(
    h("p", { class: "target" }, h("span", { class: "method", text: request.method }),
      h("code", { text: plain(request.path) })),
    h("p", { class: "quiet" }, h("strong", { text: request.operation ?? "unknown operation" }),
      ` at ${request.venue}, its request ${request.numberAtVenue}`),
    steps(request),
    explanation,
    request.rejectionMessage ? h("p", { class: "venue-says" }, h("span", { class: "quiet", text: "The venue says " }),
      h("q", { text: plain(request.rejectionMessage) })) : null,
    h("h3", { text: "Request" }),
    query.length === 0 ? h("p", { class: "quiet", text: "Query: none" })
      : fold("Query", query.length, table(query, "Query")),
    headers(request.requestHeaders, "Request"),
    body(request.requestBody, "Request body", request.truncated && request.requestBody.length >= 65_536),
    h("h3", { text: "Response" }),
    headers(request.responseHeaders, "Response"),
    body(request.responseBody, "Response body", request.truncated && request.responseBody.length >= 65_536),
    h("p", { class: "quiet", text: "Keys and signatures are masked." }));
  $("detail-body").querySelectorAll("mark").forEach((mark) => mark.scrollIntoView({ block: "nearest" }));
  $("detail-body").scrollTop = 0;
}

async function explain(request) {
  if (!request.explained) {
    return null;
  }
  try {
    return explanationCard(await get(path("venues", request.venue, "explanations", request.numberAtVenue)));
  } catch (problem) {
    return h("p", { class: "quiet", text: problem.message });
  }
}

export async function openRequest(number) {
  opened = number;
  $("detail").hidden = false;
  $("frame").classList.add("with-detail");
  $("detail-title").textContent = `Request ${number}`;
  history.replaceState(null, "", `#request=${number}`);
  markRequest(number);
  try {
    const request = await get(path("requests", number));
    const explanation = await explain(request);
    if (opened === number) {
      render(request, explanation);
    }
  } catch (problem) {
    if (opened === number) {
      $("detail-body").replaceChildren(h("p", { text: problem.message }));
    }
  }
}

export function closeDetail() {
  if (opened === null) {
    return false;
  }
  opened = null;
  $("detail").hidden = true;
  $("frame").classList.remove("with-detail");
  $("detail-body").replaceChildren();
  history.replaceState(null, "", location.pathname);
  focusRequests();
  return true;
}

export function startDetail() {
  $("detail-buttons").append(
    button("↑ Newer", () => stepRequest(-1), { class: "small", "aria-label": "The newer request" }),
    button("↓ Older", () => stepRequest(1), { class: "small", "aria-label": "The older request" }),
    button("Close", closeDetail, { class: "small" }));
  on("open", openRequest);
  on("reset", (event) => (event.venue ?? null) === null && closeDetail());
}

/** The request that the address names, if it names one. */
export function requestInAddress() {
  const match = /[#&]request=([1-9][0-9]{0,15})$/.exec(location.hash);
  return match === null ? null : Number(match[1]);
}
