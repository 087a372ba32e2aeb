/*
 * The mistakes that clients make with a signed text, made one after the other in its pieces (signer.js). Each is {id,
 * axis, did, due, fix, change}; two of them can be made together if they are about different things, their axes.
 */
(function (page) {
  'use strict';

  const coded = {
    decoded: 'as plain text without percent escapes',
    'as-in-url': 'exactly as they stand in the URL',
    'percent-encoded': 'percent-encoded, with upper-case escapes',
    'lower-case-escapes': 'percent-encoded, with lower-case escapes',
    'form-encoded': 'encoded like a form, with + for a space',
    'component-encoded': "encoded as JavaScript's encodeURIComponent does, which keeps !'()*",
    'encoded-twice': 'percent-encoded twice',
  };
  const ordered = {
    'as-sent': 'in the order given',
    sorted: 'sorted by name',
    'sorted-as-pairs': 'sorted by their texts, name and value together',
    'sorted-ignoring-case': 'sorted by name, ignoring case',
    'sorted-backwards': 'sorted by name backwards',
  };

  /** All mistakes that can be made with these pieces, the likeliest first. */
  function mistakes(parts) {
    return [
      ...(parts.pairs.length > 0 ? parameterMistakes(parts) : []),
      ...bodyMistakes(parts),
      ...timeMistakes(parts),
      ...page.placeMistakes(parts),
      ...page.templateMistakes(parts),
      ...wholeMistakes(),
    ];
  }

  const { mistakeList: list, withValue } = page;

  function parameterMistakes(parts) {
    const { order, coding } = parts;
    const isOwn = (pair) => !parts.added.includes(pair.name);
    const only = (test) => (other) => ({ ...other, pairs: other.pairs.filter(test) });
    const arranged = (pairs) => (other) => ({ ...other, pairs, order: 'as-sent' });
    const sorted = page.orders.sorted(parts.pairs);
    const keyed = parts.pairs.some(isOwn) && !parts.pairs.every(isOwn);
    const own = sorted.filter(isOwn);
    const key = sorted.filter((pair) => !isOwn(pair));
    const orderFix =
      'Sort the names in ASCII order before they are joined; the order in which they are sent does not matter';
    const codingFix = `Write names and values in the signed text ${coded[coding]}`;
    return [
      ...list('order', `they are signed ${ordered[order]}`, orderFix, [
        ...Object.keys(ordered)
          .filter((id) => id !== order)
          .map((id) => [`parameters-${id}`, `for the parameters ${ordered[id]}`, (other) => ({ ...other, order: id })]),
        ...(keyed
          ? [
              ['key-parameters-last', 'with the parameters of key and time at the end', arranged([...own, ...key])],
              ['key-parameters-first', 'with the parameters of key and time first', arranged([...key, ...own])],
            ]
          : []),
      ]),
      ...list(
        'coding',
        `they are signed ${coded[coding]}`,
        codingFix,
        Object.keys(coded)
          .filter((id) => id !== coding)
          .map((id) => [`parameters-${id}`, `for the parameters ${coded[id]}`, (other) => ({ ...other, coding: id })]),
      ),
      ...list(
        'parameters',
        'all parameters are signed but the signature',
        'Sign every parameter that is sent, the signature excepted',
        [
          ...(keyed
            ? [
                ['key-parameters-left-out', 'without the parameters of key and time', only(isOwn)],
                ['own-parameters-left-out', 'for the parameters of key and time alone', only((pair) => !isOwn(pair))],
              ]
            : []),
          ['parameters-left-out', 'for a text without any parameters', only(() => false)],
          ['empty-parameters-left-out', 'without the empty parameters', only((pair) => pair.value !== '')],
          ...parts.pairs.map(({ name }) => [
            'parameter-left-out',
            `without the parameter ${name}`,
            only((pair) => pair.name !== name),
          ]),
          ...['', ',', ';', '&amp;'].map((joint) => [
            'parameters-joined',
            `for parameters joined with '${joint}'`,
            (other) => ({ ...other, joint }),
          ]),
        ],
      ),
    ];
  }

  function bodyMistakes(parts) {
    const { body } = parts.values;
    if (!parts.template.includes('body}') || parts.isForm) return [];
    const due = 'the body that arrives is signed byte for byte';
    const fix = 'Write the body once, sign these bytes and send the same ones (Python: data=text, not json=object)';
    if (body === '') {
      const none = list(
        'body',
        'the request has no body, and none is signed',
        'Sign nothing in place of a body that is not sent',
        [
          ...['{}', 'null', '""'].map((text) => [
            'body-signed-though-none',
            `for the body ${text}`,
            withValue('body', text),
          ]),
        ],
      );
      return [...none, ...queryAsBody(parts)];
    }
    const tree = page.readJson(body);
    const { compact, spaced } = page;
    const styles = [
      ['body-compact', 'for this body without blanks', compact],
      ['body-spaced', 'for this body with blanks after commas and colons', spaced],
      ['body-sorted', 'for this body with its names sorted', { ...compact, sorted: true }],
      ['body-sorted-spaced', 'for this body with its names sorted and blanks', { ...spaced, sorted: true }],
      ['body-indented', 'for this body on several lines', { comma: ',', colon: ': ', indent: 2 }],
      ['body-indented', 'for this body on several lines', { comma: ',', colon: ': ', indent: 4 }],
    ];
    const ascii = (text) =>
      text.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const sent = parts.call.request.body;
    return list('body', due, fix, [
      ['body-left-out', 'without the body', withValue('body', '')],
      ['body-as-empty-object', 'for the body {}', withValue('body', '{}')],
      ...(parts.isJson
        ? [['body-before-additions', "for the body before the venue's members were added", withValue('body', sent)]]
        : []),
      ...(tree
        ? styles.flatMap(([id, did, style]) => {
            const text = page.writeJson(tree, style);
            return [
              [id, did, withValue('body', text)],
              [`${id}-ascii`, `${did} and with \\u escapes`, withValue('body', ascii(text))],
            ];
          })
        : []),
      ...(tree?.members ? asParameters(tree) : []),
      ['body-stripped', 'for the body without the blanks around it', withValue('body', body.trim())],
      ['body-line-feed', 'for the body and a line feed at its end', withValue('body', `${body}\n`)],
      ['body-ascii', 'for the body with \\u escapes', withValue('body', ascii(body))],
      ['body-percent-encoded', 'for the body percent-encoded', withValue('body', page.percentEncoded(body))],
    ]);
  }

  function asParameters(tree) {
    const pairs = page.membersAsPairs(tree).map(([name, value]) => `${name}=${value}`);
    const row = (text) => ['body-as-parameters', 'for the members of the body as parameters', withValue('body', text)];
    return [row(pairs.join('&')), row([...pairs].sort().join('&'))];
  }

  function queryAsBody(parts) {
    if (parts.pairs.length === 0) return [];
    const members = parts.pairs.map(({ name, value }) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
    const json = `{${members.join(',')}}`;
    const due = 'the parameters stand in the query, and there is no body';
    return list('body', due, 'Sign nothing in place of a body that is not sent', [
      ['query-signed-as-body', 'for the parameters of the query, also as a JSON body', withValue('body', json)],
      [
        'query-signed-as-body',
        'for the parameters as a JSON body instead of the query',
        (other) => ({
          ...withValue('body', json)(other),
          pairs: [],
        }),
      ],
    ]);
  }

  function timeMistakes(parts) {
    const { time } = parts.call;
    const at = (other) => () => page.pieces({ ...parts.call, time: other });
    const near = [];
    if (/^\d{13}$/.test(time)) {
      for (let off = 1; off <= 30; off++) {
        near.push([
          'time-read-twice',
          `for a time ${off} ms after the one that is sent`,
          at(String(Number(time) + off)),
        ]);
        near.push([
          'time-read-twice',
          `for a time ${off} ms before the one that is sent`,
          at(String(Number(time) - off)),
        ]);
      }
    }
    const other = /^\d{13}$/.test(time)
      ? [
          ['time-signed-in-seconds', 'for the time in seconds', at(time.slice(0, 10))],
          ['time-signed-in-microseconds', 'for the time in microseconds', at(`${time}000`)],
          ['time-signed-as-text', 'for the time as ISO 8601', at(new Date(Number(time)).toISOString())],
        ]
      : [
          ['time-signed-in-milliseconds', 'for the time in epoch milliseconds', at(String(Date.parse(`${time}Z`)))],
          ['time-signed-with-zone', 'for the time with Z at its end', at(`${time}Z`)],
          ['time-signed-with-fraction', 'for the time with milliseconds', at(`${time}.000`)],
          ['time-signed-with-fraction', 'for the time with milliseconds and Z', at(`${time}.000Z`)],
        ];
    const fix = 'Read the clock once, and use the same text in what is signed and what is sent';
    return list('time', 'the time that is sent is signed', fix, [
      ...other,
      ['time-left-out', 'without the time', at('')],
      ...near,
    ]);
  }

  function wholeMistakes() {
    const finished = (finish) => (parts) => ({ ...parts, finish });
    return list('whole', 'the text itself is signed', 'Sign the text without changing it', [
      ['text-line-feed', 'for the text and a line feed at its end', finished((text) => `${text}\n`)],
      ['text-lower-case', 'for the whole text in lower case', finished((text) => text.toLowerCase())],
      ['text-percent-encoded', 'for the whole text percent-encoded', finished((text) => page.percentEncoded(text))],
      ['text-empty', 'for an empty text', finished(() => '')],
      ['text-in-quotes', 'for the text in quotes', finished((text) => `"${text}"`)],
    ]);
  }

  Object.assign(page, { mistakes });
})((globalThis.OpenVenue ??= {}));
