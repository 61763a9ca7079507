import { randomBytes } from 'node:crypto';
import { keyDigest } from './http/intakeKeys.ts';

const key = randomBytes(32).toString('base64url');

process.stdout.write(`Intake key, shown only now; give it to the system that sends referrals:

  ${key}

Its digest, for "intakeKeyDigests" of the organization in the organizations file:

  ${keyDigest(key)}

To change keys without a gap, list both digests, restart, move the sender to the new key, then remove the old digest.
`);
