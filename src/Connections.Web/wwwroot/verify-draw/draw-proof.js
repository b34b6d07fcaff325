// Checks the published record of a draw with nothing but the browser's own cryptography (WebCrypto).
//
// The procedure (draft-thomson-elegy-vrs; HKDF is RFC 5869, the hash SHA-256):
//   1. hashing the reveal one or more times gives the commitment published before the draw;
//      (where the record has the pool's hash: it is the SHA-256 of the sorted entrants, one a line);
//   2. key    = HKDF-Extract(salt: reveal, input: public randomness);
//   3. ticket = HKDF-Expand(key, info: the entrant's reference, 32 bytes), for every entrant;
//   4. the lowest tickets are selected, the others are substitutes in order of their tickets.
//
// Everything here is a pure function: no page, no network, no clock. `verify` answers with every step, so that
// a reader can follow it; the same module runs in Node for the tests.

const LONGEST_CHAIN = 10000;
const encoder = new TextEncoder();

export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

async function hmac(key, message) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  // An empty key is padded with zeros by definition, and WebCrypto does not import empty keys.
  const imported = await crypto.subtle.importKey('raw', key.length ? key : new Uint8Array(32), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** The key from which all tickets follow: HKDF-Extract. */
export function extractKey(reveal, randomness) {
  return hmac(reveal, randomness);
}

/** One entrant's ticket: HKDF-Expand for a single block of 32 bytes. */
export function ticketOf(key, entrant) {
  return hmac(key, Uint8Array.from([...encoder.encode(entrant), 1]));
}

/** All tickets, lowest first. */
export async function ticketsOf(reveal, randomness, entrants) {
  const key = await extractKey(reveal, randomness);
  const tickets = await Promise.all(entrants.map(async (entrant) => ({ entrant, ticket: toHex(await ticketOf(key, entrant)) })));
  return tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0));
}

/** The hash of the entrants that is published with the commitment: sorted by code units, one a line. */
export async function poolHashOf(entrants) {
  return toHex(await sha256(encoder.encode([...entrants].sort().join('\n'))));
}

/** How many times the reveal must be hashed to give the commitment; null if it never does. */
export async function stepsToCommitment(reveal, commitment) {
  const wanted = toHex(commitment);
  let link = reveal;
  for (let steps = 1; steps < LONGEST_CHAIN; steps++) {
    link = await sha256(link);
    if (toHex(link) === wanted) {
      return steps;
    }
  }
  return null;
}

/** Reads a record from text. Answers with the record or with one sentence for each problem. */
export function readRecord(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    return { problems: ['This is not valid JSON. Paste the whole record, from the first { to the last }.'] };
  }
  if (record === null || typeof record !== 'object' || Array.isArray(record)) {
    return { problems: ['The record must be one JSON object.'] };
  }

  const problems = [];
  const isHex = (value) => typeof value === 'string' && value.length % 2 === 0 && /^[0-9a-fA-F]*$/.test(value);
  const isNames = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item.length > 0);
  for (const name of ['commitment', 'reveal']) {
    if (!isHex(record[name]) || record[name].length !== 64) {
      problems.push(`“${name}” must be 64 hexadecimal digits.`);
    }
  }
  const hasText = typeof record.randomness === 'string' && record.randomness.length > 0 && record.randomnessHex == null;
  const hasBytes = isHex(record.randomnessHex) && record.randomnessHex.length > 0 && record.randomness == null;
  if (!hasText && !hasBytes) {
    problems.push('Give the public randomness either as text (“randomness”) or as hexadecimal digits (“randomnessHex”).');
  }
  if (!isNames(record.entrants) || record.entrants.length === 0 || new Set(record.entrants).size !== record.entrants.length) {
    problems.push('“entrants” must be a list of references, each once.');
  }
  if (!isNames(record.selected)) {
    problems.push('“selected” must be a list of references.');
  }
  if (record.substitutes != null && !isNames(record.substitutes)) {
    problems.push('“substitutes” must be a list of references.');
  }
  if (!Number.isInteger(record.places) || record.places < 1) {
    problems.push('“places” must be a whole number above zero.');
  }
  if (record.poolHash != null && (!isHex(record.poolHash) || record.poolHash.length !== 64)) {
    problems.push('“poolHash” must be 64 hexadecimal digits.');
  }
  if (record.steps != null && (!Number.isInteger(record.steps) || record.steps < 1)) {
    problems.push('“steps” must be a whole number above zero.');
  }
  if (record.tickets != null && !(Array.isArray(record.tickets) && record.tickets.every((t) => t && typeof t.entrant === 'string' && typeof t.ticket === 'string'))) {
    problems.push('“tickets” must be a list of entrants with their tickets.');
  }
  return problems.length > 0 ? { problems } : { problems, record };
}

