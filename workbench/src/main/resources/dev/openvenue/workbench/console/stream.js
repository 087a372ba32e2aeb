// Server-sent events over fetch, because EventSource can send no header and so no token.

import { Rejected, authorization, rejection } from "./api.js";

/** The server sends a comment every 15 seconds; after so long without any the connection is dead. */
const SILENCE = 45_000;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 10_000;
/** A browser has six connections to a host: a page that nobody looks at gives its own back. */
const HIDDEN = 30_000;

/** Takes a stream of text apart. Calls back with each event, and with null for a comment. */
export function parser(onEvent) {
  let rest = "";
  let event = {};
  return (chunk) => {
    const lines = (rest + chunk).split(/\r\n|\n/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === "") {
        if (event.data !== undefined) {
          onEvent(event);
        }
        event = {};
      } else if (line.startsWith(":")) {
        onEvent(null);
      } else {
        const [, name, value] = /^([^:]*):? ?(.*)$/s.exec(line);
        event[name] = name === "data" && event.data !== undefined ? event.data + "\n" + value : value;
      }
    }
  };
}

/**
 * Reads events until the page is closed. Listeners: connected(again) once a connection stands, event(name, data),
 * waiting(millis, problem) before the next attempt, rejected(problem) when the token is wrong, which ends it.
 */
export function follow(listeners) {
  let lastId = null;
  let wait = SHORTEST_WAIT;
  let abort = new AbortController();
  let wake = () => {};
  let hiding = 0;
  let hidden = false;

  async function read() {
    abort = new AbortController();
    let alarm = 0;
    const alive = () => {
      clearTimeout(alarm);
      alarm = setTimeout(() => abort.abort(), SILENCE);
    };
    alive();
    try {
      const headers = { ...authorization(), ...(lastId === null ? {} : { "Last-Event-ID": lastId }) };
      const response = await fetch("api/events", { headers, cache: "no-store", signal: abort.signal });
      if (!response.ok) {
        throw await rejection(response);
      }
      let connected = false;
      const parse = parser((event) => {
        if (!connected) {
          connected = true;
          wait = SHORTEST_WAIT;
          listeners.connected(lastId !== null);
        }
        if (event !== null) {
          lastId = event.id ?? lastId;
          listeners.event(event.event, JSON.parse(event.data));
        }
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        alive();
        parse(part.value);
      }
    } finally {
      clearTimeout(alarm);
    }
  }

  const woken = (millis) =>
    new Promise((resolve) => {
      wake = resolve;
      if (millis !== null) {
        setTimeout(resolve, millis);
      }
    });

  async function run() {
    for (;;) {
      let problem = null;
      try {
        await read();
      } catch (failure) {
        problem = failure;
      }
      if (problem instanceof Rejected && problem.status === 401) {
        listeners.rejected(problem);
        return;
      }
      do {
        const pause = hidden ? null : wait;
        listeners.waiting(pause, problem);
        await woken(pause);
      } while (hidden);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) {
      hiding = setTimeout(() => {
        hidden = true;
        abort.abort();
      }, HIDDEN);
    } else if (hidden) {
      hidden = false;
      wake();
    }
  });
  run();
  return {
    /** Tries at once instead of after the wait. */
    now: () => wake(),
  };
}
