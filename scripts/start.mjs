// `npm start`: prepares the clone, then runs the supervisor in this process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrepareError, prepare, ROOT } from './prepare.mjs';

try {
  await prepare();
} catch (error) {
  process.stderr.write(`${error instanceof PrepareError ? error.message : error.stack}\n`);
  process.exit(1);
}
process.chdir(ROOT);
await import(pathToFileURL(join(ROOT, 'dist', 'embedded', 'main.js')).href);
