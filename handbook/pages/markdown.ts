/** Small pieces of Markdown. */

/** A text inside a table: one line, no bars. */
export const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');

/** Several things in one cell, each on its line. */
export const lines = (list: readonly string[]): string => list.map(cell).join('<br>') || '—';

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');

export const link = (text: string, to: string): string => `[${text}](${to})`;

export const code = (text: string): string => `\`${text}\``;

/** Blocks with an empty line between them; what is empty falls out. */
export const page = (...blocks: readonly string[]): string => `${blocks.filter(block => block !== '').join('\n\n')}\n`;

/** A label inside a Mermaid diagram: what the language would read is left out. */
export const label = (text: string): string =>
  text
    .replace(/["#;:<>{}[\]()|`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** `2026-07-06` as people write it: `06/07/2026`, with its time if it has one. */
export const shown = (iso: string): string =>
  iso.replace(/^(\d{4})-(\d{2})-(\d{2})T?/, (_, y, m, d) => `${d}/${m}/${y} `).trimEnd();
