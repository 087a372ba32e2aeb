/* JSON as it was written: numbers and strings keep their text, so that writing it again loses no digit of an id. */
(function (page) {
  'use strict';

  const token =
    /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))\s*/y;

  /** A tree of {members}, {elements} and {raw}; null if the text is not JSON. */
  function readJson(text) {
    let at = 0;
    let next;
    const advance = () => {
      token.lastIndex = at;
      const match = token.exec(text);
      if (!match) throw new SyntaxError('not JSON');
      at = token.lastIndex;
      next = match[1] ?? match[2] ?? match[3];
    };
    const value = () => {
      advance();
      if (next === '{') return { members: list('}', member) };
      if (next === '[') return { elements: list(']', value) };
      if (/^[\]},:]/.test(next)) throw new SyntaxError('not JSON');
      return { raw: next };
    };
    const member = () => {
      advance();
      if (!next.startsWith('"')) throw new SyntaxError('not JSON');
      const name = next;
      advance();
      if (next !== ':') throw new SyntaxError('not JSON');
      return { name, value: value() };
    };
    const list = (end, item) => {
      const items = [];
      const start = at;
      advance();
      if (next === end) return items;
      at = start;
      for (;;) {
        items.push(item());
        advance();
        if (next === end) return items;
        if (next !== ',') throw new SyntaxError('not JSON');
      }
    };
    try {
      const tree = value();
      return at === text.length ? tree : null;
    } catch (e) {
      if (e instanceof SyntaxError) return null;
      throw e;
    }
  }

  const compact = { comma: ',', colon: ':' };
  const spaced = { comma: ', ', colon: ': ' };

  function writeJson(tree, style = compact, depth = 0) {
    if (tree.raw !== undefined) return tree.raw;
    const isObject = tree.members !== undefined;
    const items = isObject ? [...tree.members] : tree.elements;
    if (style.sorted && isObject) items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const text = items.map((item) =>
      isObject ? item.name + style.colon + writeJson(item.value, style, depth + 1) : writeJson(item, style, depth + 1),
    );
    const [open, close] = isObject ? '{}' : '[]';
    if (!style.indent || text.length === 0) return open + text.join(style.comma) + close;
    const line = (levels) => '\n' + ' '.repeat(style.indent * levels);
    return open + line(depth + 1) + text.join(style.comma + line(depth + 1)) + line(depth) + close;
  }

  /** The object with text members behind its own, which they replace. */
  function withMembers(tree, added) {
    const names = added.map(([name]) => name);
    const kept = tree.members.filter((member) => !names.includes(JSON.parse(member.name)));
    const more = added.map(([name, value]) => ({ name: JSON.stringify(name), value: { raw: JSON.stringify(value) } }));
    return { members: [...kept, ...more] };
  }

  /** The names and values of an object as parameters have them. */
  function membersAsPairs(tree) {
    return tree.members.map(({ name, value }) => [
      JSON.parse(name),
      value.raw?.startsWith('"') ? JSON.parse(value.raw) : writeJson(value),
    ]);
  }

  Object.assign(page, { readJson, writeJson, withMembers, membersAsPairs, compact, spaced });
})((globalThis.OpenVenue ??= {}));
