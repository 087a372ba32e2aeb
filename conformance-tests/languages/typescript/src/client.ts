import { readFileSync } from 'node:fs';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { sign, type Credentials, type SignatureScheme } from './signer.js';

/** What a client needs of a venue's `runtime.json`. */
export interface Runtime {
  servers: string[];
  signature: SignatureScheme;
  'client-headers'?: { name: string; value?: string; option?: string }[];
  operations: Record<string, { method: string; path: string; signed: boolean }>;
}

export function readRuntime(specs: string, venue: string): Runtime {
  return JSON.parse(readFileSync(`${specs}/${venue}/runtime.json`, 'utf8'));
}

export interface Options {
  baseUrl?: string;
  credentials?: Credentials;
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of the generated `paths`; it signs every call if it has credentials. */
export function createVenueClient<Paths extends object>(runtime: Runtime, options: Options = {}): Client<Paths> {
  const fixed = (runtime['client-headers'] ?? []).filter((header) => !header.option);
  const headers = { ...runtime.signature.headers, ...Object.fromEntries(fixed.map(({ name, value }) => [name, value])) };
  const client = createClient<Paths>({
    baseUrl: options.baseUrl ?? runtime.servers[0],
    headers,
    fetch: options.fetch,
    querySerializer: { array: { style: 'form', explode: false } },
    bodySerializer: stringify,
  });
  client.use(longNumbersAsText);
  if (options.credentials) client.use(signed(runtime.signature, options.credentials));
  return client;
}

function signed(scheme: SignatureScheme, credentials: Credentials): Middleware {
  return {
    async onRequest({ request }) {
      const { method, url } = request;
      const plain = { method, url, headers: Object.fromEntries(request.headers), body: await request.clone().text() };
      const result = sign(scheme, credentials, new Date(), plain);
      return new Request(result.url, { method, headers: result.headers, body: result.body || undefined });
    },
  };
}

/** JavaScript rounds what has more digits than a double: such ids and prices become text, so compare with String(id). */
const longNumbersAsText: Middleware = {
  async onResponse({ response }) {
    const { status, headers } = response;
    return new Response(quoteLongNumbers(await response.text()), { status, headers });
  },
};

export function quoteLongNumbers(json: string, quote = (digits: string) => `"${digits}"`): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => {
    const digits = token.replace(/[eE].*|\D/g, '').replace(/^0+/, '');
    return token.startsWith('"') || digits.length <= 15 ? token : quote(token);
  });
}

/** A bigint is sent as a bare number, which JSON.stringify refuses to do. */
function stringify(body: unknown): string {
  const marked = JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? `\u0000${value}` : value));
  return marked.replace(/"\\u0000(\d+)"/g, '$1');
}

/** What a call with a form needs beside its body. */
export const form = {
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  bodySerializer: (body: object) => new URLSearchParams(Object.entries(body)).toString(),
};
