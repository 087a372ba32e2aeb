// The control API, with the token that came in the fragment of the address.

const KEPT = "openvenue-token";

/** A call that was rejected, in the words of the control API. */
export class Rejected extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

let token = null;

/** Takes the token out of the address, where it would be seen; a reload of this tab finds it again. */
export function takeToken() {
  const given = tokenIn(location.hash);
  if (given !== null) {
    const rest = location.hash.replace(/^#/, "").replace(/(^|&)token=[^&]*/, "").replace(/^&/, "");
    history.replaceState(null, "", location.pathname + location.search + (rest === "" ? "" : "#" + rest));
    keepToken(given);
  } else {
    token = sessionStorage.getItem(KEPT);
  }
  return token !== null;
}

/** The token in a printed address, or in the fragment of one. */
export function tokenIn(text) {
  const match = /[#&]token=([0-9a-f]+)/.exec(text);
  return match === null ? null : match[1];
}

export function keepToken(given) {
  token = given;
  sessionStorage.setItem(KEPT, given);
}

export function forgetToken() {
  token = null;
  sessionStorage.removeItem(KEPT);
}

export const authorization = () => ({ Authorization: `Bearer ${token}` });

/** Joins a path; each part may be any text. */
export const path = (...parts) => "api/" + parts.map((part) => encodeURIComponent(part)).join("/");

async function call(method, target, body) {
  let response;
  try {
    response = await fetch(target, {
      method,
      headers: body === undefined ? authorization() : { ...authorization(), "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    throw new Rejected(0, "unreachable", "The simulator does not answer; it may have been stopped");
  }
  if (response.ok) {
    return response.json();
  }
  throw await rejection(response);
}

/** What a response that is not 200 says. */
export async function rejection(response) {
  let document = {};
  try {
    document = await response.json();
  } catch {
    // Not of the control API; said below.
  }
  return new Rejected(
    response.status,
    document.code ?? "unknown",
    document.message ?? `The console port answered with status ${response.status}`,
  );
}

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length === 0 ? "" : "?" + new URLSearchParams(given);
}

export const get = (target, values = {}) => call("GET", target + query(values));
export const post = (target, body) => call("POST", target, body);
export const put = (target, body) => call("PUT", target, body);
export const remove = (target, values = {}) => call("DELETE", target + query(values));
