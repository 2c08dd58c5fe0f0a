//! The checksums of ZIP and PNG: the known library is faster by tables of sixteen kilobytes, which would be half the download.

/// The remainders of the sixteen numbers of four bits.
const TABLE: [u32; 16] = table();

const fn table() -> [u32; 16] {
    /// The polynomial, its bits reversed.
    const POLYNOMIAL: u32 = 0xedb8_8320;
    let mut table = [0; 16];
    let mut number = 0;
    while number < 16 {
        let mut remainder = number;
        let mut bit = 0;
        while bit < 4 {
            remainder = if remainder & 1 == 1 { remainder >> 1 ^ POLYNOMIAL } else { remainder >> 1 };
            bit += 1;
        }
        table[number as usize] = remainder;
        number += 1;
    }
    table
}

/// The checksum of a file or of a part of a picture (CRC-32, ISO 3309).
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |mut sum: u32, byte| {
        sum ^= u32::from(*byte);
        for _ in 0..2 {
            sum = sum >> 4 ^ TABLE[(sum & 15) as usize];
        }
        sum
    })
}

/// The checksum of the points of a picture (Adler-32, RFC 1950).
pub(crate) fn adler32(bytes: &[u8]) -> u32 {
    const MODULUS: u32 = 65_521;
    let (sum, sums) = bytes.iter().fold((1, 0), |(sum, sums), byte| {
        let sum = (sum + u32::from(*byte)) % MODULUS;
        (sum, (sums + sum) % MODULUS)
    });
    sums << 16 | sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_as_the_standard_does() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(&[0; 32]), 0x190a_55ad);
        assert_eq!(adler32(b""), 1);
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
    }
}
