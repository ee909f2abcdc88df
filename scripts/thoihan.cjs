#!/usr/bin/env node
// `npx thoihan …`: the command line of this clone, compiled on first use.
const { join } = require('node:path');

async function main() {
  const { prepare, PrepareError } = await import('./prepare.mjs');
  try {
    await prepare();
  } catch (error) {
    process.stderr.write(`${error instanceof PrepareError ? error.message : error.stack}\n`);
    process.exit(1);
  }
  require(join(__dirname, '..', 'dist', 'cli', 'main.js'));
}

main();
