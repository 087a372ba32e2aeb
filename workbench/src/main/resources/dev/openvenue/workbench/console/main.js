// Starts the page: takes the token, builds the parts, follows what happens.

import { forgetToken, get, keepToken, path, takeToken, tokenIn } from "./api.js";
import { startBook } from "./book.js";
import { openRequest, requestInAddress, startDetail } from "./detail.js";
import { $, complain, copyButton, h, setText } from "./dom.js";
import { startFaults } from "./faults.js";
import { startKeys } from "./keys.js";
import { startMarket } from "./market.js";
import { startMoney } from "./money.js";
import { loadRequests, startRequests } from "./requests.js";
import { startSession } from "./session.js";
import { startSettings } from "./settings.js";
import { startShortcuts } from "./shortcuts.js";
import { emit, refreshVenues, store } from "./store.js";
import { follow } from "./stream.js";
import { startVenues } from "./venues.js";
import { counted } from "./text.js";

function connection(kind, text) {
  $("connection").className = kind;
  setText($("connection").querySelector("span"), text);
}

async function renderStatus() {
  const status = await get(path("status"));
  $("facts").replaceChildren(
    h("span", {}, "seed ", h("code", { text: status.seed })), copyButton("the seed", status.seed),
    h("span", { class: "quiet", text: `version ${status.version}` }),
    status.recording ? h("span", { class: "quiet", text: `records to ${status.recording}` }) : "");
}

/** Counts the events that come at once with a connection: those that were missed. */
let missed = null;

async function caughtUp() {
  missed = 0;
  await renderStatus();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const events = missed;
  missed = null;
  connection("live", events === 0 ? "Live again" : `Live again, ${counted(events, "missed event")} caught up`);
  setTimeout(() => missed === null && $("connection").className === "live" && connection("live", "Live"), 8_000);
}

function loadAll() {
  renderStatus().catch(complain);
  refreshVenues();
  loadRequests();
  if (store.venue !== null) {
    emit("resync");
  }
}

function start() {
  $("login").hidden = true;
  $("frame").hidden = false;
  const stream = follow({
    connected(again) {
      connection("live", "Live");
      if (again) {
        caughtUp().catch(complain);
      } else {
        loadAll();
      }
    },
    event(name, data) {
      if (missed !== null) {
        missed++;
      }
      if (name === "resync") {
        loadAll();
      } else if (name !== "end") {
        emit(name, data);
      }
    },
    waiting(millis, problem) {
      const why = problem === null ? "Connection ended" : "No connection";
      connection("waiting", millis === null ? "Paused while hidden"
        : `${why}; next attempt in ${(millis / 1_000).toFixed(1)} s`);
    },
    rejected(problem) {
      forgetToken();
      login(problem.message);
    },
  });
  $("connect-now").onclick = () => stream.now();
  const request = requestInAddress();
  if (request !== null) {
    openRequest(request);
  }
}

function login(message) {
  connection("waiting", "Not connected");
  $("frame").hidden = true;
  $("login").hidden = false;
  $("login-problem").textContent = message;
  $("login-token").focus();
}

startShortcuts();
startRequests();
startDetail();
startVenues();
startKeys();
startSettings();
startFaults();
startBook();
startMarket();
startMoney();
startSession();
$("login-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("login-token").value.trim();
  $("login-token").value = "";
  keepToken(tokenIn(text) ?? text);
  start();
});
if (takeToken()) {
  start();
} else {
  login("");
}
