import { readFileSync } from 'node:fs';
import { ConfigError } from '#ports/errors.ts';

/** The content of a JSON file that a setting names; throws ConfigError in words where it can't be read. */
export function readJsonFile(setting: string, path: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new ConfigError([`${setting} ${path} cannot be read: ${(error as Error).message}`]);
  }
  let text: string;
  try {
    // Editors on Windows put a mark in front, which goes; what is no UTF-8 would be names with signs nobody typed.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError([`${setting} ${path} is not in UTF-8: save it with this encoding`]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`${setting} ${path} is not JSON: ${(error as Error).message}`]);
  }
}
