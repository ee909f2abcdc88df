import type { Facts, MatterKind } from '../../law/model';
import type { Detail } from './details';
import type { KeptMatter } from './load';
import { refuse } from './refusal';

const text = (attrs: Facts, name: string): string | undefined =>
  typeof attrs[name] === 'string' ? (attrs[name] as string) : undefined;

/** The own row of a matter that begins from an event of `parent`. @throws CommandRefused when the event lacks what decides its limits */
export function detailOfChild(
  kind: MatterKind,
  parent: Pick<KeptMatter, 'kind' | 'facts' | 'closedOn'>,
  attrs: Facts,
): Detail {
  const about = { case_ended_on: caseEndedOn(parent) };
  switch (kind) {
    case 'complaint':
      return {
        kind,
        level: parent.kind === 'complaint' ? 2 : 1,
        class: classOf(attrs.class ?? parent.facts.class),
        against: (attrs.against ?? parent.facts.against) === 'private_office' ? 'private_office' : 'state',
        ...about,
      };
    case 'administrative_complaint':
      return {
        kind,
        level: parent.kind === 'administrative_complaint' ? 2 : 1,
        remote: (attrs.remote ?? parent.facts.remote) === true,
      };
    case 'procuracy_protest':
    case 'procuracy_recommendation':
    case 'procuracy_request':
      return { kind, level: text(attrs, 'level') ?? 'regional', ...about };
    case 'denunciation':
      return { kind, complexity: text(attrs, 'complexity') ?? 'normal', ...about };
    case 'petition':
      return { kind, source: text(attrs, 'source') ?? null };
    case 'reception':
      return { kind, by_head: attrs.byHead === true };
    case 'administrative_judgment':
      return { kind };
    case 'plan':
      return { kind, form: 'work_item', title: text(attrs, 'title') ?? null };
    case 'enforcement_case':
      return { kind, origin: attrs.origin === 'ex_officio' ? 'ex_officio' : 'on_request' };
  }
}

/** The day the case ended from which the child descends: the law that governs the child hangs on it (Điều 116(1)). */
function caseEndedOn({ kind, facts, closedOn }: Pick<KeptMatter, 'kind' | 'facts' | 'closedOn'>): string | null {
  return kind === 'enforcement_case' ? closedOn : (text(facts, 'caseEndedOn') ?? null);
}

/** The class decides every limit of a complaint, so it is never guessed. */
function classOf(value: unknown): 'a' | 'b' | 'c' | 'd' {
  if (value === 'a' || value === 'b' || value === 'c' || value === 'd') return value;
  return refuse(
    'missing_class',
    'Thiếu nhóm khiếu nại (class): a trước biện pháp bảo đảm, cưỡng chế; b biện pháp bảo đảm; c cưỡng chế và sau đó (Điều 96(2)); d sau cưỡng chế, theo Luật 2008.',
    'The class of the complaint (class) is missing: a before any measure, b security measure, c coercion and after (Art. 96(2)); d after coercion, under the law of 2008.',
  );
}
