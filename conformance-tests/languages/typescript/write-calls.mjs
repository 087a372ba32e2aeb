// Writes the cases as TypeScript, so that the compiler holds them against the generated types:
// node write-calls.mjs <tasks>
import { readFileSync, writeFileSync } from 'node:fs';

const LONG = /"(?:[^"\\]|\\.)*"|-?\d{16,}/g;
const text = readFileSync(process.argv[2], 'utf8');
const tasks = JSON.parse(text.replace(LONG, (token) => (token.startsWith('"') ? token : `"bigint ${token}"`)));
const literal = (value) => JSON.stringify(value).replace(/"bigint (\d+)"/g, '$1n as unknown as number');

for (const [venue, lists] of Object.entries(tasks)) {
  const spec = JSON.parse(readFileSync(`${process.env.SPECS}/${venue}/portable.json`, 'utf8'));
  const operations = readOperations(spec);
  const lines = [
    "import type { Client } from 'openapi-fetch';",
    "import { form } from '../client.js';",
    `import type { paths } from './${venue}.js';`,
    '',
    'export const calls = (client: Client<paths>): Record<string, () => Promise<{ data?: unknown; error?: unknown }>> => ({',
  ];
  for (const task of [...lists.requests, ...lists.responses]) {
    const { path, method, operation } = operations[task.operation];
    const type = Object.keys(operation.requestBody?.content ?? {})[0];
    const form = type === 'application/x-www-form-urlencoded' ? '...form, ' : '';
    const init = literal(initOf(spec, operation, task.arguments)).replace('{', `{${form}`);
    lines.push(`  ${JSON.stringify(task.name)}: () => client.${method.toUpperCase()}(${JSON.stringify(path)}, ${init}),`);
  }
  lines.push('});', '', 'export const documents = {');
  for (const task of lists.responses) {
    const { path, method, operation } = operations[task.operation];
    const range = `${String(task.status)[0]}XX`;
    const status = operation.responses[task.status] ? task.status : `'${range}'`;
    const type = `paths['${path}']['${method}']['responses'][${status}]['content']['application/json']`;
    lines.push(`  ${JSON.stringify(task.name)}: ${task.body.replace(/\s*\n\s*/g, ' ')} satisfies ${type},`);
  }
  lines.push('};', '');
  writeFileSync(`src/generated/${venue}.calls.ts`, lines.join('\n'));
}

function readOperations(spec) {
  const operations = {};
  for (const [path, item] of Object.entries(spec.paths)) {
    for (const [method, operation] of Object.entries(item)) operations[operation.operationId] = { path, method, operation };
  }
  return operations;
}

/** The arguments of a call as openapi-fetch takes them. */
function initOf(spec, operation, given) {
  const init = {};
  const { body, ...rest } = given;
  for (const declared of operation.parameters ?? []) {
    const parameter = declared.$ref ? spec.components.parameters[declared.$ref.split('/').pop()] : declared;
    if (parameter.name in rest) {
      init.params ??= {};
      init.params[parameter.in] ??= {};
      init.params[parameter.in][parameter.name] = rest[parameter.name];
      delete rest[parameter.name];
    }
  }
  if (Object.keys(rest).length > 0) throw new Error(`${operation.operationId} has no parameters ${Object.keys(rest)}`);
  if (body !== undefined) init.body = body;
  return init;
}
