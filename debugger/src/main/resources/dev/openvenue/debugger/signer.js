/*
 * Signs a request of any venue by the x-signature of its spec, and knows nothing else of it. What is signed is kept in
 * pieces, so that a mistake can be made in each of them (mistakes.js).
 */
(function (page) {
  'use strict';

  const place = /\{([?#])?([\w-]+)\}/g;

  const orders = {
    'as-sent': (pairs) => pairs,
    sorted: (pairs) => [...pairs].sort(by((pair) => pair.name)),
    'sorted-as-pairs': (pairs) => [...pairs].sort(by((pair) => `${pair.name}=${pair.value}`)),
    'sorted-ignoring-case': (pairs) => [...pairs].sort(by((pair) => pair.name.toLowerCase())),
    'sorted-backwards': (pairs) => [...pairs].sort(by((pair) => pair.name)).reverse(),
  };

  /** How names and values are written: of the plain text, the text as it was sent, and the characters that are kept. */
  const codings = {
    decoded: (plain) => plain,
    'as-in-url': (plain, raw) => raw,
    'percent-encoded': (plain, raw, keep) => page.percentEncoded(plain, keep),
    'lower-case-escapes': (plain) => page.percentEncoded(plain).replace(/%../g, (escape) => escape.toLowerCase()),
    'form-encoded': (plain) => page.percentEncoded(plain, '*').replaceAll('%20', '+').replaceAll('~', '%7E'),
    'component-encoded': (plain) => encodeURIComponent(plain),
    'encoded-twice': (plain) => page.percentEncoded(page.percentEncoded(plain)),
  };

  function by(key) {
    return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
  }

  /** Epoch milliseconds, epoch seconds or ISO 8601, as the venue writes a time; other text stays as it is. */
  function timeText(scheme, time) {
    const text = String(time).trim();
    const date = /^\d+$/.test(text) ? new Date(Number(text) * (text.length <= 10 ? 1000 : 1)) : new Date(text);
    if (Number.isNaN(date.getTime())) {
      throw new Error(`'${text}' is no time: write epoch milliseconds, or UTC as 2023-05-23T04:00:40Z`);
    }
    return scheme.time === 'epoch-millis' ? String(date.getTime()) : date.toISOString().slice(0, 19);
  }

  /** A template filled in; {?name} and {#name} are the value behind that sign, and nothing if it is empty. */
  function fill(template, values) {
    return template.replace(place, (_, mark = '', name) => {
      const value = values[name] ?? '';
      return value === '' ? '' : mark + value;
    });
  }

  function pairsOf(text) {
    return text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=');
        const [rawName, rawValue] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
        return { name: page.percentDecoded(rawName), value: page.percentDecoded(rawValue), rawName, rawValue };
      });
  }

  /**
   * What is signed of a request, in pieces.
   *
   * @param call {scheme, kind, credentials: {apiKey, passphrase, secret}, time, request}; time as the venue writes it
   */
  function pieces(call) {
    const { scheme, kind, credentials, time, request } = call;
    const facts = scheme.keys[kind];
    const [path, query = ''] = splitOnce(request.target, '?');
    const headers = { ...request.headers };
    const values = {
      apiKey: credentials.apiKey,
      passphrase: credentials.passphrase ?? '',
      time,
      method: request.method,
      host: headers.host ?? '',
      path,
      algorithm: facts.algorithm ?? '',
      code: facts.code ?? '',
    };
    for (const [name, value] of Object.entries(scheme.headers ?? {})) {
      headers[name.toLowerCase()] ??= value;
      values[name] = headers[name.toLowerCase()];
    }
    const isForm = scheme.parameters.in === 'query-or-form' && request.method !== 'GET';
    const isJson = scheme.parameters.in === 'query-or-json' && request.body !== '';
    const added = Object.entries(scheme.parameters.add ?? {}).map(([name, value]) => [name, fill(value, values)]);
    const pairs = isJson ? [] : parameters(scheme, isForm ? request.body : query, added);
    const body = isJson ? page.writeJson(page.withMembers(object(request.body), added)) : isForm ? '' : request.body;
    return {
      call,
      template: scheme.text,
      values: { ...values, body },
      headers,
      query,
      isForm,
      isJson,
      pairs,
      added: added.map(([name]) => name),
      order: 'sorted',
      coding: scheme.parameters.signed === 'decoded' ? 'decoded' : 'percent-encoded',
      joint: '&',
      finish: (text) => text,
    };
  }

  function parameters(scheme, text, added) {
    const replaced = [...(scheme.parameters.drop ?? []), ...added.map(([name]) => name)];
    const own = pairsOf(text).filter(({ name }) => !replaced.includes(name));
    return [...own, ...added.map(([name, value]) => ({ name, value, rawName: name, rawValue: value }))];
  }

  function object(body) {
    const tree = page.readJson(body);
    if (!tree?.members) throw new Error('The body is not a JSON object, and this venue signs the members of one');
    return tree;
  }

  function splitOnce(text, mark) {
    const at = text.indexOf(mark);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
  }

  function queryText(parts) {
    const keep = parts.call.scheme.parameters.keep;
    const write = codings[parts.coding];
    return orders[parts.order](parts.pairs)
      .map((pair) => `${write(pair.name, pair.rawName, keep)}=${write(pair.value, pair.rawValue, keep)}`)
      .join(parts.joint);
  }

  /** The canonical text. */
  function canonicalText(parts) {
    return parts.finish(fill(parts.template, { ...parts.values, query: queryText(parts) }));
  }

  /** The canonical text in parts, each with the name of what it is; a part of the template itself has none. */
  function segments(parts) {
    const values = { ...parts.values, query: queryText(parts) };
    const found = [];
    let from = 0;
    for (const match of parts.template.matchAll(place)) {
      found.push({ text: parts.template.slice(from, match.index) }, { name: match[2], text: fill(match[0], values) });
      from = match.index + match[0].length;
    }
    return [...found, { text: parts.template.slice(from) }].filter(({ text }) => text !== '');
  }

  /** The request with a signature in its place. */
  function signedRequest(parts, signature) {
    const { scheme, request } = parts.call;
    const { send } = scheme;
    const values = { ...parts.values, signature };
    let sent = queryText({ ...parts, coding: 'percent-encoded' });
    if (send.parameter) sent += `&${send.parameter}=${page.percentEncoded(signature, scheme.parameters.keep)}`;
    const headers = { ...parts.headers };
    for (const [name, value] of Object.entries(send.headers ?? {})) {
      delete headers[name.toLowerCase()];
      headers[name] = fill(value, values);
    }
    if (request.body === '' && request.method !== 'GET' && send['empty-body'])
      headers['content-type'] = send['empty-body'];
    const target = parts.isForm || sent === '' ? values.path : `${values.path}?${sent}`;
    return { method: request.method, target, headers, body: parts.isForm ? sent : values.body };
  }

  /** Signs a call; the text, its segments, the signature and the signed request. */
  async function sign(call) {
    const facts = call.scheme.keys[call.kind];
    if (!facts) {
      throw new Error(
        `This venue has no keys of the kind ${call.kind}: use ${Object.keys(call.scheme.keys).join(' or ')}`,
      );
    }
    const parts = pieces({ ...call, time: timeText(call.scheme, call.time) });
    const text = canonicalText(parts);
    const key = await page.readKey(call.kind, call.credentials.secret);
    const signature = page.written[facts.encoding](await key.sign(page.utf8(text)));
    return { parts, text, segments: segments(parts), signature, request: signedRequest(parts, signature) };
  }

  /** What a request that somebody signed says of itself: signature and time, and what is missing or not as is due. */
  function readSigned(call, request) {
    const { scheme, credentials } = call;
    const inForm = scheme.parameters.in === 'query-or-form' && request.method !== 'GET';
    const pairs = pairsOf(inForm ? request.body : (splitOnce(request.target, '?')[1] ?? ''));
    const isJson = scheme.parameters.in === 'query-or-json' && request.body !== '';
    const members = isJson ? page.membersAsPairs(object(request.body)) : [];
    const parameter = (name) =>
      isJson ? members.find(([own]) => own === name)?.[1] : pairs.find((pair) => pair.name === name)?.value;
    const known = { apiKey: credentials.apiKey, passphrase: credentials.passphrase ?? '' };
    Object.assign(known, {
      algorithm: scheme.keys[call.kind].algorithm ?? '',
      code: scheme.keys[call.kind].code ?? '',
    });
    const found = { signature: send(scheme, parameter), time: undefined, problems: [] };
    const look = (place, name, template, value) => {
      if (value === undefined || value === '') found.problems.push(`The ${place} ${name} is missing`);
      else if (template === '{signature}') found.signature = value;
      else if (template === '{time}') found.time = value;
      else if (fill(template, known) !== value) found.problems.push(`The ${place} ${name} is not the one that is due`);
    };
    for (const [name, template] of Object.entries(scheme.parameters.add ?? {})) {
      look(isJson ? 'member' : 'parameter', name, template, parameter(name));
    }
    for (const [name, template] of Object.entries(scheme.send.headers ?? {})) {
      look('header', name, template, request.headers[name.toLowerCase()]);
    }
    if (!found.signature && scheme.send.parameter)
      found.problems.push(`The parameter ${scheme.send.parameter} is missing`);
    return found;
  }

  function send(scheme, parameter) {
    return scheme.send.parameter ? parameter(scheme.send.parameter) : undefined;
  }

  Object.assign(page, { sign, pieces, canonicalText, queryText, readSigned, timeText, orders, codings });
})((globalThis.OpenVenue ??= {}));
