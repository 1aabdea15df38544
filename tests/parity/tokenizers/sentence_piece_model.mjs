// What of a SentencePiece model (a protobuf message) a tokenizer.json is made of.

/** The fields of a message in order: number, bytes or a number, and all of its bytes. */
function* fields(message) {
    for (let at = 0; at < message.length;) {
        const begin = at;
        const varint = () => {
            let value = 0, shift = 1, byte;
            do { byte = message[at++]; value += (byte & 127) * shift; shift *= 128; } while (byte & 128);
            return value;
        };
        const key = varint();
        const type = key & 7;
        let value;
        if (type === 0) value = varint();
        else {
            const size = type === 2 ? varint() : type === 5 ? 4 : 8;
            value = message.subarray(at, at + size);
            at += size;
        }
        yield [Math.floor(key / 8), value, message.subarray(begin, at)];
    }
}

const last = (message, wanted) => [...fields(message)].filter(([number]) => number === wanted).at(-1)?.[1];

/** The table of replacements in base64: normalizer_spec.precompiled_charsmap. */
export const charsmapOf = model => Buffer.from(last(last(model, 3), 2) ?? []).toString('base64');

/** Pieces with their scores and kinds (3: control, 4: user-defined), in the order of their ids. */
export function piecesOf(model) {
    return [...fields(model)].filter(([number]) => number === 1).map(([, bytes]) => ({
        piece: Buffer.from(last(bytes, 1)).toString('utf8'),
        score: Buffer.from(last(bytes, 2) ?? new Uint8Array(4)).readFloatLE(0),
        kind: last(bytes, 3) ?? 1,
    }));
}

/** The same model that keeps every space, as those of LLaMA do: normalizer_spec.remove_extra_whitespaces is false. */
export function keepingSpaces(model) {
    const rest = [...fields(model)].filter(([number]) => number !== 3).map(([, , bytes]) => bytes);
    const spec = Buffer.concat([last(model, 3), Buffer.from([4 << 3, 0])]);
    const size = [];
    for (let left = spec.length; ; left = Math.floor(left / 128)) {
        size.push(left % 128 + (left >= 128 ? 128 : 0));
        if (left < 128) break;
    }
    return Buffer.concat([...rest, Buffer.from([3 << 3 | 2, ...size]), spec]);
}
