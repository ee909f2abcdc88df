import { settingsOf } from '../../law';

const on = '2026-12-01';

test('signed choices on provisions become settings; what nobody decided stays as it is', () => {
  expect(settingsOf([])).toEqual({});
  expect(
    settingsOf([
      { subject: 'coercion-blackout-tet', choice: 'first-day', on },
      { subject: 'valid-notice-date', choice: 'announced', on },
      { subject: 'complaint-valid-notice-date', choice: 'x', on },
    ]),
  ).toEqual({ tetAnchor: 'first-day', digitalFrom: '2026-12-01' });
  expect(settingsOf([{ subject: 'valid-notice-date', choice: 'not-announced', on }])).toEqual({});
  expect(settingsOf([{ subject: 'coercion-blackout-tet', choice: 'no-longer-a-choice', on }])).toEqual({});
});
