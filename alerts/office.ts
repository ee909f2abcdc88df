import type { Day } from '../law/model';

/** Who works where, heads what, is away, and stands in for whom. Days are in +07:00, both ends included; `to: null` has no end. */
export interface OfficeRows {
  readonly units: readonly { readonly id: string; readonly parentId: string | null; readonly kind: string }[];
  readonly officers: readonly {
    readonly id: string;
    readonly code: string;
    readonly unitId: string;
    readonly active: boolean;
  }[];
  readonly roles: readonly HeadRole[];
  readonly absences: readonly ({ readonly officerId: string } & Span)[];
  readonly delegations: readonly ({ readonly officerId: string; readonly delegateId: string } & Span)[];
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface HeadRole {
  readonly officerId: string;
  readonly unitId: string;
  readonly role: 'branch_head' | 'department_head' | 'province_head';
  readonly from: Day;
  readonly to: Day | null;
}

/** Who heads a unit on a day: of the unit itself or the nearest above it, and of its province. Officer ids. */
export interface Heads {
  readonly branchHead: string | null;
  readonly provinceHead: string | null;
}

/** The levels in whose time the steps above them are counted. */
export type LevelBelow = 'officer' | 'branch_head';

/** Whether nobody reads for a level on a day. */
export type Unread = (below: LevelBelow, day: Day) => boolean;

const within = ({ from, to }: { from: Day; to: Day | null }, day: Day): boolean =>
  from <= day && (to === null || day <= to);

function grouped<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Answers who reads for whom. Immutable; made anew when anything of it changes. */
export class Office {
  private readonly officers;
  private readonly units;
  private readonly roles;
  private readonly absences;
  private readonly delegations;
  private readonly headsMayBeAway = new Map<string, boolean>();

  constructor(rows: OfficeRows) {
    this.officers = new Map(rows.officers.map(one => [one.id, one]));
    this.units = new Map(rows.units.map(one => [one.id, one]));
    this.roles = grouped(rows.roles, one => one.unitId);
    this.absences = grouped(rows.absences, one => one.officerId);
    this.delegations = grouped(rows.delegations, one => one.officerId);
  }

  codeOf(officerId: string): string | undefined {
    return this.officers.get(officerId)?.code;
  }

  /** The province a unit belongs to: the nearest above it, or itself; without one the top of its tree. */
  provinceOf(unitId: string): string {
    const chain = this.above(unitId);
    return chain.find(id => this.units.get(id)?.kind === 'province') ?? chain.at(-1) ?? unitId;
  }

  headsOf(unitId: string, day: Day): Heads {
    return {
      branchHead: this.headOf(unitId, day, role => role !== 'province_head'),
      provinceHead: this.headOf(unitId, day, role => role === 'province_head'),
    };
  }

  /**
   * Whether nobody reads on a day what is sent to an officer: away, with nobody at work who stands in, be it one for the other; or
   * gone for good, and nobody heads the unit either.
   */
  unread(officerId: string, day: Day): boolean {
    const officer = this.officers.get(officerId);
    if (!officer || (officer.active && !this.isAbsent(officerId, day))) return false;
    const asked = new Set([officerId]);
    // The set grows while it is walked: each person is asked once, so that circles end.
    for (const id of asked) {
      if (id !== officerId && this.isAtWork(id, day)) return false;
      for (const delegation of this.delegations.get(id) ?? []) {
        if (within(delegation, day)) asked.add(delegation.delegateId);
      }
    }
    if (officer.active) return true;
    const heads = this.roles.get(officer.unitId) ?? [];
    return !heads.some(one => within(one, day) && one.officerId !== officerId && this.isActive(one.officerId));
  }

  /** For the steps of a matter; null when neither its officer nor a head above is ever away, which is the usual case. */
  unreadFor(officerId: string | null, unitId: string): Unread | null {
    const officerMay = officerId !== null && this.mayBeAway(officerId);
    if (!officerMay && !this.headMayBeAway(unitId)) return null;
    return (below, day) => {
      if (below === 'officer') return officerMay && this.unread(officerId, day);
      const { branchHead } = this.headsOf(unitId, day);
      return branchHead !== null && this.unread(branchHead, day);
    };
  }

  private headOf(unitId: string, day: Day, wanted: (role: HeadRole['role']) => boolean): string | null {
    for (const id of this.above(unitId)) {
      const heads = (this.roles.get(id) ?? []).filter(
        one => wanted(one.role) && within(one, day) && this.isActive(one.officerId),
      );
      heads.sort((a, b) => b.from - a.from || (a.officerId < b.officerId ? -1 : 1));
      if (heads[0]) return heads[0].officerId;
    }
    return null;
  }

  /** A unit and those above it. */
  private above(unitId: string): string[] {
    const chain: string[] = [];
    for (let id: string | null = unitId; id !== null && !chain.includes(id); id = this.units.get(id)?.parentId ?? null)
      chain.push(id);
    return chain;
  }

  private headMayBeAway(unitId: string): boolean {
    let known = this.headsMayBeAway.get(unitId);
    if (known === undefined) {
      known = this.above(unitId).some(id => (this.roles.get(id) ?? []).some(one => this.mayBeAway(one.officerId)));
      this.headsMayBeAway.set(unitId, known);
    }
    return known;
  }

  private mayBeAway(officerId: string): boolean {
    return this.absences.has(officerId) || !this.isActive(officerId);
  }

  private isActive(officerId: string): boolean {
    return this.officers.get(officerId)?.active ?? false;
  }

  private isAbsent(officerId: string, day: Day): boolean {
    return (this.absences.get(officerId) ?? []).some(one => within(one, day));
  }

  private isAtWork(officerId: string, day: Day): boolean {
    return this.isActive(officerId) && !this.isAbsent(officerId, day);
  }
}

/** Nobody anywhere: for reckoning without people. */
export const EMPTY_OFFICE = new Office({ units: [], officers: [], roles: [], absences: [], delegations: [] });
