/* The page: reads its fields, and shows what the other scripts say. All that it shows is text, never markup. */
(function (page) {
  'use strict';

  const at = (id) => document.getElementById(id);
  const kinds = {
    hmac: 'HMAC secret',
    rsa: 'RSA private key',
    ed25519: 'Ed25519 private key',
    secp256k1: 'secp256k1 key (wallet)',
  };
  const schemes = {
    hmac: 'HMAC-SHA256 with the secret',
    rsa: 'RSA (PKCS#1 v1.5) with SHA-256',
    ed25519: 'Ed25519',
    secp256k1: 'personal_sign (EIP-191): Keccak of the prefix and the text, signed on secp256k1',
  };

  const venue = () => page.venues.find(({ id }) => id === at('venue').value);

  function option(value, text) {
    const made = document.createElement('option');
    made.value = value;
    made.textContent = text;
    return made;
  }

  function showVenue() {
    const { signature } = venue();
    at('kind').replaceChildren(...Object.keys(signature.keys).map((kind) => option(kind, kinds[kind] ?? kind)));
    at('passphrase-label').hidden = !JSON.stringify(signature).includes('{passphrase}');
  }

  function call() {
    const { signature, servers } = venue();
    const request = page.parseRequest(at('request').value);
    request.headers.host ??= new URL(servers[0]).host;
    const credentials = {
      apiKey: at('api-key').value.trim(),
      passphrase: at('passphrase').value,
      secret: at('secret').value,
    };
    return { scheme: signature, servers, kind: at('kind').value, credentials, time: at('time').value, request };
  }

  let run = 0;

  /** Signs and explains what the fields say now; a later input overtakes an earlier one. */
  async function update() {
    const own = ++run;
    const made = {
      text: at('own-text').value,
      signature: at('own-signature').value.trim(),
      request: at('own-request').value,
    };
    try {
      if (at('request').value.trim() === '' && made.request.trim() !== '') at('request').value = made.request;
      if (at('request').value.trim() === '' || at('secret').value === '') return show({});
      const signed = await page.sign(call());
      const any = Object.values(made).some((text) => text.trim() !== '');
      const explanation = any ? await page.explain(call(), made) : undefined;
      if (own === run) show({ signed, explanation });
    } catch (e) {
      if (own === run) show({ problem: e.message });
    }
  }

  function show({ signed, explanation, problem }) {
    at('problem').hidden = problem === undefined;
    at('problem').textContent = problem ?? '';
    at('explanation').hidden = explanation === undefined;
    at('steps').hidden = signed === undefined;
    if (explanation) {
      at('verdict').replaceChildren(...explanation.lines.map(line));
      at('verdict').className = explanation.good ? 'good' : '';
    }
    if (signed) showSteps(signed);
    document.body.dataset.run = String(run);
  }

  /** A sentence, which wraps; or a text that must stand exactly above its caret. */
  function line(text) {
    const made = document.createElement('div');
    made.textContent = text;
    if (/^(signed|due|) /.test(text)) made.className = 'exact';
    return made;
  }

  function showSteps({ parts, text, segments, signature, request }) {
    const sorted = page.orders.sorted(parts.pairs);
    const rows = sorted.map(({ name, value }) =>
      row(name, value, parts.added.includes(name) ? 'the signer' : 'the request'),
    );
    const none = parts.isJson ? 'none: the members of the body are signed' : 'none';
    at('parameters').tBodies[0].replaceChildren(...(rows.length > 0 ? rows : [row(none, '', '')]));
    at('template').textContent = page.visible(parts.template);
    at('text').replaceChildren(...segments.map(segment));
    at('text-facts').textContent = `${Array.from(text).length} characters, ${page.utf8(text).length} bytes of UTF-8`;
    const { kind, scheme } = parts.call;
    at('scheme').textContent = `${schemes[kind]}, written as ${page.encodingNames[scheme.keys[kind].encoding]}.`;
    at('signature').textContent = signature;
    at('signed').textContent = page.httpText(request);
    at('curl').textContent = page.curlText(request);
  }

  function row(...cells) {
    const made = document.createElement('tr');
    for (const text of cells) made.insertCell().textContent = text;
    return made;
  }

  function segment({ name, text }) {
    const made = document.createElement('span');
    made.textContent = text;
    if (name) made.title = name;
    return name ? made : document.createTextNode(text);
  }

  function putExample() {
    const example = venue().examples[at('kind').value];
    at('api-key').value = example.apiKey;
    at('passphrase').value = example.passphrase ?? '';
    at('secret').value = example.secret;
    at('time').value = example.time;
    at('request').value = example.request;
    update();
  }

  function takeFields() {
    const text = [`${at('method').value} ${at('url').value.trim()} HTTP/1.1`, at('headers').value.trim()].filter(
      (line) => line !== '',
    );
    at('request').value = `${text.join('\n')}\n\n${at('body').value}`;
    update();
  }

  function start() {
    at('venue').replaceChildren(...page.venues.map(({ id, name }) => option(id, name)));
    showVenue();
    at('time').value = String(Date.now());
    at('venue').addEventListener('change', showVenue);
    at('inputs').addEventListener('input', update);
    at('inputs').addEventListener('change', update);
    at('inputs').addEventListener('submit', (event) => event.preventDefault());
    at('show-secret').addEventListener('change', ({ target }) =>
      at('secret').classList.toggle('concealed', !target.checked),
    );
    at('example').addEventListener('click', putExample);
    at('take-fields').addEventListener('click', takeFields);
    at('now').addEventListener('click', () => {
      at('time').value = String(Date.now());
      update();
    });
    at('clear').addEventListener('click', () => {
      at('inputs').reset();
      at('time').value = String(Date.now());
      showVenue();
      show({});
    });
    at('invent').addEventListener('click', async () => {
      at('secret').value = await page.inventKey(at('kind').value);
      if (at('api-key').value === '') at('api-key').value = 'test-key';
      update();
    });
  }

  start();
})(globalThis.OpenVenue);
