// node main.js <tasks> <results>: does what the tasks ask for, and writes what came of it.
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { createVenueClient, quoteLongNumbers, readRuntime, type Runtime } from './client.js';
import { batchCancels, type Live } from './live.js';
import { sign, type Credentials } from './signer.js';

interface Signing {
  name: string;
  time: string;
  credentials: Credentials;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}
interface Tasks {
  signing: Signing[];
  requests: { name: string }[];
  responses: { name: string; status: number; body: string }[];
  live: Live;
}
type Calls = Record<string, () => Promise<{ data?: unknown; error?: unknown }>>;

const RAW = 'number ';
const [tasksFile, resultsFile] = process.argv.slice(2);

async function run(venue: string, tasks: Tasks): Promise<Record<string, object>> {
  const runtime = readRuntime(process.env.SPECS!, venue);
  const typeErrors = compile(venue);
  const { calls } = (await import(`./generated/${venue}.calls.js`)) as { calls: (client: unknown) => Calls };
  const results: Record<string, object> = {};
  const attempt = async (name: string, action: () => object | Promise<object>) => {
    results[name] = await Promise.resolve().then(action).catch((error) => ({ error: String(error) }));
  };
  for (const task of tasks.signing) {
    await attempt(task.name, () => sign(runtime.signature, task.credentials, new Date(Number(task.time)), task));
  }
  for (const { name } of tasks.requests) await attempt(name, () => requestOf(runtime, (client) => calls(client)[name]()));
  for (const task of tasks.responses) await attempt(task.name, () => read(runtime, task, calls));
  await attempt('live', async () => ({ body: JSON.stringify(await batchCancels[venue](runtime, tasks.live)) }));
  for (const [name, problem] of typeErrors) results[name] = { error: problem };
  return results;
}

/** The request that a call makes. */
async function requestOf(runtime: Runtime, call: (client: object) => Promise<unknown>): Promise<object> {
  let sent: Request | undefined;
  const fetch = async (request: Request) => {
    sent = request;
    return new Response('{}');
  };
  await call(createVenueClient(runtime, { fetch }));
  const { method, url, headers } = sent!;
  return { method, url, headers: Object.fromEntries(headers), body: await sent!.text() };
}

/** What a call makes of a response; the numbers that became text are numbers again. */
async function read(runtime: Runtime, task: Tasks['responses'][0], calls: (client: unknown) => Calls) {
  const headers = { 'Content-Type': 'application/json' };
  const fetch = async () => new Response(task.body, { status: task.status, headers });
  const client = createVenueClient(runtime, { fetch });
  const { data, error } = await calls(client)[task.name]();
  const long = new Set<string>();
  quoteLongNumbers(task.body, (digits) => {
    long.add(digits);
    return digits;
  });
  const marked = JSON.stringify(data ?? error, (_, value) => (long.has(value) ? RAW + value : value));
  return { body: marked.replaceAll(new RegExp(`"${RAW}([^"]+)"`, 'g'), '$1') };
}

/** Compiles the calls and documents of a venue; what is wrong, by the name of the task on whose line it is. */
function compile(venue: string): [string, string][] {
  const file = `src/generated/${venue}.calls.ts`;
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config;
  const program = ts.createProgram([file], ts.parseJsonConfigFileContent(config, ts.sys, '.').options);
  program.emit();
  const source = program.getSourceFile(file)!;
  const lines = source.text.split('\n');
  return program.getSemanticDiagnostics(source).map(({ start, messageText }) => {
    const line = lines[source.getLineAndCharacterOfPosition(start!).line];
    return [/^ {2}"([^"]+)"/.exec(line)![1], ts.flattenDiagnosticMessageText(messageText, ' ')];
  });
}

const results: Record<string, object> = {};
for (const [venue, tasks] of Object.entries(JSON.parse(readFileSync(tasksFile, 'utf8')))) {
  results[venue] = await run(venue, tasks as Tasks);
}
writeFileSync(resultsFile, JSON.stringify(results));
