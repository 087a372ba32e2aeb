/* A request as people paste it: raw HTTP, or a command of curl. */
(function (page) {
  'use strict';

  /** Options of curl that change nothing here, those with a value and those without. */
  const ignoredWithValue = [
    '-A',
    '--user-agent',
    '-o',
    '--output',
    '-m',
    '--max-time',
    '--connect-timeout',
    '-w',
    '--write-out',
  ];
  const ignored = [
    '-s',
    '--silent',
    '-S',
    '--show-error',
    '-i',
    '--include',
    '-v',
    '--verbose',
    '-k',
    '--insecure',
  ].concat([
    '-L',
    '--location',
    '-f',
    '--fail',
    '--compressed',
    '-g',
    '--globoff',
    '-sS',
    '-sSL',
    '--http1.1',
    '--http2',
  ]);
  const dataOptions = ['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--data-urlencode', '--json'];

  /** Method, host, target, headers by their names in lower case, and body of either form. */
  function parseRequest(text) {
    const trimmed = text.replace(/^\s+/, '');
    if (trimmed === '') throw new Error('Paste a request: raw HTTP, or a command of curl');
    return /^curl(\.exe)?\s/.test(trimmed) ? parseCurl(trimmed) : parseHttp(trimmed);
  }

  function parseHttp(text) {
    const [, head, body] = /^([\s\S]*?)(?:\r?\n\r?\n([\s\S]*))?$/.exec(text);
    const [line, ...fields] = head.trimEnd().split(/\r?\n/);
    const [, method, target] = /^([A-Za-z]+)\s+(\S+)(?:\s+HTTP\/[\d.]+)?\s*$/.exec(line) ?? [];
    if (!method) {
      throw new Error(`'${line}' is not the first line of a request: write method and path, as in GET /orders?limit=5`);
    }
    const headers = {};
    for (const field of fields) addHeader(headers, field);
    return request(method, target, headers, body ?? '');
  }

  function addHeader(headers, field) {
    const colon = field.indexOf(':');
    if (colon < 1) throw new Error(`'${field}' is not a header: write name and value with a colon between them`);
    headers[field.slice(0, colon).trim().toLowerCase()] = field.slice(colon + 1).trim();
  }

  function request(method, address, headers, body) {
    const [, host, target] = /^(?:https?:\/\/([^/?#]*))?([^#]*)/.exec(address);
    if (host) headers.host = host;
    const rooted = target.startsWith('/') ? target : `/${target}`;
    return { method: method.toUpperCase(), target: rooted, headers, body };
  }

  /** Words of a command as a POSIX shell reads them. */
  function words(command) {
    const found = [];
    const part =
      /\s+|\\\r?\n|\$'((?:[^'\\]|\\[\s\S])*)'|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\$]+|\$)|(['"\\])/y;
    let word = null;
    for (let match; part.lastIndex < command.length && (match = part.exec(command)); ) {
      const [whole, dollar, single, double, escaped, plain, stray] = match;
      if (stray !== undefined) throw new Error(`The command has a ${stray} that nothing closes`);
      if (/^\\\r?\n$/.test(whole)) continue;
      if (/^\s/.test(whole)) {
        if (word !== null) found.push(word);
        word = null;
        continue;
      }
      const dollarText = dollar?.replace(
        /\\(n|r|t|[\s\S])/g,
        (_, char) => ({ n: '\n', r: '\r', t: '\t' })[char] ?? char,
      );
      const doubleText = double?.replace(/\\([$`"\\])/g, '$1').replace(/\\\r?\n/g, '');
      word = (word ?? '') + (dollarText ?? single ?? doubleText ?? escaped ?? plain);
    }
    if (word !== null) found.push(word);
    return found;
  }

  function parseCurl(command) {
    const rest = words(command).slice(1);
    const headers = {};
    const data = [];
    let [method, url, isGet] = [null, null, false];
    while (rest.length > 0) {
      let option = rest.shift();
      const [, long, inline] = /^(--[\w-]+)=([\s\S]*)$/.exec(option) ?? [];
      if (long) {
        option = long;
        rest.unshift(inline);
      } else if (/^-[XHdAom]./.test(option)) {
        rest.unshift(option.slice(2));
        option = option.slice(0, 2);
      }
      const value = () => {
        if (rest.length === 0) throw new Error(`Nothing follows the option ${option} of curl`);
        return rest.shift();
      };
      if (!option.startsWith('-')) url = option;
      else if (option === '--url') url = value();
      else if (option === '-X' || option === '--request') method = value();
      else if (option === '-H' || option === '--header') addHeader(headers, value());
      else if (option === '-G' || option === '--get') isGet = true;
      else if (dataOptions.includes(option)) data.push(dataOf(option, value(), headers));
      else if (ignoredWithValue.includes(option)) value();
      else if (!ignored.includes(option)) throw new Error(`curl's option ${option} is not known here: leave it out`);
    }
    if (url === null) throw new Error('The command of curl names no URL');
    const joined = data.join('&');
    if (isGet) return request(method ?? 'GET', url + (joined && (url.includes('?') ? '&' : '?')) + joined, headers, '');
    if (data.length > 0) headers['content-type'] ??= 'application/x-www-form-urlencoded';
    return request(method ?? (data.length > 0 ? 'POST' : 'GET'), url, headers, joined);
  }

  function dataOf(option, value, headers) {
    if (/^@/.test(value) && option !== '--data-raw') {
      throw new Error(`curl would read the file ${value.slice(1)}, which a page cannot: paste its contents instead`);
    }
    if (option === '--json') headers['content-type'] ??= 'application/json';
    if (option !== '--data-urlencode') return value;
    const [, name, text] = /^([^=]*=)?([\s\S]*)$/.exec(value);
    return (name === '=' ? '' : (name ?? '')) + page.percentEncoded(text);
  }

  /** Raw HTTP, with the headers as they are named. */
  function httpText({ method, target, headers, body }) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [`${method} ${target} HTTP/1.1`, ...lines, '', body].join('\n');
  }

  /** A command of curl that sends the request as it is. */
  function curlText({ method, target, headers, body }) {
    const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
    const host = Object.entries(headers).find(([name]) => name.toLowerCase() === 'host')?.[1] ?? '';
    const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'host');
    return [
      `curl -X ${method} ${quoted(`https://${host}${target}`)}`,
      ...others.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
      ...(body === '' ? [] : [`--data-raw ${quoted(body)}`]),
    ].join(' \\\n  ');
  }

  Object.assign(page, { parseRequest, httpText, curlText });
})((globalThis.OpenVenue ??= {}));
