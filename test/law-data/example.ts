import type { Facts } from '../../law';

/** `5wd`, `10d`, `3m`, `2y`, `24h`, `now`; with a minus sign: at least that much before. */
export type Length = string;

export type Example = readonly [
  dutyId: string,
  length: Length,
  on: string,
  due: string,
  more?: { readonly at?: string; readonly facts?: Facts },
];
