'use strict';
// Whether the debugger names mistakes, with signatures made by node's own crypto: node mistakes.js <its folder>.
const crypto = require('node:crypto');
const { load } = require('./load.js');

const page = load(process.argv[2]);
const secret = 'desk-secret-not-real';
const time = '1700000000000';
const hmac = (text, encoding, key = secret, hash = 'sha256') =>
  crypto.createHmac(hash, key).update(text).digest(encoding);

const xtGet = 'GET /trade/api/v1/getOrder?market=btc_usdt&id=123 HTTP/1.1\nHost: api.xt.com\n';
const body = '{"symbol": "BTCUSDT", "side": "buy", "size": "0.1"}';
const bitgetHead = 'Host: api.bitget.com\nContent-Type: application/json\n';
const bitgetPost = `POST /api/v2/spot/trade/place-order HTTP/1.1\n${bitgetHead}\n${body}`;
const bitgetGet = 'GET /api/v2/spot/trade/orderInfo?orderId=7&note=a%20b HTTP/1.1\nHost: api.bitget.com\n';
const htxGet = 'GET /v1/order/openOrders?symbol=btcusdt HTTP/1.1\nHost: api.huobi.pro\n';
const htxKey = 'AccessKeyId=desk&SignatureMethod=HmacSHA256&SignatureVersion=2';
const htxQuery = `${htxKey}&Timestamp=2023-11-14T22%3A13%3A20&symbol=btcusdt`;
const htxText = `GET\napi.huobi.pro\n/v1/order/openOrders\n${htxQuery}`;
const xt4Key = 'validate-algorithms=HmacSHA256&validate-appkey=desk&validate-recvwindow=5000';
const xt4Head = `${xt4Key}&validate-timestamp=${time}`;
const xt4Get = 'GET /v4/order?orderId=7 HTTP/1.1\nHost: sapi.xt.com\n';
const xtDue = `accesskey=desk&id=123&market=btc_usdt&nonce=${time}`;
const bitgetDue = `${time}POST/api/v2/spot/trade/place-order`;