async function poolCheck(record) {
  const hash = await poolHashOf(record.entrants);
  const holds = hash === record.poolHash.toLowerCase();
  return { name: 'pool', holds, detail: `The hash of the entrants is ${hash}${holds ? ', as published' : `, not ${record.poolHash}`}.` };
}

/** Checks a record that `readRecord` accepted. */
export async function verify(record) {
  const reveal = fromHex(record.reveal);
  const randomness = record.randomnessHex ? fromHex(record.randomnessHex) : encoder.encode(record.randomness);
  const steps = await stepsToCommitment(reveal, fromHex(record.commitment));
  const tickets = await ticketsOf(reveal, randomness, record.entrants);
  const drawn = tickets.slice(0, record.places).map((t) => t.entrant);
  const others = tickets.slice(record.places).map((t) => t.entrant);
  const published = new Map((record.tickets ?? []).map((t) => [t.entrant, t.ticket.toLowerCase()]));
  const wrongTickets = record.tickets == null ? [] : tickets.filter((t) => published.get(t.entrant) !== t.ticket).map((t) => t.entrant);
  wrongTickets.push(...[...published.keys()].filter((entrant) => !record.entrants.includes(entrant)));

  const checks = [
    {
      name: 'commitment',
      holds: steps !== null && (record.steps == null || record.steps === steps),
      detail: steps === null
        ? 'Hashing the reveal never gives the commitment.'
        : record.steps != null && record.steps !== steps
          ? `The reveal is ${steps} links before the commitment, not ${record.steps} as announced.`
          : `Hashing the reveal ${steps === 1 ? 'once' : `${steps} times`} gives the commitment.`,
    },
    ...(record.poolHash == null ? [] : [await poolCheck(record)]),
    {
      name: 'key',
      holds: true,
      detail: `The key of this draw is ${toHex(await extractKey(reveal, randomness))}.`,
    },
    {
      name: 'tickets',
      holds: wrongTickets.length === 0,
      detail: record.tickets == null ? 'The record publishes no tickets; they are worked out here.'
        : wrongTickets.length === 0 ? 'Every published ticket follows from the key and the reference.'
          : `These published tickets do not follow from the key: ${wrongTickets.join(', ')}.`,
    },
    {
      name: 'selected',
      holds: record.selected.length === drawn.length && drawn.every((entrant) => record.selected.includes(entrant)),
      detail: `The lowest ${record.places} tickets belong to ${drawn.join(', ')}.`,
    },
  ];
  if (record.substitutes != null) {
    checks.push({
      name: 'substitutes',
      holds: record.substitutes.length === others.length && others.every((entrant, i) => record.substitutes[i] === entrant),
      detail: others.length ? `After them come ${others.join(', ')}.` : 'Nobody is left over.',
    });
  }
  return {
    valid: checks.every((check) => check.holds),
    checks,
    tickets: tickets.map((t, i) => ({ ...t, place: i + 1, isSelected: i < record.places })),
  };
}
