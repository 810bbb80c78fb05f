/** Yjs v1 updates written by hand: what no Yjs would ever write, for the gate to refuse. */
import * as encoding from 'lib0/encoding';

export type Id = readonly [client: number, clock: number];

export interface ForgedStruct {
  /** Content reference of Yjs: 0 collected, 1 deleted, 3 binary, 4 string, 5 embed, 6 format, 7 type, 8 any, 9 subdocument, 10 Skip. */
  readonly ref: number;
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  /** Root name or item id; written only where there is no origin. */
  readonly parent?: string | Id;
  readonly sub?: string;
  /** Writes what comes after the parent. */
  readonly content: (encoder: encoding.Encoder) => void;
}

export interface ForgedSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly ForgedStruct[];
}

const writeId = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
};

function writeStruct(encoder: encoding.Encoder, struct: ForgedStruct): void {
  const { ref, origin, rightOrigin, parent, sub, content } = struct;
  const isItem = ref !== 0 && ref !== 10;
  encoding.writeUint8(encoder, ref | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (sub === undefined ? 0 : 32));
  if (origin) writeId(encoder, origin);
  if (rightOrigin) writeId(encoder, rightOrigin);
  if (isItem && !origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
    else writeId(encoder, parent ?? [0, 0]);
    if (sub !== undefined) encoding.writeVarString(encoder, sub);
  }
  content(encoder);
}

/** An update of these structs and deletions, whatever they are. */
export const forgeUpdate = (
  sections: readonly ForgedSection[],
  deletions: readonly { client: number; ranges: readonly (readonly [clock: number, length: number])[] }[] = [],
): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length);
    for (const { client, clock, structs } of sections) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) writeStruct(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });

/** A struct with one JSON value. */
export const anyStruct = (value: unknown, where: Omit<ForgedStruct, 'ref' | 'content'>): ForgedStruct => ({
  ...where,
  ref: 8,
  content: (encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1]);
  },
});

/** A struct whose content is one number, as for collected and deleted runs, Skip and shared types. */
export const numberStruct = (
  ref: number,
  number: number,
  where: Omit<ForgedStruct, 'ref' | 'content'> = {},
): ForgedStruct => ({ ...where, ref, content: (encoder) => encoding.writeVarUint(encoder, number) });

export const stringStruct = (text: string, where: Omit<ForgedStruct, 'ref' | 'content'>): ForgedStruct => ({
  ...where,
  ref: 4,
  content: (encoder) => encoding.writeVarString(encoder, text),
});
