/*
 * Text as bytes, and what differs between two texts. Every file of this folder is a classic script: modules do not
 * load from a file system.
 */
(function (page) {
  'use strict';

  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

  /** Null if the text is not hex. */
  function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return null;
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }

  /** Null if the text is not Base64. */
  function fromBase64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  }

  const written = {
    hex,
    '0x-hex': (bytes) => `0x${hex(bytes)}`,
    base64,
  };

  const read = {
    hex: fromHex,
    '0x-hex': (text) => (text.startsWith('0x') ? fromHex(text.slice(2)) : null),
    base64: fromBase64,
  };

  const encodingNames = { hex: 'hex', '0x-hex': 'hex with 0x before it', base64: 'Base64' };

  function sameBytes(a, b) {
    return a.length === b.length && a.every((byte, at) => byte === b[at]);
  }

  /** RFC 3986, but for the characters in keep, which stay as they are. */
  function percentEncoded(text, keep = '') {
    const escape = (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
    let encoded = encodeURIComponent(text).replace(/[!'()*]/g, escape);
    for (const char of keep) encoded = encoded.replaceAll(escape(char), char);
    return encoded;
  }

  function percentDecoded(text) {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      throw new Error(`'${text}' is not percent-encoded text: write % itself as %25, and other characters in UTF-8`);
    }
  }

  const hidden = /[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{Cn}\p{Co}]/u;
  const point = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

  /** Gives signs to the characters that nobody sees. */
  function visible(text) {
    return Array.from(text, (char) => {
      const code = char.codePointAt(0);
      if (code <= 32) return String.fromCodePoint(0x2400 + code);
      return hidden.test(char) ? `<${point(char)}>` : char;
    }).join('');
  }

  function named(char) {
    if (char === undefined) return 'the end';
    const names = { ' ': 'a space', '\n': 'a line feed', '\r': 'a carriage return', '\t': 'a tab' };
    if (names[char]) return `${names[char]} (${point(char)})`;
    return hidden.test(char) ? point(char) : `'${char}'`;
  }

  /** The first difference of two texts, counted in code points from 1; null if they are equal. */
  function difference(due, signed) {
    if (due === signed) return null;
    const [a, b] = [Array.from(due), Array.from(signed)];
    let at = 0;
    while (at < a.length && at < b.length && a[at] === b[at]) at++;
    const from = Math.max(0, at - 24);
    const before = (from > 0 ? '…' : '') + visible(a.slice(from, at).join(''));
    const after = (all) => visible(all.slice(at, at + 48).join('')) + (all.length > at + 48 ? '…' : '');
    return {
      position: at + 1,
      due: named(a[at]),
      signed: named(b[at]),
      dueExcerpt: before + after(a),
      signedExcerpt: before + after(b),
      caret: Array.from(before).length,
      dueBytes: utf8(due).length,
      signedBytes: utf8(signed).length,
    };
  }

  /** A difference for people: both texts, and a caret below the first character that differs. */
  function differenceLines(difference) {
    const { signedExcerpt, dueExcerpt, caret, position, signed, due, signedBytes, dueBytes } = difference;
    return [
      `signed  ${signedExcerpt}   ${signedBytes} bytes`,
      `due     ${dueExcerpt}   ${dueBytes} bytes`,
      `        ${' '.repeat(caret)}^ character ${position}: ${signed} was signed, ${due} is due`,
    ];
  }

  Object.assign(page, {
    utf8,
    hex,
    base64,
    fromHex,
    fromBase64,
    written,
    read,
    encodingNames,
    sameBytes,
    percentEncoded,
    percentDecoded,
    visible,
    difference,
    differenceLines,
  });
})((globalThis.OpenVenue ??= {}));
