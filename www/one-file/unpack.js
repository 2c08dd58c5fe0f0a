// Takes apart what the build compressed as LZMA, a third smaller than gzip leaves it: browsers know the second alone. Written after
// the format's own specification; a test of the one file holds it to what a known library compresses.

/** Where each kind of probability begins. */
const [IS_MATCH, IS_REP, IS_REP_0, IS_REP_1, IS_REP_2, IS_LONG, SLOT, SPECIAL, ALIGN, LENGTH, REP_LENGTH, LITERAL] = [
  0, 192, 204, 216, 228, 240, 432, 688, 803, 819, 1333, 1847,
];

/** The bytes in a file of the form `.lzma`, whose head says how many they are; they may repeat what came `before`. */
function unpacked(packed, before) {
  const properties = packed[0];
  const lc = properties % 9;
  const lp = Math.floor(properties / 9) % 5;
  const positions = (1 << Math.floor(properties / 45)) - 1;
  const size = before.length + new DataView(packed.buffer, packed.byteOffset).getUint32(5, true);
  const bytes = new Uint8Array(size);
  bytes.set(before);
  const odds = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);
  let at = 18;
  let range = 0xffffffff;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(14);

  const bit = (i) => {
    const odd = odds[i];
    const bound = (range >>> 11) * odd;
    let one = 0;
    if (code < bound) {
      range = bound;
      odds[i] = odd + ((2048 - odd) >> 5);
    } else {
      range -= bound;
      code -= bound;
      odds[i] = odd - (odd >> 5);
      one = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    }
    return one;
  };
  const tree = (from, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(from + node);
    return node - (1 << bits);
  };
  const reversed = (from, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(from + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const even = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = value * 2 + one;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | packed[at++]) >>> 0;
      }
    }
    return value;
  };
  const length = (from, position) => {
    if (!bit(from)) return 2 + tree(from + 2 + (position << 3), 3);
    if (!bit(from + 1)) return 10 + tree(from + 130 + (position << 3), 3);
    return 18 + tree(from + 258, 8);
  };

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  for (let done = before.length; done < size; ) {
    const position = done & positions;
    if (!bit(IS_MATCH + (state << 4) + position)) {
      const last = done > 0 ? bytes[done - 1] : 0;
      const from = LITERAL + 0x300 * (((done & ((1 << lp) - 1)) << lc) + (last >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let match = bytes[done - rep0 - 1];
        do {
          const expected = (match >> 7) & 1;
          match <<= 1;
          const one = bit(from + ((1 + expected) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== expected) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(from + symbol);
      bytes[done++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(IS_REP + state)) {
      if (bit(IS_REP_0 + state)) {
        let distance = rep1;
        if (bit(IS_REP_1 + state)) {
          distance = rep2;
          if (bit(IS_REP_2 + state)) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      } else if (!bit(IS_LONG + (state << 4) + position)) {
        state = state < 7 ? 9 : 11;
        bytes[done] = bytes[done - rep0 - 1];
        done++;
        continue;
      }
      count = length(REP_LENGTH, position);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      count = length(LENGTH, position);
      state = state < 7 ? 7 : 10;
      const slot = tree(SLOT + (Math.min(count - 2, 3) << 6), 6);
      const bits = (slot >> 1) - 1;
      if (slot < 4) rep0 = slot;
      else if (slot < 14) {
        rep0 = (2 | (slot & 1)) << bits;
        rep0 += reversed(SPECIAL + rep0 - slot - 1, bits);
      } else rep0 = ((2 | (slot & 1)) * 2 ** (bits - 4) + even(bits - 4)) * 16 + reversed(ALIGN, 4);
    }
    for (const end = Math.min(done + count, size); done < end; done++) bytes[done] = bytes[done - rep0 - 1];
  }
  return bytes.slice(before.length);
}
