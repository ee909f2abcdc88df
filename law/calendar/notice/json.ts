/** Calendar years as JSON, with the line on which each value stands. */

/** Offset of every value, by its path: `off[3].date`. */
export type Offsets = ReadonlyMap<string, number>;

/**
 * Where each value of a JSON text begins.
 * @param text something `JSON.parse` takes
 */
export function offsetsOf(text: string): Offsets {
  const offsets = new Map<string, number>();
  let at = 0;
  const space = () => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const string = (): string => {
    const from = at++;
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return JSON.parse(text.slice(from, ++at));
  };
  /** Members of an object or a list, up to its closing bracket. */
  const members = (close: string, member: (i: number) => void) => {
    at++;
    for (let i = 0; ; i++) {
      space();
      if (text[at] === close) break;
      if (text[at] === ',') at++;
      space();
      member(i);
    }
    at++;
  };
  const value = (path: string) => {
    space();
    offsets.set(path, at);
    if (text[at] === '{') {
      members('}', () => {
        const name = string();
        space();
        at++;
        value(path === '' ? name : `${path}.${name}`);
      });
    } else if (text[at] === '[') members(']', i => value(`${path}[${i}]`));
    else if (text[at] === '"') string();
    else while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at++;
  };
  value('');
  return offsets;
}

/** Line, from 1, of an offset. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
