// Writes the two generated scripts of the debugger: build.mjs <folder of the published specs> <folder to write to>.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const [specs, target] = process.argv.slice(2);
const json = (...path) => JSON.parse(readFileSync(join(specs, ...path), 'utf8'));

// A classic script, because modules do not load from a file system; with the notices of noble's licence.
await build({
  entryPoints: ['wallet.js'],
  outfile: join(target, 'secp256k1.js'),
  bundle: true,
  format: 'iife',
  minify: true,
  target: 'es2020',
  legalComments: 'inline',
  banner: {
    js: `/* Bundled from @noble/curves and @noble/hashes.\n${readFileSync('node_modules/@noble/curves/LICENSE', 'utf8')}*/`,
  },
});

/** One signing case for each kind of key, as an example to begin with. */
function examples(id, kinds) {
  const folder = join(specs, id, 'cases', 'signing');
  const cases = readdirSync(folder)
    .sort()
    .map((name) => ({
      ...json(id, 'cases', 'signing', name, 'case.json'),
      request: readFileSync(join(folder, name, 'request.http'), 'utf8'),
    }));
  const ofKind = (kind) => cases.find(({ credentials }) => kind in credentials.key);
  return Object.fromEntries(
    kinds
      .filter(ofKind)
      .map((kind) => [kind, ofKind(kind)])
      .map(([kind, { credentials, time, request }]) => [
        kind,
        {
          request,
          time,
          apiKey: credentials.apiKey,
          passphrase: credentials.passphrase,
          secret: credentials.key[kind],
        },
      ]),
  );
}

const venues = json('index.json').venues.map(({ id, name }) => {
  const { servers, signature } = json(id, 'runtime.json');
  return { id, name, servers, signature, examples: examples(id, Object.keys(signature.keys)) };
});
// `</script` cannot end a script that is not inlined; escaped all the same, for whoever does.
const text = JSON.stringify(venues, null, 1).replaceAll('<', '\\u003c');
writeFileSync(join(target, 'venues.js'), `(globalThis.OpenVenue ??= {}).venues = ${text};\n`);
