import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

globalThis.OpenVenue ??= {};
Object.assign(globalThis.OpenVenue, { secp256k1, keccak256: keccak_256 });
