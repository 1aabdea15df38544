/** The field of a protobuf message whose wire type is 2, as bytes; the last one counts. */
function field(message, wanted) {
    let found;
    for (let at = 0; at < message.length;) {
        const varint = () => {
            let value = 0, shift = 1, byte;
            do { byte = message[at++]; value += (byte & 127) * shift; shift *= 128; } while (byte & 128);
            return value;
        };
        const key = varint();
        const type = key & 7;
        if (type === 2) {
            const size = varint();
            if (key >> 3 === wanted) found = message.subarray(at, at + size);
            at += size;
        } else if (type === 0) varint();
        else at += type === 5 ? 4 : 8;
    }
    return found;
}

/** The table of replacements in a SentencePiece model, in base64: normalizer_spec.precompiled_charsmap. */
export const charsmapOf = model => Buffer.from(field(field(model, 3), 2)).toString('base64');
