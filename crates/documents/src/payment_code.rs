//! The QR code of a payment (EPC069-12), before any format.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The largest version the guidelines allow: 69 modules a side.
const LARGEST: u8 = 13;
/// A telephone reads smaller codes badly: sides in tenths of a millimetre.
const LEAST_SIDE: i32 = 250;
const LEAST_MODULE: i32 = 6;

/// Modules to leave white on every side (ISO/IEC 18004).
pub(crate) const QUIET: i32 = 4;

/// The code of a payload, with the correction the guidelines ask for (M); none where it is too long for one.
pub(crate) fn code(payload: &str) -> Option<QrCode> {
    let segment = [QrSegment::make_bytes(payload.as_bytes())];
    QrCode::encode_segments_advanced(&segment, QrCodeEcc::Medium, Version::MIN, Version::new(LARGEST), None, false).ok()
}

/// The side of a module of a code, in tenths of a millimetre.
pub(crate) fn module(code: &QrCode) -> i32 {
    LEAST_MODULE.max(LEAST_SIDE / code.size() + 1)
}
