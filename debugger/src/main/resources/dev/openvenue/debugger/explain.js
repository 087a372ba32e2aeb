/* Says in words what is wrong with what a program made. */
(function (page) {
  'use strict';

  /**
   * Explains what somebody's program made of a call.
   *
   * @param call as for sign()
   * @param made {text, signature, request}: each is text as it was pasted, or empty
   * @returns {good, lines, text}: whether all is right, the sentences, and the text that was signed, if it is known
   */
  async function explain(call, made) {
    if (made.request) return explainRequest(call, made.request);
    const signed = await page.sign(call);
    const lines = [];
    let text = made.text;
    if (made.signature) {
      const verdict = await explainOne(signed, made.signature.trim(), made.text);
      lines.push(...verdict.lines);
      text ??= verdict.text;
      if (!verdict.good && !made.text) return { good: false, lines, text: verdict.text };
      if (!made.text) return verdict;
    }
    const verdict = textVerdict(signed, made.text);
    return { good: verdict.good && lines.length <= 1, lines: [...verdict.lines, ...lines], text };
  }

  async function explainRequest(call, pasted) {
    const request = page.parseRequest(pasted);
    request.headers.host ??= call.request.headers.host;
    const read = page.readSigned(call, request);
    if (!read.signature) return { good: false, lines: read.problems };
    const own = { ...call, request, time: call.time };
    const problems = [...read.problems];
    if (read.time !== undefined) {
      const problem = timeProblem(call.scheme, read.time);
      if (problem) problems.push(problem);
      else own.time = call.scheme.time === 'epoch-millis' ? read.time : `${read.time}Z`;
    }
    const verdict = await explainOne(await page.sign(own), read.signature);
    return { ...verdict, good: verdict.good && problems.length === 0, lines: [...problems, ...verdict.lines] };
  }

  function timeProblem(scheme, time) {
    const millis = /^\d{13}$/.test(time);
    if (scheme.time === 'epoch-millis' && !millis) {
      return `The time ${time} is not in epoch milliseconds, which have 13 digits`;
    }
    if (scheme.time === 'utc-seconds' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(time)) {
      return `The time ${time} is not UTC to the second, as in 2023-05-23T04:00:40`;
    }
    return null;
  }

  async function explainOne(signed, signature, text) {
    const found = await page.explainSignature(signed, signature);
    if (found) return verdictOf(signed, found, 'signature');
    if (text !== undefined && text !== '' && text !== signed.text) {
      return {
        good: false,
        lines: ['The signature is not the one of the text that is due, either: begin with the text'],
      };
    }
    const shape = page.shapeOf(signed, signature);
    if (shape) return { good: false, lines: [`Likely: ${lower(shape)}`] };
    const lines = [
      'Unknown: none of the usual mistakes gives this signature. Is it of this secret, this time and this request?',
      'Print the text that your program signs and paste it here: then the first difference is shown',
    ];
    return { good: false, lines };
  }

  function textVerdict(signed, text) {
    const found = page.explainText(signed, text);
    if (found) return verdictOf(signed, found, 'text');
    const lines = [
      'The text is another one than is due, and no usual mistake gives it:',
      ...page.differenceLines(page.difference(signed.text, text)),
    ];
    return { good: false, lines };
  }

  function verdictOf(signed, { mistakes, text }, what) {
    if (mistakes.length === 0) return { good: true, lines: [`The ${what} is right`], text };
    const difference = page.difference(signed.text, text);
    const lines = [
      `Proved: the ${what} is right ${mistakes.map(({ did }) => did).join(', and ')}`,
      ...(difference ? page.differenceLines(difference) : []),
      ...mistakes.map(({ due }) => `Rule: ${due}`),
      ...mistakes.map(({ fix }) => `Fix: ${fix.charAt(0).toLowerCase()}${fix.slice(1)}`),
    ];
    return { good: false, lines, text };
  }

  function lower(text) {
    return text.charAt(0).toLowerCase() + text.slice(1);
  }

  Object.assign(page, { explain });
})((globalThis.OpenVenue ??= {}));
