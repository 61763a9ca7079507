import type { WireObject } from '#ports/partnerCenter.ts';
import type { Fetched } from '#ports/partnerCenterApi.ts';
import type { HttpAnswer } from './httpsClient.ts';
import { headerText, isWireObject, jsonOf, propertyOf } from './wireBody.ts';

/** The record that an answer holds, with its etag; undefined where it holds none, or another one than `id`. */
export function fetchedIn(answer: HttpAnswer, id?: string): Fetched | undefined {
  const wire = jsonOf(answer);
  if (!isWireObject(wire)) return undefined;
  const own = propertyOf(wire, 'id');
  if (typeof own !== 'string' || own.trim() === '') return undefined;
  if (id !== undefined && own.trim().toLowerCase() !== id.toLowerCase()) return undefined;
  return { wire, etag: etagOf(wire, answer) };
}

function etagOf(wire: WireObject, { headers }: HttpAnswer): string | undefined {
  const given = [propertyOf(wire, 'eTag'), propertyOf(wire, '@odata.etag'), headers.etag];
  return given.map(headerText).find((one) => one !== undefined);
}
