import { vectors } from '../../handbook/vectors';
import { openApi, type TestApi } from '../api/support';
import { answerOf, questionOf, spoken } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

test('POST /v1/due answers every vector', async () => {
  const answers = [];
  for (const vector of vectors()) {
    const answer = await api.app.inject({ method: 'POST', url: '/v1/due', payload: questionOf(vector) });
    answers.push(answer.statusCode === 200 ? spoken(answer.json()) : answer.json());
  }
  expect(answers).toEqual(vectors().map(answerOf));
});
