/** Any JSON object on the wire. */
export type JsonObject = Record<string, unknown>;

/** What arrives at the stand-in, with names of headers in small letters. */
export interface StandInRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: string;
}

export interface StandInAnswer {
  status: number;
  headers: Record<string, string>;
  /** Bytes where it is a file. */
  body: string | Buffer;
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): StandInAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty object stands for what is none. */
export function objectIn(holder: unknown, name: string): JsonObject {
  const value = isObject(holder) ? holder[name] : undefined;
  return isObject(value) ? value : {};
}

export function listIn(holder: unknown, name: string): unknown[] {
  const value = isObject(holder) ? holder[name] : undefined;
  return Array.isArray(value) ? value : [];
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A copy of what came as JSON; several times as fast as a structured clone, which thousands of steps notice. */
export function jsonCopy<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(jsonCopy) as Value;
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const name of Object.keys(value)) copy[name] = jsonCopy(value[name]);
  return copy as Value;
}
