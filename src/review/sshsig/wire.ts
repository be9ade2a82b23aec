/** Something that does not have the form that the protocol prescribes. Caught at the door of this folder. */
export class Malformed extends Error {}

/** Reads the wire format of RFC 4251, section 5. What is cut short or goes on too long is malformed. */
export class WireReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new Malformed("it is cut short");
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  uint32(): number {
    return this.take(4).readUInt32BE();
  }

  /** Bytes with their length before them. */
  string(): Buffer {
    return this.take(this.uint32());
  }

  /** A string that holds a name: printable ASCII, as every name of the protocol is. */
  name(): string {
    const text = this.string().toString("latin1");
    if (!/^[\x21-\x7e]*$/.test(text)) throw new Malformed("a name in it is not plain ASCII");
    return text;
  }

  /** An unsigned integer, without the zero byte that keeps it from being read as negative. */
  unsigned(): Buffer {
    const bytes = this.string();
    if ((bytes[0] ?? 0) >= 0x80) throw new Malformed("a number in it is negative");
    const first = bytes.findIndex((byte) => byte !== 0);
    const digits = bytes.subarray(first === -1 ? bytes.length : first);
    const shortest = (digits[0] ?? 0) >= 0x80 ? digits.length + 1 : digits.length;
    if (bytes.length !== shortest) throw new Malformed("a number in it is not written in the shortest form");
    return digits;
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new Malformed("something follows its end");
  }
}

/** Bytes with their length before them. */
export function wireString(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Base64 in the one form that an encoder writes: Node's own decoder skips what it does not know. */
export function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new Malformed("it is not base64");
  return bytes;
}
