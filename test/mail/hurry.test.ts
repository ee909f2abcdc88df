import type { Client } from '@temporalio/client';
import { createHurry } from '../../activities/mail/hurry';

const settled = () => new Promise(resolve => setImmediate(resolve));

/** A Temporal of which it is decided when, and how, it answers a start. */
function slowTemporal() {
  const started: string[] = [];
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const start = (type: string, { workflowId }: { workflowId: string }) => {
    started.push(`${type} ${workflowId}`);
    return new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  };
  return { started, answers, client: async () => ({ workflow: { start } }) as unknown as Client };
}

test('a burst of urgent mails asks twice: once at the first, once for all that were written meanwhile', async () => {
  const { started, answers, client } = slowTemporal();
  const warn = jest.fn();
  const hurry = createHurry(client, { warn });
  for (let n = 0; n < 100; n++) hurry();
  await settled();
  expect(started).toEqual(['dispatch dispatch-urgent']);
  for (let n = 0; n < 100; n++) hurry();
  answers[0]!.resolve();
  await settled();
  expect(started).toHaveLength(2);
  answers[1]!.resolve();
  await settled();
  expect(started).toHaveLength(2);
  hurry();
  await settled();
  expect(started).toHaveLength(3);
  expect(warn).not.toHaveBeenCalled();
});

test('a Temporal that cannot be reached is said in the log, harms nobody, and is asked again next time', async () => {
  const { started, answers, client } = slowTemporal();
  const warn = jest.fn();
  const hurry = createHurry(client, { warn });
  hurry();
  await settled();
  answers[0]!.reject(new Error('away'));
  await settled();
  expect(warn).toHaveBeenCalledTimes(1);
  hurry();
  await settled();
  expect(started).toHaveLength(2);
});
