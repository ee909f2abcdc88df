/** Units and officers of the samples: shapes of real agencies, made-up people. */

export interface SampleUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'province' | 'branch' | 'department';
  readonly parentCode: string | null;
  /** Spellings registers use. */
  readonly aliases: readonly string[];
  /** ISO dates. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

export type SampleRole =
  | 'enforcer'
  | 'complaint_handler'
  | 'branch_head'
  | 'department_head'
  | 'province_head'
  | 'legal_officer'
  | 'clerk'
  | 'administrator';

export interface SampleOfficer {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly unitCode: string;
  readonly roles: readonly SampleRole[];
  readonly roleFrom: string;
}

export interface SampleOffice {
  readonly units: readonly SampleUnit[];
  readonly officers: readonly SampleOfficer[];
}
