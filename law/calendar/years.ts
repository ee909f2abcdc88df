import type { CalendarYear } from './types';
import y2015 from './years/2015.json';
import y2016 from './years/2016.json';
import y2017 from './years/2017.json';
import y2018 from './years/2018.json';
import y2019 from './years/2019.json';
import y2020 from './years/2020.json';
import y2021 from './years/2021.json';
import y2022 from './years/2022.json';
import y2023 from './years/2023.json';
import y2024 from './years/2024.json';
import y2025 from './years/2025.json';
import y2026 from './years/2026.json';
import y2027 from './years/2027.json';

/** One file for each year; a correction of a published year raises its `version`. */
export const YEARS = [
  y2015,
  y2016,
  y2017,
  y2018,
  y2019,
  y2020,
  y2021,
  y2022,
  y2023,
  y2024,
  y2025,
  y2026,
  y2027,
] as readonly CalendarYear[];
