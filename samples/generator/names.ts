import type { Random } from './random';

/** Made-up people: ordinary family and middle names, given names that say «sample» (Mẫu, Thử, Ví …), so that nobody is meant. */
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Lý',
  'Giàng',
  'Vàng',
  'Sùng',
  'Lò',
  'Tẩn',
  'Thào',
  'Nông',
  'Lương',
  'Phàn',
  'Chảo',
];
const MIDDLE_MEN = ['Văn', 'Đức', 'Xuân', 'Minh', 'Quang', 'Hữu', 'A', 'Seo', 'Láo', 'Công'];
const MIDDLE_WOMEN = ['Thị', 'Thu', 'Ngọc', 'Thanh', 'Hồng', 'Mai', 'Thị Kim', 'Thị Minh'];
const GIVEN = ['Mẫu', 'Thử', 'Ví', 'Họa', 'Nghiệm', 'Giả', 'Đề', 'Phỏng', 'Dụ', 'Tưởng', 'Mô', 'Biểu'];
const GIVEN_OFFICER = [
  'Thi',
  'Hành',
  'Án',
  'Sự',
  'Chấp',
  'Thẩm',
  'Tra',
  'Quyết',
  'Định',
  'Minh',
  'Chính',
  'Trực',
  'Liêm',
  'Cẩn',
  'Kiên',
];
const TRADES = ['Thương mại', 'Xây dựng', 'Vận tải', 'Nông sản', 'Khoáng sản', 'Du lịch', 'Cơ khí', 'Vật liệu'];

export function person(random: Random): string {
  const middle = random.chance(0.6) ? random.pick(MIDDLE_MEN) : random.pick(MIDDLE_WOMEN);
  return `${random.pick(FAMILY)} ${middle} ${random.pick(GIVEN)}`;
}

export const company = (random: Random): string => `Công ty TNHH ${random.pick(TRADES)} Minh Họa ${random.int(1, 99)}`;

export const bank = (random: Random): string => `Ngân hàng TMCP Minh Họa ${random.int(1, 6)}`;

/** Names of officers, no two alike. */
export function officerNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    names.add(
      `${random.pick(FAMILY)} ${random.pick(random.chance(0.6) ? MIDDLE_MEN : MIDDLE_WOMEN)} ${random.pick(GIVEN_OFFICER)}`,
    );
  }
  return [...names];
}
