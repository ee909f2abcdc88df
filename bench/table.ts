/** One line of a plain table: what was measured, the figure, and its ratio to the named baseline of the same run. */
export interface Line {
  readonly what: string;
  readonly value: string;
  readonly ratio?: { readonly to: string; readonly is: number; readonly target?: number };
  readonly target?: string;
}

/** Print a table to standard output. */
export function print(title: string, lines: readonly Line[]): void {
  const wide = Math.max(...lines.map(line => line.what.length));
  process.stdout.write(`\n${title}\n`);
  for (const { what, value, ratio, target } of lines) {
    const compared = ratio
      ? `   ${ratio.is.toFixed(2)} × ${ratio.to}${ratio.target === undefined ? '' : ` (target ≥ ${ratio.target})`}`
      : target === undefined
        ? ''
        : `   (target ${target})`;
    process.stdout.write(`  ${what.padEnd(wide)}  ${value.padStart(14)}${compared}\n`);
  }
}

/** Per second, as people read it. */
export const rate = (count: number, ms: number): string => `${Math.round((count * 1000) / ms)}/s`;
