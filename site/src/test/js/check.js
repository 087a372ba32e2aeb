'use strict';

/** What is wrong with the debugger's core in a signing case; nothing if it passes. Runs in node and in a browser. */
async function checkCase({ name, venue, data, request, text, signed }) {
  const page = globalThis.OpenVenue;
  const { signature: scheme } = page.venues.find(({ id }) => id === venue);
  const [[kind, secret]] = Object.entries(data.credentials.key);
  const credentials = { ...data.credentials, secret };
  const call = { scheme, kind, credentials, time: data.time, request: page.parseRequest(request) };
  try {
    const result = await page.sign(call);
    const due = page.parseRequest(signed);
    const headers = Object.entries(result.request.headers).map(([header, value]) => [header.toLowerCase(), value]);
    const own = { ...result.request, headers: Object.fromEntries(headers) };
    const read = page.readSigned(call, due);
    const explanation = await page.explain(call, { request: signed });
    const differences = [
      ['text', text, result.text],
      ['target', due.target, own.target],
      ['body', due.body, own.body],
      ...Object.entries(due.headers).map(([header, value]) => [header, value, own.headers[header]]),
      ['signature that was read', result.signature, read.signature],
      ['explanation of the signed request', 'The signature is right', explanation.lines.at(-1)],
    ]
      .filter(([, expected, actual]) => expected !== actual)
      .map(([what, expected, actual]) => `${name}: ${what}\n  expected ${expected}\n  but was  ${actual}`);
    if (!data.skip) return differences;
    return differences.length === 0 ? [`${name} is skipped, and passes: remove its skip`] : [];
  } catch (e) {
    return [`${name}: ${e.stack}`];
  }
}
