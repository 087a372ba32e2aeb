'use strict';
// The debugger's scripts in node, in the order in which the page loads them, without the one that needs a page.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

exports.load = (folder) => {
  const html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script src="([\w-]+\.js)"/g)].map(([, name]) => name);
  for (const name of scripts.filter((other) => other !== 'page.js')) {
    vm.runInThisContext(fs.readFileSync(path.join(folder, name), 'utf8'), name);
  }
  return globalThis.OpenVenue;
};
