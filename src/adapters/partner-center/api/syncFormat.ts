import type { Referral } from '#domain/referral/referral.ts';
import { type SyncField, syncFields } from '#domain/referral/unsynced.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Owner, WireObject } from '#ports/partnerCenter.ts';
import type { Patch, SyncFormat } from '#ports/partnerCenterApi.ts';
import { invitingBody, isMicrosoftsRecord, newDealBody } from './patches/createBodies.ts';
import { fieldOperations, isPathField, wantedThere } from './patches/fieldPatches.ts';
import { type Patching, put } from './patches/jsonPatch.ts';
import { registrationOperations } from './patches/registrationPatch.ts';
import type { StageForm } from './patches/stageForm.ts';
import { teamOperations } from './patches/teamPatch.ts';
import { propertyOf } from './wireBody.ts';

export interface SyncFormatSettings {
  /** How a sales stage is sent where none stands there yet (point 23). */
  stageForm?: StageForm | undefined;
}

/** What is written to Partner Center, in its shape; a day is one of the organization's (CR-64). */
export function createSyncFormat(calendar: Calendar, settings: SyncFormatSettings = {}): SyncFormat {
  const { stageForm = 'percentage' } = settings;

  /** The operations of one field, against what stands there by then. */
  function writerFor(there: WireObject, referral: Referral, owner: Owner | undefined) {
    const timeZone = owner?.workingHours?.timeZone;
    const zone = timeZone === undefined ? undefined : { calendar, timeZone };
    const wanted = wantedThere(there, referral, owner, zone);
    return (patching: Patching, field: SyncField): WireObject[] => {
      if (isPathField(field)) return fieldOperations(patching, field, wanted, stageForm);
      if (field === 'team') return teamOperations(patching, referral.team);
      return field === 'registration' ? registrationOperations(patching, referral) : [];
    };
  }

  return {
    patches(there, referral, fields, owner, apart = false) {
      const patching: Patching = { wire: structuredClone(there) };
      const write = writerFor(there, referral, owner);
      const operationsOf = (some: readonly SyncField[]) =>
        some
          .map((field) => ({ field, operations: write(patching, field) }))
          .filter(({ operations }) => operations.length > 0);
      const decides = fields.includes('decision') && isDecided(referral);
      const opens = decides && opensFirst(there, referral);
      const ends = decides && referral.stage === 'closed';
      const plain = syncFields.filter(
        (field) => fields.includes(field) && field !== 'decision' && field !== 'registration',
      );

      // The accept first, because it opens the rest; with a deal that was won since it is told by nothing else.
      const opening = opens ? accepting(patching) : [];
      const told = operationsOf(plain);
      const accepted: readonly SyncField[] = opens && !ends ? ['decision'] : [];
      const closing = ends ? operationsOf(['decision']) : [];
      const registered = fields.includes('registration') ? operationsOf(['registration']) : [];
      const first = { fields: accepted, operations: opening, ...(opens && { opens: true as const }) };
      const [together, alone] = apart ? [[], told] : [told, []];
      return [
        joined(first, together),
        ...[...alone, ...closing, ...registered].map((one) => joined({ fields: [], operations: [] }, [one])),
      ].filter(({ operations }) => operations.length > 0);
    },
    ownBody: newDealBody,
    microsoftBody: invitingBody,
    isMicrosofts: isMicrosoftsRecord,
  };
}

type Told = { field: SyncField; operations: readonly WireObject[] };

function joined(patch: Patch, told: readonly Told[]): Patch {
  return {
    ...patch,
    fields: [...patch.fields, ...told.map(({ field }) => field)],
    operations: [...patch.operations, ...told.flatMap(({ operations }) => operations)],
  };
}

/** Whether somebody decided it: what the clock or another party did, Partner Center does itself. */
function isDecided(referral: Referral): boolean {
  if (referral.stage === 'received') return false;
  return referral.stage === 'accepted' || ['won', 'lost', 'declined', 'error'].includes(referral.outcome);
}

/** Whether it still waits for an answer there, and has to be accepted for what follows. */
function opensFirst(there: WireObject, referral: Referral): boolean {
  const status = propertyOf(there, 'status');
  if (typeof status === 'string' && /^\s*(active|closed)\s*$/i.test(status)) return false;
  return (
    referral.stage === 'accepted' ||
    (referral.stage === 'closed' && ['won', 'lost'].includes(referral.outcome))
  );
}

function accepting(patching: Patching): WireObject[] {
  return [...put(patching, ['status'], 'Active'), ...put(patching, ['substatus'], 'Accepted')];
}
