/** What can be tried before it is signed, and the law as it would be then. */

import type { ClientBase, PoolClient } from 'pg';
import { buildCalendar, inForce, keyOf, type LawInForce, lawInForce, toIso, vietnamDay } from '../../law';
import type { LawId } from '../../law/model';
import { draftsWith, isDraft, officialInForce, signCalendarIn, storedEditions } from '../calendar';
import {
  countersignIn,
  decisionsInForce,
  LawRefused,
  packContent,
  packsInForce,
  signPackIn,
  storedDecision,
  storedPacks,
} from '../law';

/** A draft that waits for its second signature: a statute pack, an edition of a calendar year, a decision on an open point. */
export type Subject =
  | { readonly kind: 'pack'; readonly law: LawId; readonly version: string }
  | { readonly kind: 'calendar'; readonly year: number; readonly version: number }
  | { readonly kind: 'decision'; readonly decisionId: string };

/** The law today and the law with the draft signed, neither with any unit's closures. */
export interface Trial {
  readonly before: LawInForce;
  readonly after: LawInForce;
}

/** In a few words, for lists, audit and the reason kept with every date that moves. */
export function subjectName(subject: Subject): string {
  switch (subject.kind) {
    case 'pack':
      return `law-${subject.law}-${subject.version}`;
    case 'calendar':
      return `calendar-${subject.year}.${subject.version}`;
    case 'decision':
      return `decision-${subject.decisionId}`;
  }
}

const notADraft = (subject: Subject): LawRefused =>
  new LawRefused(
    'not_a_draft',
    `${subjectName(subject)} không phải bản nháp đang chờ ký. Xem: thoihan law packs, thoihan calendar, thoihan law readings.`,
    `${subjectName(subject)} is no draft that waits for a signature. See: thoihan law packs, thoihan calendar, thoihan law readings.`,
  );

/**
 * Puts both laws together.
 * @param now epoch ms; a decision would be signed on that day
 * @throws LawRefused `not_a_draft`
 */
export async function trialOf(client: ClientBase, subject: Subject, now: number): Promise<Trial> {
  const parts = {
    packs: await packsInForce(client),
    decisions: await decisionsInForce(client),
    calendar: await officialInForce(client),
  };
  const before = lawInForce(parts);
  switch (subject.kind) {
    case 'pack': {
      const { law, version } = subject;
      const row = (await storedPacks(client)).find(one => one.law === law && one.version === version);
      if (row?.state !== 'draft' || row.origin !== 'agency') throw notADraft(subject);
      const draft = await packContent(client, law, version, now);
      const others = parts.packs.filter(one => one.law !== law || one.inForceFrom !== draft.inForceFrom);
      return { before, after: lawInForce({ ...parts, packs: [...others, draft] }) };
    }
    case 'calendar': {
      const stored = await storedEditions(client);
      const drafts = draftsWith(stored, subject);
      if (drafts.length === 0) throw notADraft(subject);
      const years = inForce([...stored.filter(one => !isDraft(one)), ...drafts]);
      return { before, after: lawInForce({ ...parts, calendar: buildCalendar(years) }) };
    }
    case 'decision': {
      const draft = await storedDecision(client, subject.decisionId);
      if (!draft || draft.countersignedAt !== null) throw notADraft(subject);
      const others = parts.decisions.filter(one => keyOf(one) !== keyOf(draft));
      const { law, subject: about, point, choice, basis } = draft;
      if (point === 'rule') return { before, after: before };
      const decided = { law, subject: about, point, choice, basis, on: toIso(vietnamDay(now)) };
      return { before, after: lawInForce({ ...parts, decisions: [...others, decided] }) };
    }
  }
}

/** The second signature under the draft, in the caller's transaction. @throws LawRefused */
export async function signIn(
  client: PoolClient,
  subject: Subject,
  law: LawInForce,
  { by, now }: { by: string; now: number },
): Promise<void> {
  switch (subject.kind) {
    case 'pack':
      await signPackIn(client, { law: subject.law, version: subject.version, by, now });
      return;
    case 'calendar':
      await signCalendarIn(client, { year: subject.year, version: subject.version, by, now });
      return;
    case 'decision':
      await countersignIn(client, law, { id: subject.decisionId, by, now });
  }
}
