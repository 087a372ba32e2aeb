import { createHmac, createPrivateKey, sign as signWithKey } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

/** `x-signature` of a spec, `signature` of its `runtime.json`; see specs/README.md. */
export interface SignatureScheme {
  time: string;
  parameters: { in: string; signed: string; drop?: string[]; keep?: string; add?: Record<string, string> };
  headers?: Record<string, string>;
  text: string;
  keys: Record<string, { encoding: string; algorithm?: string; code?: string; scheme?: string }>;
  send: { parameter?: string; headers?: Record<string, string>; 'empty-body'?: string };
}

/** One key: the secret of an HMAC, the PEM of an RSA or Ed25519 key, or the hex digits of a secp256k1 key. */
export interface Credentials {
  apiKey: string;
  passphrase?: string;
  key: Record<string, string>;
}

export interface PlainRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

type Pair = [name: string, value: string];

/** Signs a request of any venue. Header names are in lower case. Also returns the text that was signed. */
export function sign(
  scheme: SignatureScheme,
  credentials: Credentials,
  time: Date,
  request: PlainRequest,
): PlainRequest & { text: string } {
  const [[kind, secret]] = Object.entries(credentials.key);
  const key = scheme.keys[kind];
  if (!key) throw new Error(`This venue has no keys of the kind ${kind}: use ${Object.keys(scheme.keys).join(' or ')}`);
  const { parameters, send } = scheme;
  const { host } = new URL(request.url);
  const [address, query = ''] = request.url.split('?');
  const headers = { ...request.headers };
  for (const [name, value] of Object.entries(scheme.headers ?? {})) headers[name] ??= value;
  const values: Record<string, string> = {
    ...headers,
    apiKey: credentials.apiKey,
    passphrase: credentials.passphrase ?? '',
    time: scheme.time === 'epoch-millis' ? String(time.getTime()) : time.toISOString().slice(0, 19),
    method: request.method,
    host,
    path: address.slice(address.indexOf(host) + host.length),
    algorithm: key.algorithm ?? '',
    code: key.code ?? '',
  };

  const added: Pair[] = Object.entries(parameters.add ?? {}).map(([name, value]) => [name, fill(value, values)]);
  const isForm = parameters.in === 'query-or-form' && request.method !== 'GET';
  const isJson = parameters.in === 'query-or-json' && request.body !== '';
  let body = request.body;
  let sent = '';
  let decoded = '';
  if (isJson) {
    body = JSON.stringify({ ...JSON.parse(body), ...Object.fromEntries(added) });
  } else {
    const replaced = [...(parameters.drop ?? []), ...added.map(([name]) => name)];
    const own = pairs(isForm ? body : query).filter(([name]) => !replaced.includes(name));
    const all = [...own, ...added].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    sent = all.map((pair) => pair.map((part) => encode(part, parameters.keep)).join('=')).join('&');
    decoded = all.map((pair) => pair.join('=')).join('&');
  }
  values.query = parameters.signed === 'decoded' ? decoded : sent;
  values.body = isForm ? '' : body;

  const text = fill(scheme.text, values);
  values.signature = encoded(key.encoding, signature(kind, secret, text));
  if (send.parameter) sent += `&${send.parameter}=${encode(values.signature)}`;
  for (const [name, value] of Object.entries(send.headers ?? {})) headers[name.toLowerCase()] = fill(value, values);
  if (request.method !== 'GET' && body === '' && send['empty-body']) headers['content-type'] = send['empty-body'];
  const url = isForm || sent === '' ? address : `${address}?${sent}`;
  return { method: request.method, url, headers, body: isForm ? sent : body, text };
}

function signature(kind: string, key: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  switch (kind) {
    case 'hmac':
      return createHmac('sha256', key).update(bytes).digest();
    case 'rsa':
      return signWithKey('sha256', bytes, createPrivateKey(key));
    case 'ed25519':
      return signWithKey(null, bytes, createPrivateKey(key));
    case 'secp256k1':
      return personalSign(key, bytes);
    default:
      throw new Error(`No signer for a key of the kind ${kind}`);
  }
}

/** EIP-191, version 0x45: what wallets call personal_sign. */
function personalSign(key: string, message: Buffer): Buffer {
  const prefix = Buffer.from(`\x19Ethereum Signed Message:\n${message.length}`);
  const digest = keccak_256(Buffer.concat([prefix, message]));
  const secret = Buffer.from(key.replace(/^0x/, ''), 'hex');
  const [recovery, ...rs] = secp256k1.sign(digest, secret, { prehash: false, format: 'recovered' });
  return Buffer.from([...rs, 27 + recovery]);
}

function encoded(encoding: string, bytes: Buffer): string {
  if (encoding === '0x-hex') return `0x${bytes.toString('hex')}`;
  return bytes.toString(encoding === 'hex' ? 'hex' : 'base64');
}

function pairs(text: string): Pair[] {
  const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '));
  const split = text.split('&').filter((pair) => pair !== '');
  return split.map((pair) => {
    const [name, ...value] = pair.split('=');
    return [decode(name), decode(value.join('='))];
  });
}

function encode(text: string, keep = ''): string {
  const hex = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  let encoded = encodeURIComponent(text).replace(/[!'()*]/g, hex);
  for (const char of keep) encoded = encoded.replaceAll(encodeURIComponent(char), char);
  return encoded;
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{([?#]?)([\w-]+)\}/g, (_, prefix: string, name: string) => {
    const value = values[name] ?? '';
    return value === '' ? '' : prefix + value;
  });
}
