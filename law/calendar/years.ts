import type { CalendarYear } from './types';
import y2015v1 from './years/2015-1.json';
import y2016v1 from './years/2016-1.json';
import y2017v1 from './years/2017-1.json';
import y2018v1 from './years/2018-1.json';
import y2018v2 from './years/2018-2.json';
import y2019v1 from './years/2019-1.json';
import y2020v1 from './years/2020-1.json';
import y2021v1 from './years/2021-1.json';
import y2022v1 from './years/2022-1.json';
import y2023v1 from './years/2023-1.json';
import y2024v1 from './years/2024-1.json';
import y2024v2 from './years/2024-2.json';
import y2025v1 from './years/2025-1.json';
import y2026v1 from './years/2026-1.json';
import y2026v2 from './years/2026-2.json';
import y2026v3 from './years/2026-3.json';
import y2026v4 from './years/2026-4.json';
import y2027v1 from './years/2027-1.json';

/**
 * One file for each edition of a year, oldest first. A file that has been released is never edited: what is decided or corrected
 * later is a further edition.
 */
export const EDITIONS = [
  y2015v1,
  y2016v1,
  y2017v1,
  y2018v1,
  y2018v2,
  y2019v1,
  y2020v1,
  y2021v1,
  y2022v1,
  y2023v1,
  y2024v1,
  y2024v2,
  y2025v1,
  y2026v1,
  y2026v2,
  y2026v3,
  y2026v4,
  y2027v1,
] as readonly CalendarYear[];
