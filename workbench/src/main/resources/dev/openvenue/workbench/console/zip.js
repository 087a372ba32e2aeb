// A zip file of texts, stored without compression.

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value >>> 0;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** Fields of two or four bytes, the lowest byte first. */
function record(fields) {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [bytes, value] of fields) {
    view[bytes === 2 ? "setUint16" : "setUint32"](at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** The parts of both kinds of headers that are the same: UTF-8 names, stored, of 1980-01-01. */
const common = (name, data) => [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, checksum(data)],
  [4, data.length], [4, data.length], [2, name.length], [2, 0]];

export function zip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { path, text } of files) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const local = record([[4, 0x04034b50], ...common(name, data)]);
    const central = [[4, 0x02014b50], [2, 20], ...common(name, data), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]];
    directory.push(record(central), name);
    parts.push(local, name, data);
    offset += local.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = [[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]];
  return new Blob([...parts, ...directory, record(end)]);
}
