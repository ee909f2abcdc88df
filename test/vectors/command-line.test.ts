import { vectors } from '../../handbook/vectors';
import { thoihan } from '../cli/support';
import { answerOf, questionOf, spoken } from './support';

test('thoihan due --batch answers every vector', async () => {
  const stdin = vectors().map(vector => JSON.stringify(questionOf(vector)));
  const { exit, out, err } = await thoihan(['due', '--batch', '-'], { stdin: stdin.join('\n') });
  expect([exit, err]).toEqual([0, '']);
  expect(out.split('\n').map(line => spoken(JSON.parse(line)))).toEqual(vectors().map(answerOf));
});
