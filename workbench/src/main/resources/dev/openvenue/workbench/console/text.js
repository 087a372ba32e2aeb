// Texts as people can read them. No number of a venue is ever parsed: amounts and ids stay the text that they are.

const HIDDEN = /[\p{Cc}\p{Z}\p{Cf}\p{Cs}\p{Cn}\p{Co}]/u;
const MISLEADING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

const name = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const SIGNS = { " ": "·", "\n": "↵\n", "\t": "→" };

/**
 * Takes a text apart into what can be seen and signs for what cannot: blanks, line ends, characters without a glyph.
 * Each piece has a text, and says whether it is a sign.
 */
export function pieces(text) {
  const all = [];
  for (const one of text) {
    const sign = HIDDEN.test(one);
    const shown = sign ? (SIGNS[one] ?? `<${name(one)}>`) : one;
    const last = all[all.length - 1];
    if (last !== undefined && last.sign === sign) {
      last.text += shown;
    } else {
      all.push({ sign, text: shown });
    }
  }
  return all;
}

/** Gives signs to what could make a text look like another one: control characters, changes of direction. */
export function plain(text, breaks = false) {
  const value = String(text);
  return MISLEADING.test(value)
    ? Array.from(value, (one) => {
        const keep = !MISLEADING.test(one) || (breaks && (one === "\n" || one === "\t"));
        return keep ? one : `<${name(one)}>`;
      }).join("")
    : value;
}

/** The first difference of two texts, in characters (code points) from 1; null if they are equal. */
export function difference(due, signed) {
  if (due === signed) {
    return null;
  }
  const ours = Array.from(due);
  const theirs = Array.from(signed);
  let at = 0;
  while (at < ours.length && at < theirs.length && ours[at] === theirs[at]) {
    at++;
  }
  return { position: at + 1, due: character(ours[at]), signed: character(theirs[at]) };
}

const NAMED = { " ": "a space", "\n": "a line feed", "\r": "a carriage return", "\t": "a tab" };

function character(one) {
  if (one === undefined) {
    return "the end";
  } else if (NAMED[one]) {
    return `${NAMED[one]} (${name(one)})`;
  }
  return HIDDEN.test(one) ? name(one) : `'${one}'`;
}

export const bytes = (text) => new TextEncoder().encode(text).length;

/** Indents JSON by its text alone, so that no digit of an id or an amount changes; other text stays as it is. */
export function indented(text) {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) {
    return text;
  }
  let depth = 0;
  const line = () => "\n" + "  ".repeat(Math.max(depth, 0));
  const tokens = trimmed.match(/"(?:[^"\\]|\\.)*"?|[[\]{},:]|[^\s[\]{},:"]+/gs) ?? [];
  let out = "";
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (token === "{" || token === "[") {
      depth++;
      out += token + (next === "}" || next === "]" ? "" : line());
    } else if (token === "}" || token === "]") {
      depth--;
      const before = tokens[i - 1];
      out += (before === "{" || before === "[" ? "" : line()) + token;
    } else if (token === ",") {
      out += token + line();
    } else {
      out += token === ":" ? ": " : token;
    }
  });
  return out;
}

/** Takes a query or a form apart, without decoding it: what is signed is the text. */
export function pairs(query) {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

const two = (number) => String(number).padStart(2, "0");

/** The time of day here, to the millisecond. */
export function time(millis) {
  const date = new Date(millis);
  const seconds = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${seconds}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

export const count = (number) => number.toLocaleString("en-US");

/** "1 request", "2 requests". */
export const counted = (number, noun) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;
