/* Finds out what was signed: makes the usual mistakes, one and then two at a time, until one gives what came. */
(function (page) {
  'use strict';

  /** How many signatures are tried; fewer of those that cost more. */
  const most = { hmac: 4000, rsa: 600, ed25519: 600, secp256k1: 250 };

  /** Every way to read a signature that came, the due one first: {id, did, bytes}. */
  function readings(received, encoding) {
    const found = [];
    const add = (id, did, bytes) => bytes && bytes.length > 0 && found.push({ id, did, bytes });
    const inside = (bytes, outer) =>
      bytes &&
      add('signature-encoded-twice', `in hex and then in ${page.encodingNames[outer]}`, page.fromHex(latin(bytes)));
    const again = (id, did, text) => text !== received && add(id, did, page.read[encoding](text));
    add('', '', page.read[encoding](received));
    for (const other of Object.keys(page.read).filter((name) => name !== encoding)) {
      const bytes = page.read[other](received);
      add('signature-in-other-encoding', `in ${page.encodingNames[other]}`, bytes);
      inside(bytes, other);
    }
    inside(page.read[encoding](received), encoding);
    again('signature-with-blanks', 'without the blanks or quotes in it', received.replace(/[\s"']/g, ''));
    again('signature-plus-lost', 'with + where a blank came', received.replaceAll(' ', '+'));
    again('signature-base64url', 'in Base64 for URLs', received.replaceAll('-', '+').replaceAll('_', '/'));
    if (/%[0-9a-fA-F]{2}/.test(received)) {
      again(
        'signature-percent-encoded',
        'without its percent escapes',
        page.percentDecoded(received.replaceAll('+', '%2B')),
      );
    }
    return found;
  }

  function latin(bytes) {
    return String.fromCharCode(...bytes);
  }

  /** The same signatures with a recovery id of 27 or 28, where it was left out or counted from 0. */
  function withRecoveryIds(all) {
    const more = [];
    for (const { bytes } of all) {
      const id = 'signature-recovery-id';
      if (bytes.length === 65 && bytes[64] <= 1) {
        const counted = Uint8Array.from([...bytes.slice(0, 64), bytes[64] + 27]);
        more.push({ id, did: 'with 27 or 28 as its last byte, where 0 or 1 came', bytes: counted });
      } else if (bytes.length === 64) {
        for (const last of [27, 28])
          more.push({ id, did: `with ${last} as its last byte`, bytes: Uint8Array.from([...bytes, last]) });
      }
    }
    return [...all, ...more];
  }

  /**
   * What reproduces a signature: {mistakes, text}, without mistakes if it is right; null if nothing does.
   *
   * @param signed what sign() gave for the same call
   */
  async function explainSignature(signed, received) {
    const { scheme, kind, credentials } = signed.parts.call;
    const { encoding } = scheme.keys[kind];
    const read = readings(received.trim() === received ? received : received.trim(), encoding);
    const all = kind === 'secp256k1' ? withRecoveryIds(read) : read;
    const key = await page.readKey(kind, credentials.secret, credentials);
    const bytes = all.map((reading) => reading.bytes);
    const seen = new Set();
    let left = most[kind];
    const attempt = async (parts, made) => {
      const text = page.canonicalText(parts);
      if (seen.has(text) || left <= 0 || all.length === 0) return null;
      seen.add(text);
      left--;
      const index = await key.matches(page.utf8(text), bytes);
      return index < 0 ? null : found(made, all[index], encoding, text);
    };
    const usual = page.mistakes(signed.parts);
    return (
      (await attempt(signed.parts, [])) ??
      (await withKeyMistakes(key, signed.text, bytes, all, encoding)) ??
      (await first(usual, (mistake) => attempt(mistake.change(signed.parts), [mistake]))) ??
      (await first(pairsOf(usual), ([one, two]) => attempt(two.change(one.change(signed.parts)), [one, two])))
    );
  }

  async function first(all, look) {
    for (const each of all) {
      const result = await look(each);
      if (result) return result;
    }
    return null;
  }

  async function withKeyMistakes(key, text, bytes, all, encoding) {
    return first(key.mistakes, async (mistake) => {
      const index = await mistake.matches(page.utf8(text), bytes);
      return index < 0 ? null : found([mistake], all[index], encoding, text);
    });
  }

  /** Two mistakes of different axes; that of the time first, which begins with new pieces. */
  function* pairsOf(usual) {
    const short = usual.filter(({ id }) => id !== 'time-read-twice');
    for (let i = 0; i < short.length; i++) {
      for (const other of short.slice(i + 1)) {
        if (other.axis !== short[i].axis) yield other.axis === 'time' ? [other, short[i]] : [short[i], other];
      }
    }
  }

  function found(mistakes, reading, encoding, text) {
    const name = page.encodingNames[encoding];
    const coding = {
      id: reading.id,
      did: reading.did,
      due: `it is sent as ${name}`,
      fix: `Write the signature as ${name}`,
    };
    return { mistakes: reading.id === '' ? mistakes : [...mistakes, coding], text };
  }

  /** The mistakes that give a text that somebody signed; null if none does. */
  function explainText(signed, received) {
    if (received === signed.text) return { mistakes: [], text: received };
    const usual = page.mistakes(signed.parts);
    const gives = (parts) => page.canonicalText(parts) === received;
    const one = usual.find((mistake) => gives(mistake.change(signed.parts)));
    if (one) return { mistakes: [one], text: received };
    for (const [a, b] of pairsOf(usual)) {
      if (gives(b.change(a.change(signed.parts)))) return { mistakes: [a, b], text: received };
    }
    return null;
  }

  /** What can be said of the shape of a signature that nothing reproduces; null if nothing. */
  function shapeOf(signed, received) {
    const { encoding } = signed.parts.call.scheme.keys[signed.parts.call.kind];
    const due = page.read[encoding](signed.signature);
    const came = page.read[encoding](received);
    if (!came) return `The signature is not written as ${page.encodingNames[encoding]}`;
    if (came.length === due.length) return null;
    return `The signature has ${came.length} bytes where ${due.length} are due: another algorithm or key made it`;
  }

  Object.assign(page, { explainSignature, explainText, shapeOf });
})((globalThis.OpenVenue ??= {}));
