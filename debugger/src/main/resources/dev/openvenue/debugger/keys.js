/*
 * Keys of the four kinds: HMAC, RSA and Ed25519 of the browser (WebCrypto), secp256k1 of secp256k1.js, which the build
 * makes.
 */
(function (page) {
  'use strict';

  const { utf8, hex, sameBytes } = page;
  const hashes = { hmac: ['SHA-512', 'SHA-384', 'SHA-1'], rsa: ['SHA-512', 'SHA-1'] };
  /** What stands before the 32 bytes of an Ed25519 key in PKCS#8. */
  const ed25519Head = page.fromHex('302e020100300506032b657004220420');

  /**
   * A key: {sign, matches, mistakes}. matches(bytes, signatures) is the index of the signature that is one of these
   * bytes, or -1; mistakes are other ways to use the key, each with matches of its own.
   */
  async function readKey(kind, secret, others = {}) {
    if (!secret) throw new Error('There is no secret yet: make a test key, or paste one');
    if (kind === 'secp256k1') return walletKey(secret);
    if (!globalThis.crypto?.subtle) {
      throw new Error(
        'This browser signs only on pages from a file, from 127.0.0.1 or over HTTPS: open the page there',
      );
    }
    const key = kind === 'hmac' ? hmacKey(utf8(secret)) : await privateKey(kind, secret);
    return { ...key, mistakes: [...key.mistakes, ...(kind === 'hmac' ? secretMistakes(secret, others) : [])] };
  }

  function matcher(sign) {
    return async (bytes, signatures) => {
      const due = await sign(bytes);
      return signatures.findIndex((signature) => sameBytes(signature, due));
    };
  }

  function hmac(secret, hash) {
    // WebCrypto rejects an empty key; HMAC fills keys up with zeros, so this one is the empty key.
    const bytes = secret.length === 0 ? new Uint8Array(1) : secret;
    const key = crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
    return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', await key, text));
  }

  function hmacKey(secret) {
    const sign = hmac(secret, 'SHA-256');
    const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const due = 'HMAC-SHA256 of the text with the secret is due';
    const fix = 'Sign with HMAC-SHA256';
    const other = (id, did, used) => ({ id, did, due, fix, matches: matcher(used) });
    return {
      sign,
      matches: matcher(sign),
      mistakes: [
        ...hashes.hmac.map((hash) => other('hash-other', `for HMAC with ${hash}`, hmac(secret, hash))),
        other('hash-without-secret', 'for SHA-256 of the text without the secret', digest),
        other('hash-with-secret', 'for SHA-256 of secret and text instead of HMAC', (text) =>
          digest(joined(secret, text)),
        ),
        other('hash-with-secret', 'for SHA-256 of text and secret instead of HMAC', (text) =>
          digest(joined(text, secret)),
        ),
        other('secret-and-text-swapped', 'for HMAC with the text as key and the secret as text', (text) =>
          hmac(text, 'SHA-256')(secret),
        ),
        other('text-hashed-first', 'for the SHA-256 of the text, in hex, instead of the text', async (text) =>
          sign(utf8(hex(await digest(text)))),
        ),
      ],
    };
  }

  function joined(...all) {
    return Uint8Array.from(all.flatMap((bytes) => [...bytes]));
  }

  function secretMistakes(secret, { apiKey, passphrase }) {
    const strip = 'Strip the secret after it is read from a file, a variable or the clipboard';
    const plain = 'Use the characters of the secret as they are: their bytes in UTF-8 are the key';
    const issued = 'Sign with the secret that was issued together with the API key';
    const own = utf8(secret);
    const urlSafe = secret.replaceAll('-', '+').replaceAll('_', '/');
    const list = [
      ['secret-with-line-feed', 'with a line feed at its end', strip, `${secret}\n`],
      ['secret-with-line-feed', 'with carriage return and line feed at its end', strip, `${secret}\r\n`],
      ['secret-with-blank', 'with a blank at its end', strip, `${secret} `],
      ['secret-with-blank', 'with a blank before it', strip, ` ${secret}`],
      ['secret-with-blank', 'with a tab at its end', strip, `${secret}\t`],
      ['secret-with-byte-order-mark', 'with a byte order mark before it', strip, `\uFEFF${secret}`],
      ['secret-stripped', 'without the blanks around it', 'Do not strip the secret', secret.trim()],
      ['secret-in-quotes', 'in quotes', 'Take the quotes away from the secret', `"${secret}"`],
      ['secret-in-quotes', 'in single quotes', 'Take the quotes away from the secret', `'${secret}'`],
      ['secret-base64-decoded', 'decoded from Base64', plain, page.fromBase64(secret)],
      ['secret-base64url-decoded', 'decoded from Base64 for URLs', plain, page.fromBase64(urlSafe)],
      ['secret-hex-decoded', 'decoded from hex', plain, page.fromHex(secret)],
      ['secret-hex-encoded', 'written as hex', plain, hex(own)],
      ['secret-base64-encoded', 'encoded as Base64', plain, page.base64(own)],
      ['secret-percent-encoded', 'percent-encoded', plain, page.percentEncoded(secret)],
      ['secret-lower-case', 'in lower case', plain, secret.toLowerCase()],
      ['secret-upper-case', 'in upper case', plain, secret.toUpperCase()],
      ['secret-with-ampersand', 'with & at its end', plain, `${secret}&`],
      ['api-key-as-secret', 'replaced by the API key', issued, apiKey ?? null],
      ['passphrase-as-secret', 'replaced by the passphrase', issued, passphrase || null],
      ['passphrase-as-secret', 'followed by the passphrase', issued, passphrase ? secret + passphrase : null],
      ['secret-empty', 'left empty', issued, ''],
    ];
    return list
      .map(([id, did, fix, other]) => [id, did, fix, typeof other === 'string' ? utf8(other) : other])
      .filter(([, , , other]) => other !== null && !sameBytes(other, own))
      .map(([id, did, fix, other]) => ({
        id,
        did: `for the secret ${did}`,
        due: 'the secret itself is the key',
        fix,
        matches: matcher(hmac(other, 'SHA-256')),
      }));
  }

  async function privateKey(kind, secret) {
    const name = kind === 'rsa' ? 'RSASSA-PKCS1-v1_5' : 'Ed25519';
    const bytes = kind === 'ed25519' && !secret.includes('-----') ? joined(ed25519Head, seed(secret)) : pkcs8(secret);
    const signer = async (hash) => {
      const key = await imported(bytes, kind === 'rsa' ? { name, hash } : { name }, kind);
      return async (text) => new Uint8Array(await crypto.subtle.sign(name, key, text));
    };
    const sign = await signer('SHA-256');
    const due = `${kind === 'rsa' ? 'RSA with SHA-256' : 'Ed25519'} of the text is due`;
    const digest = async (text) => utf8(hex(new Uint8Array(await crypto.subtle.digest('SHA-256', text))));
    const fix = 'Sign the text itself';
    const mistakes = [];
    for (const hash of hashes[kind] ?? []) {
      mistakes.push({ id: 'hash-other', did: `for RSA with ${hash}`, due, fix, matches: matcher(await signer(hash)) });
    }
    const matches = matcher(async (text) => sign(await digest(text)));
    mistakes.push({
      id: 'text-hashed-first',
      did: 'for the SHA-256 of the text, in hex, instead of the text',
      due,
      fix,
      matches,
    });
    return { sign, matches: matcher(sign), mistakes };
  }

  async function imported(bytes, algorithm, kind) {
    try {
      return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
    } catch (e) {
      if (e.name === 'NotSupportedError') throw new Error(`This browser has no ${kind} keys: use a newer one`);
      throw new Error(
        `The secret is not a private key of the kind ${kind}: paste PKCS#8 in PEM, -----BEGIN PRIVATE KEY-----`,
      );
    }
  }

  function pkcs8(pem) {
    const [, content] = /-----BEGIN PRIVATE KEY-----([\s\S]*)-----END PRIVATE KEY-----/.exec(pem) ?? [];
    if (!content) throw new Error('The secret is not PKCS#8 in PEM: it starts with -----BEGIN PRIVATE KEY-----');
    const bytes = page.fromBase64(content.replace(/\s/g, ''));
    if (!bytes)
      throw new Error('The secret is not PKCS#8 in PEM: what stands between its first and last line is not Base64');
    return bytes;
  }

  function seed(text) {
    const bytes = page.fromHex(text.trim()) ?? page.fromBase64(text.trim());
    if (bytes?.length !== 32)
      throw new Error('The secret is no Ed25519 key: paste PKCS#8 in PEM, or its 32 bytes in hex or Base64');
    return bytes;
  }

  function walletKey(secret) {
    const { secp256k1, keccak256 } = page;
    const bytes = page.fromHex(secret.trim().replace(/^0x/, ''));
    if (bytes?.length !== 32) throw new Error('The secret is no secp256k1 key: paste its 32 bytes in hex');
    const personal = (text, length = text.length) =>
      keccak256(joined(utf8(`\u0019Ethereum Signed Message:\n${length}`), text));
    const publicKey = secp256k1.getPublicKey(bytes);
    const recovers = (digest) => (text, signatures) => {
      const hash = digest(text);
      return Promise.resolve(signatures.findIndex((signature) => isBy(secp256k1, publicKey, hash, signature)));
    };
    const characters = (text) => new TextDecoder().decode(text).length;
    const asHex = (text) => utf8(`0x${hex(text)}`);
    const due = 'personal_sign of the text is due';
    const fix =
      'Sign the text with personal_sign: Keccak of "\\u0019Ethereum Signed Message:\\n", ' +
      'the length of the text in bytes, and the text';
    const other = (id, did, digest) => ({ id, did, due, fix, matches: recovers(digest) });
    return {
      sign: async (text) => {
        const [recovery, ...rs] = secp256k1.sign(personal(text), bytes, { prehash: false, format: 'recovered' });
        return Uint8Array.from([...rs, 27 + recovery]);
      },
      matches: recovers(personal),
      mistakes: [
        other('text-without-prefix', 'for the text without the prefix of EIP-191', keccak256),
        other('prefix-in-characters', 'for a prefix that counts characters instead of bytes', (text) =>
          personal(text, characters(text)),
        ),
        other('text-hashed-first', 'for the Keccak hash of the text instead of the text', (text) =>
          personal(keccak256(text)),
        ),
        other('text-hashed-first', 'for the Keccak hash of the text, in hex, instead of the text', (text) =>
          personal(asHex(keccak256(text))),
        ),
        other('text-as-hex', 'for the text written as hex', (text) => personal(asHex(text))),
        other('prefix-twice', 'for the prefix of EIP-191 twice', (text) => personal(personal(text))),
      ],
    };
  }

  /** Whether a signature with 27 or 28 as its last byte is of this key. */
  function isBy(secp256k1, publicKey, hash, signature) {
    const recovery = signature[64] - 27;
    if (signature.length !== 65 || (recovery !== 0 && recovery !== 1)) return false;
    try {
      const recovered = Uint8Array.from([recovery, ...signature.slice(0, 64)]);
      return sameBytes(secp256k1.recoverPublicKey(recovered, hash, { prehash: false }), publicKey);
    } catch {
      // No point of the curve: not a signature of this text by anybody.
      return false;
    }
  }

  /** An invented key of a kind, as its user would paste it. */
  async function inventKey(kind) {
    const random = () => hex(crypto.getRandomValues(new Uint8Array(32)));
    if (kind === 'hmac') return `test-${random()}`;
    if (kind === 'secp256k1') return random();
    const rsa = {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    };
    const pair = await crypto.subtle.generateKey(kind === 'rsa' ? rsa : { name: 'Ed25519' }, true, ['sign', 'verify']);
    const der = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    return ['-----BEGIN PRIVATE KEY-----', ...page.base64(der).match(/.{1,64}/g), '-----END PRIVATE KEY-----', ''].join(
      '\n',
    );
  }

  Object.assign(page, { readKey, inventKey });
})((globalThis.OpenVenue ??= {}));
