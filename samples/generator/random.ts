/**
 * Numbers that look random and are the same on every machine and every run: mulberry32. The samples are made with it, so that anybody can make
 * them again from the seed.
 */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 (included) to 1 (excluded). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** One of the items, each as likely as its weight says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return items[items.length - 1]![0];
  }

  /** Roughly normal, mean 0, deviation 1. */
  normal(): number {
    let sum = 0;
    for (let i = 0; i < 12; i += 1) sum += this.next();
    return sum - 6;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const all = [...items];
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = this.int(0, at);
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    return all;
  }
}

/**
 * Splits a total into `count` parts that add up to it exactly, sizes as uneven as sums of judgments are (lognormal).
 * @param total in the unit wanted, at least `count * least`.
 */
export function split(random: Random, total: number, count: number, least: number, spread = 1.6): number[] {
  const weights = Array.from({ length: count }, () => Math.exp(random.normal() * spread));
  const sum = weights.reduce((a, b) => a + b, 0);
  const free = total - count * least;
  if (free < 0) throw new RangeError(`${total} cannot be split into ${count} parts of at least ${least}`);
  const parts = weights.map(weight => least + Math.floor((free * weight) / sum));
  const rest = total - parts.reduce((a, b) => a + b, 0);
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] = parts[largest]! + rest;
  return parts;
}

/** Splits a number of things by shares, exactly (largest remainders). */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map(share => (total * share) / sum);
  const parts = exact.map(Math.floor);
  let rest = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, at) => [value - Math.floor(value), at] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, at] of order) {
    if (rest === 0) break;
    parts[at] = parts[at]! + 1;
    rest -= 1;
  }
  return parts;
}
