import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * The floors of the house. A room imports only from rooms on lower floors, or those listed as `also`.
 * `types` names rooms of which only types may be imported (they vanish from the workflow bundle).
 */
const ROOMS: Record<string, { floor: number; also?: string[]; types?: string[]; never?: RegExp[] }> = {
  prisma: { floor: 0 },
  config: { floor: 0, also: ['prisma'] },
  // A hash is a pure function; nothing else of Node is.
  law: { floor: 1, never: [/^node:(?!crypto$)/, /^@temporalio/, /^pg$/, /config|prisma/] },
  alerts: { floor: 1, also: ['law'], never: [/^node:/, /^@temporalio/, /^pg$/, /config|prisma/] },
  campaigns: { floor: 1, also: ['law'], never: [/^node:/, /^@temporalio/, /^pg$/, /config|prisma/] },
  registers: { floor: 1, also: ['law'], never: [/^@temporalio/, /^pg$/, /config|prisma/] },
  samples: { floor: 1, also: ['law', 'registers'] },
  handbook: { floor: 2, never: [/^@temporalio/, /^pg$/, /config|prisma/] },
  activities: { floor: 2, never: [/^@temporalio\/workflow$/] },
  workflows: { floor: 3, types: ['law'], never: [/^node:/, /config|prisma/, /^pg$/] },
  worker: { floor: 4 },
  api: { floor: 4 },
  cli: { floor: 4 },
  embedded: { floor: 4, also: ['worker', 'api'] },
};
const root = resolve(__dirname, '../..');

function sources(dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap(entry => {
    if (entry.name === 'generated' || entry.name === 'migrations') return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) ? [path] : [];
  });
}

interface Import {
  from: string;
  typeOnly: boolean;
}
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|(?:import|require)\(\s*'([^']+)'\s*\)/g,
  );
  return [...found].map(m => ({ from: m[2] ?? m[3] ?? '', typeOnly: Boolean(m[1]) }));
}

describe('rooms import only from rooms below them', () => {
  for (const [room, rule] of Object.entries(ROOMS)) {
    test(room, () => {
      const wrong: string[] = [];
      for (const file of sources(room)) {
        for (const { from, typeOnly } of importsOf(file)) {
          if (rule.never?.some(pattern => pattern.test(from.replace(/^(\.\.?\/)+/, '')) && !from.startsWith('./'))) {
            wrong.push(`${file} imports ${from}`);
          }
          if (!from.startsWith('.')) continue;
          const target = relative(root, resolve(root, dirname(file), from)).split('/')[0] ?? '';
          const there = ROOMS[target];
          if (target === room || !there) continue;
          const allowed = there.floor < rule.floor || rule.also?.includes(target);
          if (!allowed) wrong.push(`${file} imports ${from}`);
          if (rule.types?.includes(target) && !typeOnly)
            wrong.push(`${file} imports values of ${from}; only types may be`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  test('law and workflows know no Date object, no Intl, no host time zone', () => {
    const forbidden = /\bnew Date\b|\bIntl\.|toLocale(String|DateString|TimeString)|localeCompare|getTimezoneOffset/;
    const wrong = [...sources('law'), ...sources('workflows')].filter(file => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return forbidden.test(code);
    });
    expect(wrong).toEqual([]);
  });

  test('the pure floor reads no clock', () => {
    const wrong = ['law', 'alerts', 'campaigns', 'registers'].flatMap(sources).filter(file => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /Date\.now\(|new Date\(\)|process\.hrtime|performance\.now/.test(code);
    });
    expect(wrong).toEqual([]);
  });
});

// Workflow modules are loaded once for all workflows (worker/bundle.ts), and what they change would be changed for all of them.
test('workflow modules keep nothing between calls', () => {
  const kept = ['workflows', 'activities/contract.ts', 'activities/matter-start.ts']
    .flatMap(path => (path.endsWith('.ts') ? [path] : sources(path)))
    .flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter(line => /^(export )?(let|var) |^(export )?const \w+.*= (new |\[\];)/.test(line))
        .map(line => `${file}: ${line}`),
    );
  expect(kept).toEqual([]);
});
