'use strict';
// Lets the debugger's scripts pass the signing cases: node cases.js <folder of the debugger> <cases.json>.
const fs = require('node:fs');
const vm = require('node:vm');
const path = require('node:path');
const { load } = require('./load.js');

const [folder, cases] = process.argv.slice(2);
load(folder);
vm.runInThisContext(fs.readFileSync(path.join(__dirname, 'check.js'), 'utf8'), 'check.js');

(async () => {
  const all = JSON.parse(fs.readFileSync(cases, 'utf8'));
  const failures = (await Promise.all(all.map(checkCase))).flat();
  failures.forEach((failure) => console.log(failure));
  console.log(`${all.length} cases, ${failures.length} failures`);
})();
