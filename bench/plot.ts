interface Point {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 640;
const HEIGHT = 400;
const EDGE = 60;

/** Milliseconds over events, both axes logarithmic, beside the straight line through the middle point: a picture of linearity, as SVG. */
export function plot(points: readonly Point[]): string {
  const span = (of: (point: Point) => number) => {
    const logs = points.map(point => Math.log10(of(point)));
    return [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))] as const;
  };
  const [left, right] = span(({ x }) => x);
  const [low, high] = span(({ y }) => y);
  const px = (x: number) => EDGE + ((Math.log10(x) - left) / (right - left)) * (WIDTH - 2 * EDGE);
  const py = (y: number) => HEIGHT - EDGE - ((Math.log10(y) - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const at = ({ x, y }: Point) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`;
  const middle = points[points.length >> 1]!;
  const straight = [points[0]!, points.at(-1)!].map(({ x }) => at({ x, y: (middle.y / middle.x) * x }));
  const decades = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const text = (x: number, y: number, said: string, anchor: string) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${said}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12"><title>Thời gian tính lại theo số sự kiện / time over events</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<g stroke="#ddd">${decades(left, right)
    .map(x => `<path d="M${px(x).toFixed(1)} ${EDGE}V${HEIGHT - EDGE}"/>`)
    .join('')}${decades(low, high)
    .map(y => `<path d="M${EDGE} ${py(y).toFixed(1)}H${WIDTH - EDGE}"/>`)
    .join('')}</g>
<g fill="#444">${decades(left, right)
    .map(x => text(px(x), HEIGHT - EDGE + 18, x.toLocaleString('en'), 'middle'))
    .join('')}${decades(low, high)
    .map(y => text(EDGE - 8, py(y) + 4, `${y} ms`, 'end'))
    .join('')}
${text(WIDTH / 2, HEIGHT - 16, 'sự kiện của một hồ sơ / events of one matter', 'middle')}${text(EDGE, 30, 'Tính lại một hồ sơ / one matter computed anew; nét đứt: tuyến tính / dashed: linear', 'start')}</g>
<polyline points="${straight.join(' ')}" fill="none" stroke="#999" stroke-dasharray="6 4"/>
<polyline points="${points.map(at).join(' ')}" fill="none" stroke="#1d4ed8" stroke-width="2"/>
<g fill="#1d4ed8">${points.map(point => `<circle cx="${px(point.x).toFixed(1)}" cy="${py(point.y).toFixed(1)}" r="4"/>`).join('')}</g>
</svg>
`;
}
