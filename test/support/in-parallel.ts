/** Calls `one` for each of `count`, `width` at a time. */
export async function inParallel(count: number, width: number, one: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
}