/** venue, request, what came, and the mistakes that explain it. */
const table = [
  ['xt', xtGet, hmac(xtDue, 'hex'), ''],
  ['xt', xtGet, hmac(xtDue, 'hex').toUpperCase(), ''],
  [
    'xt',
    xtGet,
    hmac(`market=btc_usdt&id=123&accesskey=desk&nonce=${time}`, 'hex'),
    'for the parameters in the order given',
  ],
  ['xt', xtGet, hmac('accesskey=desk&id=123&market=btc_usdt&nonce=1700000000', 'hex'), 'for the time in seconds'],
  ['xt', xtGet, hmac(`id=123&market=btc_usdt`, 'hex'), 'without the parameters of key and time'],
  [
    'xt',
    xtGet,
    hmac(`id=123&market=btc_usdt&accesskey=desk&nonce=${time}`, 'hex'),
    'with the parameters of key and time at the end',
  ],
  ['xt', xtGet, hmac(xtDue, 'base64'), 'in Base64'],
  ['xt', xtGet, `0x${hmac(xtDue, 'hex')}`, 'in hex with 0x before it'],
  ['xt', xtGet, hmac(xtDue, 'hex', `${secret}\n`), 'for the secret with a line feed at its end'],
  ['xt', xtGet, hmac(xtDue, 'hex', secret, 'sha512'), 'for HMAC with SHA-512'],
  ['bitget', bitgetPost, hmac(bitgetDue + body.replaceAll(' ', ''), 'base64'), 'for this body without blanks'],
  ['bitget', bitgetPost, hmac(bitgetDue.replace('POST', 'post') + body, 'base64'), 'for the method in lower case'],
  [
    'bitget',
    bitgetPost,
    hmac(bitgetDue.replace('/api/v2', '') + body, 'base64'),
    'for the path without its beginning /api/v2',
  ],
  ['bitget', bitgetPost, hmac(bitgetDue, 'base64'), 'without the body'],
  ['bitget', bitgetPost, hmac(bitgetDue.replace('000POST', 'POST') + body, 'base64'), 'for the time in seconds'],
  ['bitget', bitgetPost, hmac(bitgetDue + body, 'hex'), 'in hex'],
  ['bitget', bitgetPost, hmac(bitgetDue + body, 'base64', Buffer.alloc(0)), 'for the secret left empty'],
  ['bitget', bitgetPost, Buffer.from(hmac(bitgetDue + body, 'hex')).toString('base64'), 'in hex and then in Base64'],
  [
    'bitget',
    bitgetGet,
    hmac(`${time}GET/api/v2/spot/trade/orderInfo?note=a%20b&orderId=7`, 'base64'),
    'exactly as they stand in the URL',
  ],
  [
    'bitget',
    bitgetGet,
    hmac(`${time}GET/api/v2/spot/trade/orderInfonote=a b&orderId=7`, 'base64'),
    'for the query with nothing before it',
  ],
  [
    'bitget',
    bitgetGet,
    hmac(`${time}get/api/v2/spot/trade/orderInfo?orderId=7&note=a b`, 'base64'),
    'in the order given, and for the method',
  ],
  ['htx', htxGet, hmac(htxText, 'base64'), ''],
  ['htx', htxGet, hmac(htxText.replaceAll('%3A', '%3a'), 'base64'), 'with lower-case escapes'],
  ['htx', htxGet, hmac(htxText.replaceAll('%3A', ':'), 'base64'), 'as plain text without percent escapes'],
  [
    'htx',
    htxGet,
    hmac(htxText.replace('api.huobi.pro', 'api-aws.huobi.pro'), 'base64'),
    'for the host api-aws.huobi.pro',
  ],
  ['htx', htxGet, hmac(htxText.replaceAll('\n', ''), 'base64'), 'for the parts with nothing between them'],
  ['htx', htxGet, hmac(htxText.replace('%3A20', '%3A20Z'), 'base64'), 'for the time with Z at its end'],
  ['htx', htxGet, encodeURIComponent(hmac(htxText, 'base64')), 'without its percent escapes'],
  ['xt-v4', xt4Get, hmac(`${xt4Head}#GET#/v4/order#orderId=7`, 'hex'), ''],
  ['xt-v4', xt4Get, hmac('#GET#/v4/order#orderId=7', 'hex'), 'without the signed headers'],
  ['xt-v4', xt4Get, hmac(`${xt4Head}#GET#/v4/order?orderId=7`, 'hex'), "for the query with '?' before it"],
  ['xt-v4', xt4Get, hmac(`${xt4Head}&GET&/v4/order#orderId=7`, 'hex'), "for the parts with '&' between them"],
];

function call(venue, request, kind = 'hmac', key = secret) {
  const { signature: scheme, servers } = page.venues.find(({ id }) => id === venue);
  return {
    scheme,
    servers,
    kind,
    credentials: { apiKey: 'desk', secret: key },
    time,
    request: page.parseRequest(request),
  };
}

const failures = [];
function expect(what, expected, actual) {
  if (actual !== expected) failures.push(`${what}\n  expected ${expected}\n  but was  ${actual}`);
}

async function tabled() {
  for (const [venue, request, signature, expected] of table) {
    const { lines } = await page.explain(call(venue, request), { signature });
    const sentence = expected === '' ? 'The signature is right' : 'Proved: the signature is right';
    if (!lines[0].startsWith(sentence) || !lines[0].includes(expected))
      expect(`${venue} ${request}`, expected, lines.join('\n'));
  }
}

/** The recovery id, what is hashed and the encoding of a wallet's signature; the text is that of a published recipe. */
async function wallets() {
  const key = '0000000000000000000000000000000000000000000000000000000000000001';
  const request = 'GET /api/third/order?entrustIds=180554928%2C180554929 HTTP/1.1\nHost: 127.0.0.1\n';
  const text = 'entrustIds=180554928,180554929&timestamp=1700000000000';
  const sign = (hash) => {
    const [recovery, ...rs] = page.secp256k1.sign(hash, Buffer.from(key, 'hex'), {
      prehash: false,
      format: 'recovered',
    });
    return [...rs, 27 + recovery];
  };
  const personal = (message) =>
    page.keccak256(Buffer.from(`\u0019Ethereum Signed Message:\n${message.length}${message}`));
  const hex = (bytes) => `0x${Buffer.from(bytes).toString('hex')}`;
  const right = sign(personal(text));
  const rows = [
    [hex(right), 'The signature is right'],
    [hex([...right.slice(0, 64), right[64] - 27]), 'with 27 or 28 as its last byte, where 0 or 1 came'],
    [hex(sign(page.keccak256(Buffer.from(text)))), 'for the text without the prefix of EIP-191'],
    [hex(sign(personal(text.replace(',', '%2C')))), 'exactly as they stand in the URL'],
    [Buffer.from(right).toString('base64'), 'in Base64'],
  ];
  for (const [signature, expected] of rows) {
    const { lines } = await page.explain(call('satori', request, 'secp256k1', key), { signature });
    if (!lines[0].includes(expected)) expect(`wallet ${signature}`, expected, lines.join('\n'));
  }
}

