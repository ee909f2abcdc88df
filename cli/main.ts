import { processIo } from './io';
import { run } from './program';

run(process.argv.slice(2), processIo).then(code => {
  process.exitCode = code;
});

// A reader that closes early (`| head`) is no failure of ours.
process.stdout.on('error', error => {
  if ((error as { code?: string }).code === 'EPIPE') process.exit(0);
  throw error;
});
