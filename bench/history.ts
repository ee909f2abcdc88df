import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Line, print } from './table';

const MUSEUM = join(process.cwd(), 'test', 'histories');

/** Events of the newest saved lives of matters, by kind: what one matter costs the server in all its life. */
export function benchHistory(): void {
  const releases = readdirSync(MUSEUM, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const newest = releases
    .map(entry => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .pop();
  if (!newest) throw new Error(`no saved histories in ${MUSEUM}`);
  const folder = join(MUSEUM, newest);
  for (const file of readdirSync(folder).filter(name => /case|complaint/.test(name) && name.endsWith('.json'))) {
    const history: { events: { eventType: string | number }[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const kinds = new Map<string, number>();
    for (const { eventType } of history.events) kinds.set(String(eventType), (kinds.get(String(eventType)) ?? 0) + 1);
    const lines: Line[] = [...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => ({
        what: kind
          .replace(/^EVENT_TYPE_/, '')
          .toLowerCase()
          .replaceAll('_', ' '),
        value: String(count),
      }));
    lines.push({ what: 'all events', value: String(history.events.length), target: '≤ 400' });
    print(`History of ${newest}/${file.replace('.json', '')}`, lines);
  }
}
