// Why a request was rejected: the words of the explanation, and the texts that were signed, one above the other.

import { badge, button, copyButton, field, h } from "./dom.js";
import { bytes, counted, difference, pieces, plain } from "./text.js";

const GRADES = {
  proved: ["good", "Proved", "The simulator knows it, or has made the same signature by making the mistake"],
  likely: ["warn", "Likely", "It follows from the shape of what came"],
  unknown: ["idle", "Unknown", "No known mistake makes the signature that came"],
};

const seen = (text) => pieces(text).map((piece) => (piece.sign ? h("i", { text: piece.text }) : piece.text));

/** A text with all its characters to be seen; the one at a position, counted from 1, is marked. */
function marked(text, position) {
  const characters = Array.from(text);
  const at = position === undefined ? characters.length : position - 1;
  const mark = at < characters.length ? seen(characters[at]) : ["end"];
  return h("pre", { class: "signed-text", tabindex: "0" },
    ...seen(characters.slice(0, at).join("")),
    ...(position === undefined ? []
      : [h("mark", {}, ...mark), h("span", { class: "after" }, ...seen(characters.slice(at + 1).join("")))]));
}

function text(label, value, position) {
  const size = h("span", { class: "quiet", text: counted(bytes(value), "byte") });
  return h("figure", {},
    h("figcaption", {}, h("strong", { text: label }), size, copyButton(`the text that ${label.toLowerCase()}`, value)),
    marked(value, position));
}

/** Both texts, with the first difference marked in each; says it in words too. */
export function comparison(expected, received) {
  const first = difference(expected, received);
  return h("div", { class: "comparison" },
    text("Is due", expected, first?.position),
    text("Was signed", received, first?.position),
    h("p", { class: "first-difference", text: first === null ? "The two texts are equal."
      : `First difference, character ${first.position}: ${first.signed} was signed, ${first.due} is due.` }));
}

/** Where the simulator cannot know what was signed, the user's program can tell. */
function ownText(expected) {
  const area = h("textarea", { rows: "3", spellcheck: "false", autocomplete: "off" });
  const result = h("div", { "aria-live": "polite" });
  const compare = button("Compare", () => result.replaceChildren(comparison(expected, area.value)));
  return h("details", { class: "own" }, h("summary", { text: "Compare with the text that your program signs" }),
    field("Print it in your program, and paste it here; it stays in this page", area), compare, result);
}

function list(title, items, kind) {
  return items.length === 0 ? null : h("div", { class: kind }, h("h4", { text: title }),
    h("ul", {}, ...items.map((item) => h("li", { text: plain(item) }))));
}

/** An explanation of the control API. */
export function explanationCard(explanation) {
  const [kind, grade, hint] = GRADES[explanation.grade] ?? ["idle", explanation.grade, ""];
  const { expected, received } = explanation;
  const facts = Object.entries(explanation.facts);
  return h("section", { class: "explanation", "aria-labelledby": "explained" },
    h("div", { class: "row" }, h("h3", { id: "explained", text: "Why" }), badge(kind, grade, hint),
      h("code", { class: "quiet", text: explanation.mistake }), copyButton("the explanation", explanation.text)),
    h("p", { class: "sentence", text: plain(explanation.sentence) }),
    h("p", { class: "advice" }, h("strong", { text: "Do " }), plain(explanation.advice)),
    expected && received ? comparison(expected, received) : null,
    expected && !received ? h("div", { class: "comparison" }, text("Is due", expected), ownText(expected)) : null,
    list("Right, and need not be searched", explanation.right, "right"),
    list("Wrong as well", explanation.alsoWrong, "wrong"),
    facts.length === 0 ? null : h("dl", { class: "facts" }, ...facts.map(([name, value]) =>
      h("div", {}, h("dt", { text: name }), h("dd", {}, h("code", { text: plain(value) }))))));
}
