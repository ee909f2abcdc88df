import type { Cell } from '../../registers/cell';
import { iso, written } from './days';
import type { Random } from './random';

/** How clerks write the same thing: mostly as the spreadsheet likes it, now and then as they please. */
export class Spelling {
  constructor(
    private readonly random: Random,
    /** Share of cells written in an odd way. */
    private readonly odd: number,
  ) {}

  date(day: number): Cell {
    if (!this.random.chance(this.odd)) return { type: 'date', iso: iso(day) };
    const [y, m, d] = iso(day).split('-') as [string, string, string];
    return this.random.pick([
      `${d}-${m}-${y}`,
      written(day),
      `${Number(d)}.${Number(m)}.${y}`,
      iso(day),
      `${iso(day - 1)}T17:00:00Z`,
    ]);
  }

  /** @param thousands nghìn đồng */
  money(thousands: number): Cell {
    if (!this.random.chance(this.odd)) return thousands * 1000;
    const ty = Math.floor(thousands / 1_000_000);
    const trieu = Math.floor(thousands / 1000) % 1000;
    const nghin = thousands % 1000;
    const words = [ty ? `${dotted(ty)} tỷ` : '', trieu ? `${trieu} triệu` : '', nghin ? `${nghin} nghìn` : '']
      .filter(Boolean)
      .join(' ');
    return this.random.pick([
      `${dotted(thousands * 1000)} đồng`,
      `${dotted(thousands)} nghìn đồng`,
      `${words} đồng`,
      `${dotted(thousands * 1000)}đ`,
    ]);
  }

  number(n: number, suffix: string): string {
    if (!this.random.chance(this.odd)) return `${n}/${suffix}`;
    return this.random.pick([
      `${n}/${suffix.replace('Đ', 'D')}`,
      `${n} ${suffix}`,
      `${n}/QĐ`,
      `${n}`,
      `0${n} / ${suffix.replace('-', ' - ')}`,
      `${n}/${suffix}`.normalize('NFD'),
    ]);
  }
}

/** 1234567 as 1.234.567. */
export const dotted = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
