/** Levenshtein distance; ids are short, so one row is enough. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** Up to three ids most like the one given, for “did you mean”. A shared beginning or part counts as likeness. */
export function nearestIds(id: string, ids: Iterable<string>): string[] {
  return [...new Set(ids)]
    .map(other => ({ other, far: other.includes(id) || id.includes(other) ? 1 : distance(id, other) }))
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
    .slice(0, 3)
    .map(({ other }) => other);
}
