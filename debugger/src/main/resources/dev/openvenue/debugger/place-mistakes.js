/* What goes wrong with method, host, path and signed headers, and with what stands between the pieces of a text. */
(function (page) {
  'use strict';

  function list(axis, due, fix, rows) {
    return rows.map(([id, did, change]) => ({ id, axis, did, due, fix, change }));
  }

  const withValue = (name, value) => (parts) => ({ ...parts, values: { ...parts.values, [name]: value } });

  function placeMistakes(parts) {
    const { method, path, host } = parts.values;
    const { template } = parts;
    const methods = ['GET', 'POST', 'PUT', 'DELETE'].filter((other) => other !== method);
    const prefixes = [...path.slice(1).matchAll(/\//g)].map(({ index }) => index + 1);
    const own = parts.call.servers?.map((server) => new URL(server).host).filter((other) => other !== host) ?? [];
    const value = (name, rows) =>
      template.includes(`{${name}}`) ? rows.map(([id, did, text]) => [id, did, withValue(name, text)]) : [];
    return [
      ...list(
        'method',
        'it is signed in upper case, as it is sent',
        `Sign the method of the request, ${method}`,
        value('method', [
          ['method-lower-case', 'for the method in lower case', method.toLowerCase()],
          ['method-left-out', 'without the method', ''],
          ...methods.map((other) => ['method-other', `for the method ${other}`, other]),
        ]),
      ),
      ...list(
        'path',
        'the whole path of the request is signed, and nothing else',
        'Sign the path exactly as it stands in the request line, from the slash after the host to the question mark',
        value('path', [
          ...prefixes.map((at) => [
            'path-without-prefix',
            `for the path without its beginning ${path.slice(0, at)}`,
            path.slice(at),
          ]),
          ['path-without-slash', 'for the path without the slash at its beginning', path.slice(1)],
          ['path-trailing-slash', 'for the path with a slash at its end', `${path}/`],
          ['path-left-out', 'without the path', ''],
          ['path-with-host', 'for the host and the path', host + path],
          ['path-as-url', 'for the whole URL', `https://${host}${path}`],
          ['path-lower-case', 'for the path in lower case', path.toLowerCase()],
        ]),
      ),
      ...list(
        'host',
        'the host that the request is sent to is signed',
        'Take the host from the URL of the request, in lower case',
        value('host', [
          ...own.map((other) => ['host-live', `for the host ${other}`, other]),
          ['host-left-out', 'without the host', ''],
          ['host-without-port', 'for the host without its port', host.replace(/:\d+$/, '')],
          ['host-with-port', 'for the host with the port 443', `${host}:443`],
          ['host-as-url', 'for the host with https:// before it', `https://${host}`],
          ['host-upper-case', 'for the host in upper case', host.toUpperCase()],
        ]),
      ),
    ];
  }

  /** What stands between the pieces replaced; what stands inside of them, such as {#query}, stays. */
  function between(template, separator, other) {
    if (separator === '') return template.replaceAll('}{', `}${other}{`);
    return template.replace(/\{[^}]*\}|[^{}]+/g, (part) =>
      part.startsWith('{') ? part : part.replaceAll(separator, other),
    );
  }

  /** What goes wrong with the text between the pieces, and with the headers in front of them. */
  function templateMistakes({ template }) {
    const to = (other) => (parts) => ({ ...parts, template: other });
    const name = (text) => ({ '\n': 'a line feed', '': 'nothing', ' ': 'a space' })[text] ?? `'${text}'`;
    const [, mark] = /\{([?#])query\}/.exec(template) ?? [];
    const head = /^(?:[\w-]+=\{[\w-]+\}&?)+/.exec(template)?.[0] ?? '';
    const rest = template.slice(head.length);
    const [separator] = /(?<=\})[^{}]+(?=\{)/.exec(rest) ?? [''];
    const fields = head.split('&').filter((field) => field !== '');
    const marks = mark === undefined ? [] : ['', '?', '&', '#', '\n'].filter((other) => other !== mark);
    const separators = ['', '\n', '\r\n', '\\n', '&', '#', ' ', '|', ','].filter((other) => other !== separator);
    return [
      ...list(
        'mark',
        `${name(mark)} stands before it`,
        `Put ${name(mark)} before the query`,
        marks.map((other) => [
          other === '' ? 'query-mark-left-out' : 'query-mark-other',
          `for the query with ${name(other)} before it`,
          to(template.replace(`{${mark}query}`, /[?#]/.test(other) ? `{${other}query}` : `${other}{query}`)),
        ]),
      ),
      ...list(
        'separator',
        `${name(separator)} stands between them`,
        `Join the parts of the text with ${name(separator)}`,
        separators.map((other) => [
          other === '' ? 'separator-left-out' : 'separator-other',
          `for the parts with ${name(other)} between them`,
          to(head + between(rest, separator, other)),
        ]),
      ),
      ...list(
        'head',
        'the signed headers stand first',
        'Sign these headers as the venue names them, before everything else',
        fields.length === 0
          ? []
          : [
              ['headers-left-out', 'without the signed headers', to(rest)],
              ['headers-joined', 'for the headers with nothing between them', to(fields.join('') + rest)],
              ['headers-backwards', 'for the headers in another order', to([...fields].reverse().join('&') + rest)],
              ...fields.map((field) => [
                'header-left-out',
                `without the header ${field.replace(/=.*/, '')}`,
                to(fields.filter((other) => other !== field).join('&') + rest),
              ]),
            ],
      ),
    ];
  }

  Object.assign(page, { mistakeList: list, withValue, placeMistakes, templateMistakes });
})((globalThis.OpenVenue ??= {}));