async function wholeMessages() {
  const unsorted = `market=btc_usdt&id=123&accesskey=desk&nonce=${time}`;
  const { lines } = await page.explain(call('xt', xtGet), { signature: hmac(unsorted, 'hex') });
  expect(
    'the whole explanation',
    [
      'Proved: the signature is right for the parameters in the order given',
      'signed  market=btc_usdt&id=123&accesskey=desk&nonce=1700…   57 bytes',
      'due     accesskey=desk&id=123&market=btc_usdt&nonce=1700…   57 bytes',
      "        ^ character 1: 'm' was signed, 'a' is due",
      'Rule: they are signed sorted by name',
      'Fix: sort the names in ASCII order before they are joined; the order in which they are sent does not matter',
    ].join('\n'),
    lines.join('\n'),
  );
  const other = await page.explain(call('bitget', bitgetPost), { text: `${bitgetDue}{"symbol":"BTCUSDT"}` });
  expect(
    'a text that no mistake gives',
    [
      'The text is another one than is due, and no usual mistake gives it:',
      'signed  …de/place-order{"symbol":"BTCUSDT"}   67 bytes',
      'due     …de/place-order{"symbol":␠"BTCUSDT",␠"side":␠"buy",␠"size":␠"0.1"}   98 bytes',
      "                                 ^ character 58: '\"' was signed, a space (U+0020) is due",
    ].join('\n'),
    other.lines.join('\n'),
  );
  const missing = await page.explain(call('bitget', bitgetGet), { request: bitgetGet });
  expect(
    'what is missing',
    ['ACCESS-KEY', 'ACCESS-SIGN', 'ACCESS-TIMESTAMP', 'ACCESS-PASSPHRASE']
      .map((name) => `The header ${name} is missing`)
      .join('\n'),
    missing.lines.join('\n'),
  );
  const unknown = await page.explain(call('xt', xtGet), { signature: hmac('something else', 'hex') });
  expect(
    'a signature of something else',
    'Unknown: none of the usual mistakes gives this signature. Is it of this secret, this time and this request?',
    unknown.lines[0],
  );
  const long = await page.explain(call('xt', xtGet), { signature: hmac('something else', 'hex', secret, 'sha512') });
  expect(
    'a signature that is too long',
    'Likely: the signature has 64 bytes where 32 are due: another algorithm or key made it',
    long.lines.join('\n'),
  );
}

async function curl() {
  const url = 'https://api.bitget.com/api/v2/spot/trade/place-order';
  const command = `curl -sS -X POST '${url}' -H "Content-Type: application/json" \\\n --data-raw '${body}'`;
  expect(
    'a command of curl',
    JSON.stringify(page.parseRequest(bitgetPost).body),
    JSON.stringify(page.parseRequest(command).body),
  );
  const sorted = (headers) => JSON.stringify(Object.entries(headers).sort());
  const again = page.parseRequest(page.curlText(page.parseRequest(bitgetPost)));
  const once = page.parseRequest(bitgetPost);
  expect(
    'curl and back',
    once.target + once.body + sorted(once.headers),
    again.target + again.body + sorted(again.headers),
  );
  for (const [text, problem] of [
    ["curl 'https://api.xt.com", "The command has a ' that nothing closes"],
    ['curl --frobnicate https://api.xt.com', "curl's option --frobnicate is not known here: leave it out"],
    ['nonsense', "'nonsense' is not the first line of a request: write method and path, as in GET /orders?limit=5"],
  ]) {
    try {
      page.parseRequest(text);
      expect(text, problem, 'no error');
    } catch (e) {
      expect(text, problem, e.message);
    }
  }
}

(async () => {
  await tabled();
  await wallets();
  await wholeMessages();
  await curl();
  failures.forEach((failure) => console.log(failure));
  console.log(`${failures.length} failures`);
})();
